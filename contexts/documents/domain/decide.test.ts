import { describe, it, expect } from 'vitest';
import { specify } from '#kernel/spec.ts';
import { housing, words } from '../../../test/stories.ts';
import { SAMPLES } from '../render/samples.ts';
import type { PaperAction } from './actions.ts';
import { paperDecider, type PaperCommand } from './decide.ts';
import { METHODS, type Evidence, type Method } from './delivery.ts';
import { evolve, none } from './paper.ts';

const given = specify(paperDecider as never) as unknown as ReturnType<typeof specify<PaperCommand, PaperAction, never>>;

const issue = {
  code: 'F23',
  number: '清住建信意〔2026〕9号',
  series: { word: '清住建信意', year: 2026, n: 9 },
  organ: 'qinghe/housing',
  organName: '清和县住房和城乡建设局',
  issuedOn: '2026-09-28',
  template: 'F23/1',
  content: words('内容'),
  check: 'ABCD',
  verify: '0123456789ABCDEF',
  corrects: null,
} as const;
const numbered: PaperAction = { type: 'DocumentNumbered', document: 'document/1', ...issue, ...housing('2026-09-28') };
const sealed: PaperAction = {
  type: 'DocumentSealed',
  document: 'document/1',
  file: words('文件'),
  hash: 'f'.repeat(64),
  bytes: 9,
  pages: 3,
  ...housing('2026-09-28'),
};
const dispatched = (method: Method = 'post'): PaperAction => ({
  type: 'PaperDispatched',
  document: 'document/1',
  method,
  evidence: words('凭证'),
  ...housing('2026-09-28'),
});
const delivered: PaperAction = {
  type: 'PaperDelivered',
  document: 'document/1',
  method: 'post',
  evidence: words('回执'),
  on: '2026-09-30',
  ...housing('2026-09-30'),
};
const consented = { type: 'ElectronicDeliveryConsented', consented: true, ...housing('2026-09-01') } as unknown as PaperAction;

const mail = { mailNo: 'XA12345678', address: '翠屏小区3号楼' };
const dispatch = (method: Method, evidence: Evidence): PaperCommand => ({
  type: 'dispatch',
  document: 'document/1',
  method,
  evidence,
  kept: words('凭证'),
  ...housing('2026-09-28'),
});
const deliver = (evidence: Evidence, more: Partial<Extract<PaperCommand, { type: 'recordDelivery' }>> = {}): PaperCommand => ({
  type: 'recordDelivery',
  document: 'document/1',
  evidence,
  kept: words('回执'),
  on: '2026-09-30',
  ...housing('2026-09-30'),
  ...more,
});
const FULL: Readonly<Record<Method, readonly [Evidence, Evidence]>> = {
  direct: [
    { deliverer: '李㛃', place: '住处' },
    { signedBy: '张𬭚', signature: 'blob' },
  ],
  adultFamily: [
    { deliverer: '李㛃', place: '住处' },
    { signedBy: '王某', relation: '配偶', signature: 'blob' },
  ],
  leftAtHome: [
    { deliverer: '李㛃', place: '住处' },
    { refusal: '不肯收', witness: '村委会刘某' },
  ],
  electronic: [{ address: '139****1234' }, { arrival: '2026-09-28 16:10 到达' }],
  post: [mail, { returnSlip: '9月30日本人签收' }],
  throughOrgan: [
    { organ: '东河镇人民政府', handover: '交接单' },
    { signedBy: '张𬭚', signature: 'blob' },
  ],
  publicNotice: [{ tried: '直接、邮寄都没有送到', postedAt: '县政府网站', photo: 'blob' }, { expiry: '10月28日期满' }],
  oral: [
    { deliverer: '李㛃', consent: '电话里同意口头告知，录音3号' },
    { minutes: '告知已受理、承办人、期限，本人没有疑问', confirmed: '录音3号' },
  ],
  queryCode: [{ posted: '9月28日公布' }, { opened: '9月30日打开' }],
};

