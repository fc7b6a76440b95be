import { describe, expect, it } from 'vitest';
import { addDays } from '#kernel/dates.ts';
import { answer } from '../../../../../test/answer.ts';
import { by, decider, government, ground, housing, laws, petition, STORY, system, UNITS, words } from '../../../../../test/stories.ts';
import { also, clock, given, state } from '../../../../../test/ways.ts';
import type { MatterAction } from '../../actions.ts';
import type { MatterCommand } from '../../commands.ts';
import { matterDecider } from '../../decide/index.ts';
import { answerableOrgan } from '../../matter.ts';

/** 期限内交邮、办结以后才到的复查复核申请（第三十五条、第三十六条；民事诉讼法第八十五条类推）. */
const own = (on: string) => by('信访人', on, '信访人');
const explained = STORY.delivered().map((one) => (one.type === 'OpinionIssued' ? { ...one, results: { 1: 'explained' } } : one)) as MatterAction[];
const lapse = (on: string): MatterCommand => ({ type: 'lapseTerm', ...system(on) });
const last = clock(explained, 'A17')!.legalOn; // 2026-10-14
const margin = clock(also(explained, lapse(addDays(last, 1))), 'E07')!.legalOn;
const over = addDays(margin, 1);
const later = addDays(margin, 3);
const ended = also(explained, lapse(addDays(last, 1)), lapse(over));
const late = (more: object = {}): MatterCommand =>
  ({ type: 'requestReview', on: later, grounds: words('路灯还是不亮'), ...government(later), ...more }) as MatterCommand;
const admitted = also(ended, late({ postmarkOn: last }));

describe('办结以后才到的复查申请', () => {
  it('不变量 2、47：邮戳在期限内的应当受理：办结由一笔单独的记录撤销，不是悄悄改回去', () => {
    expect(state(ended)).toMatchObject({ stage: 'concluded', concluded: 'noReviewInTime' });
    expect(admitted.slice(-2)).toMatchObject([
      { type: 'ConclusionUndone', reason: 'noReviewInTime' },
      { type: 'ReviewRequested', postmarkOn: last },
    ]);
    expect(state(admitted)).toMatchObject({ stage: 'reviewRequested', lapsed: false, review: { organ: UNITS.government, from: 'opinionDelivered' } });
    expect(state(admitted).concluded).toBeUndefined();
    expect(answerableOrgan(state(admitted))).toBe(UNITS.government);
  });

  it('不变量 9：请求复查的权利算在期限内行使；复查的三十日从收到申请那天数起', () => {
    expect(clock(admitted, 'A17')).toMatchObject({ outcome: 'kept', stoppedOn: last, stoppedBy: 'ReviewRequested', legalOn: last });
    expect(clock(admitted, 'E07')).toMatchObject({ stoppedBy: 'ReviewRequested' });
    expect(clock(admitted, 'A18')).toMatchObject({ startedOn: later, holder: UNITS.government });
    expect(clock(admitted, 'A18')).not.toHaveProperty('stoppedOn');
    expect(clock(admitted, 'B06')).toEqual(clock(ended, 'B06')); // the rating went on beside the end, and still does
  });

  it('邮戳在期限后一天的，要有正当理由；有理由的受理，权利记为过了期限才行使', () => {
    expect(answer(ended, late({ postmarkOn: addDays(last, 1) }))).toContain('TooLate');
    expect(answer(ended, late())).toContain('因不可抗力等正当理由耽误的，写明理由后仍可以提出');
    const excused = also(ended, late({ excuse: words('住院') }));
    expect(state(excused).stage).toBe('reviewRequested');
    expect(clock(excused, 'A17')).toMatchObject({ outcome: 'late' });
  });

  it('已经归档的也一样；再办结后重新归档', () => {
    const archived: MatterAction[] = [...ended, { type: 'MatterArchived', archiveNo: 'J021-1', items: [], ...housing(over) }];
    const again = also(archived, late({ postmarkOn: last }));
    expect(again.at(-2)).toMatchObject({ type: 'ConclusionUndone', archiveNo: 'J021-1' });
    expect(state(again)).toMatchObject({ stage: 'reviewRequested' });
    expect(state(again).archiveNo).toBeUndefined();
  });

  it('因别的原因办结的不能这样：复核过的、撤回的、达成协议的', () => {
    for (const reason of ['recheckDelivered', 'withdrawn', 'agreementPerformed'] as const) {
      const past = ended.map((one) => (one.type === 'MatterConcluded' ? { ...one, reason } : one)) as MatterAction[];
      expect(answer(past, late({ postmarkOn: last })), reason).toContain('请作为新的事项登记');
    }
  });

  it('不变量 58：地方规定允许不受理而没有受理的，回到意见送达；期限早过了，过了邮寄余量再办结', () => {
    const law = { ...laws.inForce('2026-07-20'), grounds: [{ act: 'refuseReview', code: 'notPetitioner', article: '地方条例第四十三条' }] };
    const local = matterDecider(ground(law as never));
    const refuse = { type: 'admitReview', accepted: false, ground: 'notPetitioner', grounds: words('不是本人'), ...by(UNITS.government, later, '方县长') };
    const refused = admitted.concat(local.decide(refuse as MatterCommand, state(admitted, local)));
    expect(state(refused, local).stage).toBe('opinionDelivered');
    const closing = [addDays(later, 1), addDays(later, 20)].reduce((past, on) => past.concat(local.decide(lapse(on), state(past, local))), refused);
    expect(state(closing, local)).toMatchObject({ stage: 'concluded', concluded: 'noReviewInTime' });
    expect(local.decide(late({ excuse: words('确是本人'), on: addDays(later, 21), ...government(addDays(later, 21)) }), state(closing, local))).toHaveLength(2);
  });

  it('办结时停下的职责，还来得及的接着走；这期间到期的不再接着走，谁也不算超期', () => {
    const challenged = (on: string): MatterCommand => ({ type: 'requestRecusal', person: '李兰', interest: words('亲戚'), ...own(on) });
    const fresh = also(explained, lapse(addDays(last, 1)), challenged(over), lapse(over), late({ postmarkOn: last }));
    expect(clock(fresh, 'E04')).not.toHaveProperty('stoppedOn');
    const old = also(
      explained,
      lapse(addDays(last, 1)),
      challenged(margin),
      lapse(over),
      late({ postmarkOn: last, on: addDays(later, 9), ...government(addDays(later, 9)) }),
    );
    expect(clock(old, 'E04')).toMatchObject({ stoppedBy: 'MatterConcluded' });
  });
});

