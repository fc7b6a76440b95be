import { beforeAll, describe, expect, inject, it } from 'vitest';
import { addDays, dateInChina, type PlainDate } from '#kernel/dates.ts';
import { said } from '../official.ts';
import { sharedProgram, type Shared } from '../running-shared.ts';
import { answered, deliver, dispatch, opinionDraft, sign, signDraft, startDraft } from './papers.ts';
import { referredDaysAgo } from './past.ts';
import {
  accepted,
  ask,
  done,
  handled,
  leavesNoTrace,
  letter,
  pageOf,
  papersOf,
  pathOf,
  people,
  referred,
  refused,
  register,
  type Matter,
  type People,
} from './way.ts';

/** 法律不许的事，对着正在运行的程序做一遍：听到一句话和出路，已经办好的一件不少。 */
const HANDLER = { handlerName: '李砚秋', handlerPost: '科长', handlerPhone: '0000-622 0121' };

let running: Shared;
let who: People;

beforeAll(async () => {
  running = await sharedProgram(inject('running'));
  who = await people(running);
}, 300_000);

describe('环节和单位', () => {
  it('跳过环节的办不了，说明现在是哪一步、该做什么', async () => {
    const { clerk, triage, unitClerk, unitHead } = who;
    const matter = await register(clerk);
    await leavesNoTrace(triage, matter, async () => {
      refused(
        await ask(triage, matter, 'decideObjection', { upheld: true, grounds: '没有异议可以核实，先试一试' }),
        'WrongStage',
        '现在是“待转送交办”，不能核实异议',
        '请刷新页面',
      );
      refused(await ask(triage, matter, 'archive', { archiveNo: 'A001-X' }), 'NotAllowed', '请由本单位有相应职责的人办理');
      refused(await ask(unitHead, matter, 'accept', { route: 'petitionProcedure' }, 6), 'NotFound', '不在本单位经手的范围内', '请核对编号');
    });
    done(await ask(triage, matter, 'refer', { to: 'qinghe/housing' }));
    await leavesNoTrace(unitClerk, matter, async () => {
      refused(
        await ask(unitClerk, matter, 'startHandling', { handler: { person: '李', name: '李', post: '科长', phone: '0000' } }),
        'WrongStage',
        '待受理',
        '请刷新页面',
      );
      refused(await ask(triage, matter, 'refer', { to: 'qinghe/water' }), 'WrongStage', '待受理');
      refused(await ask(unitHead, matter, 'conclude'), 'WrongStage', '不能办结');
    });
    done(await ask(unitClerk, matter, 'accept', { route: 'petitionProcedure' }));
  });

  it('不变量 52：别的单位看不到、办不了；转送来的不能以不归我管为由推出去', async () => {
    const { unitHead, other } = who;
    const matter = await referred(who);
    await leavesNoTrace(unitHead, matter, async () => {
      for (const answer of [
        await other.get(pathOf(matter)),
        await other.post(`${pathOf(matter)}/act`, { seen: 1, command: 'accept', fields: { route: 'petitionProcedure' } }),
        await other.post(`${papersOf(matter)}/drafts`, { code: 'F07' }),
        await other.post(`${pathOf(matter)}/parties`, { purpose: '想看看是谁写的' }),
      ]) {
        refused(answer, 'NotFound', /没有这件信访事项(或者这项工作)?，或者不在本单位经手的范围内/, '请核对编号');
      }
      const nowhere = await other.get('/api/casework/matters/qinghe/00000000-0000-4000-8000-000000000000');
      expect(nowhere.body.title).toBe((await other.get(pathOf(matter))).body.title);
      const decline = { reason: 'outsideOwnAndSystem', remedy: '请向水利局提出，联系电话见网站', grounds: '排水不归本单位管理，请另找' };
      refused(await ask(unitHead, matter, 'decline', decline), 'AgainstRule', '不能不予受理', '请在五个工作日内提出异议');
      refused(await ask(unitHead, matter, 'decline', { ...decline, reason: '重复信访' }), 'Invalid', '请从列出的选项中选择');
      expect((await ask(who.triage, matter, 'accept', { route: 'petitionProcedure' })).body.type).toMatch(/NotAllowed|AgainstRule/);
    });
    done(await ask(unitHead, matter, 'raiseObjection', { grounds: '巷口排水沟由水利局管护，见三定方案第四条' }));
  });

  it('不变量 5：六个工作日以后提异议，晚了；说明哪天届满、还能怎么办，受理照样可以', async () => {
    const matter = await referredDaysAgo(running, 30);
    const { unitHead } = who;
    await leavesNoTrace(unitHead, matter, async () => {
      const answer = await ask(unitHead, matter, 'raiseObjection', { grounds: '巷口排水沟由水利局管护，见三定方案第四条' });
      refused(answer, 'TooLate', /五个工作日，已于\d{4}-\d\d-\d\d届满/, '请先受理并告知；确需改派的，报上一级机关决定');
      expect(answer.body.article).toBe('第二十三条第三款');
    });
    done(await ask(unitHead, matter, 'accept', { route: 'petitionProcedure' }));
  });
});