describe('文书的一生', () => {
  it('取号、成文、发出、送达，依次进行', () => {
    given()
      .when({ type: 'number', values: SAMPLES.F23, ...issue, ...housing('2026-09-28') })
      .then(numbered);
    given(numbered, sealed).when(dispatch('post', mail)).thenTypes('PaperDispatched');
    given(numbered, sealed, dispatched()).when(deliver(FULL.post[1])).thenTypes('PaperDelivered');
  });

  it('不变量 17：缺栏目的取不了号，说明缺哪一栏', () => {
    const { reviewOrgan: _, ...values } = SAMPLES.F23;
    const attempt = () => paperDecider.decide({ type: 'number', values, ...issue, ...housing('2026-09-28') }, none);
    expect(attempt).toThrow(/《信访处理意见书》还不能取号，缺：复查机关。请补齐后再签。/);
    expect(attempt).toThrow(expect.objectContaining({ code: 'AgainstRule', article: '《信访工作条例》第三十五条' }));
  });

  it('还没有成文的不能发出，已经发出的不能再发', () => {
    given(numbered).when(dispatch('post', mail)).thenRefused('WrongStage');
    given(numbered, sealed, dispatched()).when(dispatch('post', mail)).thenRefused('WrongStage');
    given(numbered, sealed, dispatched(), delivered).when(dispatch('post', mail)).thenRefused('WrongStage');
  });

  it('不变量 35：成文只有一次，第二次被拒绝', () => {
    given(numbered, sealed)
      .when({ ...sealed, type: 'seal' } as PaperCommand)
      .thenRefused('WrongStage');
  });

  it('没有送到的可以换方式再发，送达要从新的发出算起', () => {
    const failed: PaperAction = { type: 'PaperReturned', document: 'document/1', grounds: words('查无此人'), ...housing('2026-10-05') };
    given(numbered, sealed, dispatched(), failed).when(dispatch('direct', FULL.direct[0])).thenTypes('PaperDispatched');
    given(numbered, sealed, dispatched(), failed).when(deliver(FULL.post[1])).thenRefused('WrongStage');
  });

  it('不变量 34：作废只在发出以前；作废以后不再是任何别的', () => {
    const voiding: PaperCommand = { type: 'void', document: 'document/1', grounds: words('打错了'), ...housing('2026-09-28') };
    const notice = { ...numbered, code: 'F07' } as PaperAction;
    given(notice).when(voiding).thenTypes('DocumentVoided');
    given(notice, sealed).when(voiding).thenTypes('DocumentVoided');
    given(notice, sealed, dispatched()).when(voiding).thenRefused('WrongStage');
    const voided: PaperAction = { type: 'DocumentVoided', document: 'document/1', grounds: words('打错了'), ...housing('2026-09-28') };
    given(numbered, sealed, voided).when(dispatch('post', mail)).thenRefused('WrongStage');
    given(numbered, voided)
      .when({ ...sealed, type: 'seal' } as PaperCommand)
      .thenRefused('WrongStage');
  });

  it('公示稿不登记发出，也不作废：告知、发布、撤下是事项里的步子', () => {
    const publication = { ...numbered, code: 'F37' } as PaperAction;
    const voiding: PaperCommand = { type: 'void', document: 'document/1', grounds: words('打错了'), ...housing('2026-09-28') };
    const past = [publication, sealed].reduce(evolve, none);
    expect(() => paperDecider.decide(dispatch('post', mail), past)).toThrow('“登记公示告知”，过了异议期，由另一人“发布公示”');
    expect(() => paperDecider.decide(voiding, past)).toThrow('请先“撤下公示”');
  });

  it('意见书取号时意见已经出具：意见撤销以前，不能只作废文号', () => {
    const voiding: PaperCommand = { type: 'void', document: 'document/1', grounds: words('打错了'), ...housing('2026-09-28') };
    given(numbered, sealed).when(voiding).thenRefused('WrongStage');
    const revoked = { type: 'OpinionRevoked', document: 'document/1', ...housing('2026-09-28') } as unknown as PaperAction;
    given(numbered, sealed, revoked).when(voiding).thenTypes('DocumentVoided');
  });

  it('不变量 35：更正是另一份文书，发出以后原文书指向它，原文书自己不变', () => {
    const correction: PaperAction = { ...numbered, document: 'document/2', code: 'F59', corrects: 'document/1' } as PaperAction;
    const before = [numbered, sealed, dispatched(), delivered, correction, { ...sealed, document: 'document/2' } as PaperAction].reduce(evolve, none);
    expect(before.all['document/1']).not.toHaveProperty('correctedBy');
    const after = evolve(before, { ...dispatched(), document: 'document/2' } as PaperAction);
    expect(after.all['document/1']).toEqual({ ...before.all['document/1'], correctedBy: 'document/2' });
  });

  it('公告期满由系统视为送达，文书随之送达', () => {
    const deemed = { type: 'DeemedDelivered', document: 'document/1', ...housing('2026-10-29') } as unknown as PaperAction;
    expect([numbered, sealed, dispatched('publicNotice'), deemed].reduce(evolve, none).all['document/1']).toMatchObject({
      stage: 'delivered',
      endedOn: '2026-10-29',
    });
  });
});