describe('办结以后才到的复核申请', () => {
  const officer = { person: '周政', card: words('周政') };
  const leader = (on: string) => by(UNITS.government, on, '方县长');
  const reviewed = also(
    explained,
    { type: 'requestReview', on: '2026-09-30', grounds: words('不服'), ...own('2026-09-30') },
    { type: 'admitReview', accepted: true, officer, ...leader('2026-10-09') },
    { type: 'decideReview', document: 'document/5', result: 'uphold', grounds: words('清楚'), ...leader('2026-10-20') },
    { type: 'dispatch', document: 'document/5', paper: 'reviewOpinion', method: 'post', evidence: words('挂号信'), ...leader('2026-10-20') },
    { type: 'recordDelivery', document: 'document/5', method: 'post', evidence: words('回执'), on: '2026-10-23', ...leader('2026-10-23') },
  );
  const until = clock(reviewed, 'A19')!.legalOn;
  const gone = also(reviewed, lapse(addDays(until, 1)), lapse(addDays(until, 12)));
  const on = addDays(until, 13);
  const city = by('linshui/government', on, '市里的人');

  it('第三十六条第一款：邮戳在期限内的受理，只能请求复核，不能再请求复查', () => {
    expect(state(gone)).toMatchObject({ stage: 'concluded', concluded: 'noReviewInTime' });
    expect(answer(gone, { type: 'requestReview', on, postmarkOn: until, grounds: words('不服'), ...own(on) })).toContain('处理意见已经复查过');
    const asked = also(gone, { type: 'requestRecheck', on, postmarkOn: until, grounds: words('不服'), ...city });
    expect(state(asked)).toMatchObject({ stage: 'recheckRequested', recheck: { organ: 'linshui/government', from: 'reviewDelivered' } });
    expect(clock(asked, 'A19')).toMatchObject({ outcome: 'kept', stoppedOn: until });
    expect(clock(asked, 'A20')).toMatchObject({ startedOn: on });
    given(...gone)
      .when({ type: 'requestRecheck', on, grounds: words('不服'), ...petition(on) })
      .thenRefused('TooLate');
  });
});

describe('复查、复核以后，承办单位不能自己撤销意见', () => {
  const officer = { person: '周政', card: words('周政') };
  const leader = (on: string) => by(UNITS.government, on, '方县长');
  const changed = also(
    explained,
    { type: 'requestReview', on: '2026-09-30', grounds: words('不服'), ...own('2026-09-30') },
    { type: 'admitReview', accepted: true, officer, ...leader('2026-10-09') },
    {
      type: 'decideReview',
      document: 'document/5',
      result: 'change',
      results: { 1: 'supported' },
      dueOn: '2026-12-20',
      performingUnit: UNITS.housing,
      grounds: words('应当支持'),
      ...leader('2026-10-20'),
    },
    { type: 'dispatch', document: 'document/5', paper: 'reviewOpinion', method: 'post', evidence: words('挂号信'), ...leader('2026-10-20') },
    { type: 'recordDelivery', document: 'document/5', method: 'post', evidence: words('回执'), on: '2026-10-23', ...leader('2026-10-23') },
    lapse('2026-11-24'),
    lapse('2026-12-02'),
  );
  const correct = (who: Pick<MatterCommand, 'by' | 'at'>): MatterCommand => ({
    type: 'correct',
    as: 'unitHead',
    dueOn: '2026-12-30',
    grounds: words('不想落实了'),
    ...who,
  });

  it('不变量 18：复查改为支持的，承办单位不能撤销了事，要落实；上一级仍可以更正', () => {
    expect(state(changed)).toMatchObject({ stage: 'performing', performance: 'owed' });
    expect(answer(changed, correct(by(UNITS.housing, '2026-12-03', '王局长')))).toContain('承办单位不能自行撤销处理意见');
    expect(answer(changed, correct(leader('2026-12-03')))).toBe('OpinionRevoked');
    const rechecked = { ...state(changed), recheck: { ...state(changed).review!, organ: 'linshui/government' } };
    expect(() => decider.decide(correct(leader('2026-12-03')), rechecked)).toThrow('复核意见是最后的意见');
  });
});