describe('一件事，从延期到送达', () => {
  let matter: Matter;
  let no: number; // of its opinion

  it('不变量 3：第二次延期办不了，第一次延到的日子不变', async () => {
    const { unitHead } = who;
    matter = await handled(who);
    const reasons = { reasons: '要请第三方鉴定排水沟的坡度。', days: '20' };
    const first = await sign(unitHead, matter, await startDraft(unitHead, matter, 'F16', reasons));
    done(await dispatch(unitHead, matter, first));
    const until = (await pageOf(unitHead, matter)).clocks.find(({ clock }: { clock: string }) => clock === 'A15').legalOn;

    const again = await sign(unitHead, matter, await startDraft(unitHead, matter, 'F16', { ...reasons, days: '5' }));
    await leavesNoTrace(unitHead, matter, async () => {
      refused(await dispatch(unitHead, matter, again), 'AgainstRule', '办理期限只能延长一次，本件已经延长过', '请在期限内作出处理意见');
    });
    expect((await pageOf(unitHead, matter)).clocks.find(({ clock }: { clock: string }) => clock === 'A15').legalOn).toBe(until);
    const long = await startDraft(unitHead, matter, 'F16', { ...reasons, days: '31' });
    refused(await signDraft(unitHead, matter, long), 'AgainstRule', '延长的日数（1至30）', '请补齐后再签');
  });

  it('不变量 16：有一项没有答复的处理意见不能取号；写好的还在草稿里', async () => {
    const { unitHead, unitClerk } = who;
    const half = await opinionDraft(who, matter, ([first, second]) => [answered(first!), { ...second!, facts: '第二项还在核实。' }]);
    const onlyOne = await opinionDraft(who, matter, ([first]) => [answered(first!)]);
    await leavesNoTrace(unitHead, matter, async () => {
      refused(await signDraft(unitHead, matter, half), 'AgainstRule', '第2项诉求还没有答复', '要逐项写明支持、解释说明或者不支持');
      refused(await signDraft(unitHead, matter, onlyOne), 'AgainstRule', '第2项诉求还没有答复', '要逐项写明支持、解释说明或者不支持');
    });
    const kept = done(await unitClerk.get(`${papersOf(matter)}/drafts/${half.draft}`));
    expect(kept.values.claims[1].facts).toBe('第二项还在核实。');
    const whole = { ...kept.values, claims: kept.values.claims.map(answered) };
    const { version } = done(await unitClerk.post(`${papersOf(matter)}/drafts/${half.draft}`, { values: whole, version: kept.version }));
    no = await sign(unitHead, matter, { ...half, version });
    expect(no).toBeGreaterThan(0);
  });

  it('不变量 9：没有凭证不能登记发出，也不能登记送达；补上凭证就可以', async () => {
    const { unitHead } = who;
    await leavesNoTrace(unitHead, matter, async () => {
      refused(
        await dispatch(unitHead, matter, no, { method: 'post', evidence: {} }),
        'AgainstRule',
        '没有凭证不能登记发出，缺：挂号（快递）单号、收件地址',
        '请补齐凭证后再登记',
      );
      refused(await deliver(unitHead, matter, no, (await pageOf(unitHead, matter)).today), 'WrongStage', '请先登记发出和凭证');
    });
    done(await dispatch(unitHead, matter, no));
    const { today } = await pageOf(unitHead, matter);
    await leavesNoTrace(unitHead, matter, async () => {
      refused(await deliver(unitHead, matter, no, today, { evidence: {} }), 'AgainstRule', '没有凭证不能登记送达，缺：回执', '请补齐凭证');
      refused(await deliver(unitHead, matter, no, today, { method: 'direct' }), 'AgainstRule', '不能登记为“直接送达”', '请先登记未送达，再换方式发出');
    });
  });

  it('不变量 10：送达不能早于发出，也不能晚于今天', async () => {
    const { unitHead } = who;
    const { today } = await pageOf(unitHead, matter);
    await leavesNoTrace(unitHead, matter, async () => {
      refused(await deliver(unitHead, matter, no, addDays(today as PlainDate, -1)), 'AgainstRule', `送达日期早于发出日期（${today}）`, '不能倒填日期');
      refused(await deliver(unitHead, matter, no, addDays(today as PlainDate, 1)), 'AgainstRule', '送达日期晚于今天，请核对');
    });
    done(await deliver(unitHead, matter, no, today));
  });
});

describe('电子送达', () => {
  it('不变量 20：没有同意的不能电子送达；同意以后可以', async () => {
    const { unitHead } = who;
    const matter = await handled(who);
    const no = await sign(unitHead, matter, await opinionDraft(who, matter));
    const electronic = { method: 'electronic', evidence: { address: '13900001111' } };
    await leavesNoTrace(unitHead, matter, async () => {
      refused(await dispatch(unitHead, matter, no, electronic), 'AgainstRule', '没有同意电子送达，请改用其他方式', '请先登记电子送达意愿');
    });
    done(await ask(unitHead, matter, 'consentElectronic', { consented: true }));
    done(await dispatch(unitHead, matter, no, electronic));
  });
});