describe('送达方式和凭证', () => {
  it.each(Object.keys(METHODS) as Method[])('%s：凭证齐的可以登记，少一样都不行，并说少什么', (method) => {
    const [sending, receiving] = FULL[method];
    given(consented, numbered, sealed).when(dispatch(method, sending)).thenTypes('PaperDispatched');
    given(consented, numbered, sealed, dispatched(method)).when(deliver(receiving, { method })).thenTypes('PaperDelivered');
    for (const { name, label, optional } of METHODS[method].dispatch) {
      if (optional) continue;
      const lacking = [consented, numbered, sealed].reduce(evolve, none);
      expect(() => paperDecider.decide(dispatch(method, { ...sending, [name]: ' ' }), lacking), name).toThrow(`没有凭证不能登记发出，缺：${label}`);
    }
    for (const { name, optional } of METHODS[method].delivery) {
      if (!optional)
        given(consented, numbered, sealed, dispatched(method))
          .when(deliver({ ...receiving, [name]: '' }, { method }))
          .thenRefused('AgainstRule');
    }
  });

  it('留置送达：见证人和照片至少有一样', () => {
    const at = given(numbered, sealed, dispatched('leftAtHome'));
    at.when(deliver({ refusal: '不肯收' }, { method: 'leftAtHome' })).thenRefused('AgainstRule');
    at.when(deliver({ refusal: '不肯收', photo: 'blob' }, { method: 'leftAtHome' })).thenTypes('PaperDelivered');
  });

  it('不变量 20：没有同意的记录不能电子送达；撤回同意以后也不能', () => {
    given(numbered, sealed).when(dispatch('electronic', FULL.electronic[0])).thenRefused('AgainstRule');
    given(consented, numbered, sealed).when(dispatch('electronic', FULL.electronic[0])).thenTypes('PaperDispatched');
    const withdrawn = { ...consented, consented: false } as unknown as PaperAction;
    given(consented, withdrawn, numbered, sealed).when(dispatch('electronic', FULL.electronic[0])).thenRefused('AgainstRule');
  });

  it('发给单位的函可以电子送达，不需要信访人同意', () => {
    given({ ...numbered, code: 'F04' } as PaperAction, sealed)
      .when(dispatch('electronic', FULL.electronic[0]))
      .thenTypes('PaperDispatched');
  });

  it('上门送达可以改为家属签收或者留置；邮寄的不能登记成当面签收', () => {
    given(numbered, sealed, dispatched('direct'))
      .when(deliver(FULL.leftAtHome[1], { method: 'leftAtHome' }))
      .thenTypes('PaperDelivered');
    given(numbered, sealed, dispatched('post'))
      .when(deliver(FULL.direct[1], { method: 'direct' }))
      .thenRefused('AgainstRule');
  });

  it('不变量 10：送达日期不能早于发出，也不能晚于今天', () => {
    given(numbered, sealed, dispatched())
      .when(deliver(FULL.post[1], { on: '2026-09-27' }))
      .thenRefused('AgainstRule');
    given(numbered, sealed, dispatched())
      .when(deliver(FULL.post[1], { on: '2026-10-01' }))
      .thenRefused('AgainstRule');
  });
});