describe('不变量 10：倒填日期', () => {
  let taken: Matter; // accepted, and nothing more

  it('受理、签发、发出都没有“日期”这一项：写了就退回，不是悄悄不理', async () => {
    const { unitClerk, unitHead } = who;
    const matter = await referred(who);
    const early = { at: '2026-01-01T00:00:00Z' };
    await leavesNoTrace(unitHead, matter, async () => {
      refused(await ask(unitClerk, matter, 'accept', { route: 'petitionProcedure', ...early }), 'Invalid', '没有“at”这一项', '请刷新页面');
      const { n } = await pageOf(unitClerk, matter);
      const body = await unitClerk.post(`${pathOf(matter)}/act`, { seen: n, command: 'accept', fields: { route: 'petitionProcedure' }, ...early });
      refused(body, 'Invalid', '没有写入任何内容');
      expect(body.body.detail).toContain('不认识“at”这一项，请去掉或核对名称');
    });
    done(await ask(unitClerk, matter, 'accept', { route: 'petitionProcedure' }));
    const draft = await startDraft(unitHead, matter, 'F07', HANDLER);
    const signed = await unitHead.post(`${papersOf(matter)}/drafts/${draft.draft}/sign`, { version: draft.version, issuedOn: '2026-01-01' });
    expect(signed.body.detail).toContain('不认识“issuedOn”这一项');
    const no = await sign(unitHead, matter, draft);
    const sent = await dispatch(unitHead, matter, no, { method: 'post', evidence: { mailNo: 'XA1', address: '青石巷' }, on: '2026-01-01' });
    expect(sent.body.detail).toContain('不认识“on”这一项');
  });

  it('文书上的受理日期、收到日期只能是记录在案的那一天', async () => {
    const { unitClerk, unitHead } = who;
    const matter = (taken = await accepted(who));
    const { draft, version, values } = await startDraft(unitClerk, matter, 'F07', HANDLER);
    for (const [field, label] of [
      ['acceptedOn', '受理日期'],
      ['receivedOn', '收到日期'],
    ] as const) {
      const early = { ...values, [field]: addDays(values[field], -40) };
      const saved = done(
        await unitClerk.post(`${papersOf(matter)}/drafts/${draft}`, {
          values: early,
          version: done(await unitClerk.get(`${papersOf(matter)}/drafts/${draft}`)).version,
        }),
      );
      await leavesNoTrace(unitHead, matter, async () => {
        refused(await signDraft(unitHead, matter, { draft, version: saved.version }), 'AgainstRule', label, values[field]);
      });
    }
    expect(version).toBe(1);
  });

  it('调查不能写在收到之前；收到的时间不能在将来；晚登记的两个时间都留着', async () => {
    const { clerk, unitClerk } = who;
    const matter = taken;
    const { today } = await pageOf(unitClerk, matter);
    done(await ask(unitClerk, matter, 'startHandling', { handler: { person: '李砚秋', name: '李砚秋', post: '科长', phone: '0000-622 0121' } }));
    await leavesNoTrace(unitClerk, matter, async () => {
      const visit = { staff: 2, record: '两人到巷口看过，排水沟被碎砖堵住。' };
      refused(await ask(unitClerk, matter, 'recordInvestigation', { ...visit, on: addDays(today, -3) }), 'AgainstRule', '早于收到本件的日期', '请核对');
      refused(await ask(unitClerk, matter, 'recordInvestigation', { ...visit, on: addDays(today, 1) }), 'AgainstRule', '晚于今天，请核对');
    });
    refused(
      await clerk.post('/api/intake/register', letter({ receivedAt: new Date(Date.now() + 3_600_000).toISOString() })),
      'AgainstRule',
      '收到的时间晚于现在，请核对',
    );
    const receivedAt = new Date(Date.now() - 3 * 86_400_000).toISOString();
    const postmarkOn = dateInChina(new Date(Date.parse(receivedAt) - 86_400_000));
    refused(await clerk.post('/api/intake/register', letter({ receivedAt, postmarkOn: today })), 'AgainstRule', '邮戳日期晚于收到的日期', '请核对');
    const late = await register(clerk, { receivedAt, postmarkOn });
    expect(done(await clerk.get(`/api/intake/${late.region}/${late.intake}`))).toMatchObject({ receivedAt, postmarkOn, lateEntry: true });
  });
});

it('运行日志里没有交来的任何一个字', async () => {
  const printed = await running.output();
  expect(printed).toContain('"msg":"call"');
  expect(said.size).toBeGreaterThan(20);
  expect([...said].filter((word) => printed.includes(word))).toEqual([]);
});
