import { describe, expect, it } from 'vitest';
import { addDays, type PlainDate } from '#kernel/dates.ts';
import { by, government, petition, STORY, system, words } from '../../../../../test/stories.ts';
import { also, clock, state } from '../../../../../test/ways.ts';
import type { MatterAction } from '../../actions.ts';
import type { MatterCommand } from '../../commands.ts';
import { earlierOf, proposals } from './earlier.ts';

/** 先前的一件走到哪一步、这一封哪天来，决定规则提出哪一种（生命周期第三章第二节；第十九条第三款、第三十五条、第三十六条）. */
const grounds = words('理由');
const petitioner = (on: string) => by('信访人', on, '信访人');
const then = (past: readonly MatterAction[], ...commands: object[]) => also(past, ...(commands as MatterCommand[]));
const same = (past: readonly MatterAction[], cameOn: PlainDate) => proposals(state(past), cameOn)[0]!.kind;

const delivered = STORY.delivered().map((one) => (one.type === 'OpinionIssued' ? { ...one, results: { 1: 'explained' } } : one)) as MatterAction[];
const deliveredOn = state(delivered).opinion!.deliveredOn!;
const last = clock(delivered, 'A17')!.legalOn;
const requested = then(delivered, { type: 'requestReview', on: '2026-09-30', grounds, ...petitioner('2026-09-30') });
const reviewing = then(requested, { type: 'admitReview', accepted: true, officer: { person: '周政', card: grounds }, ...government('2026-10-09') });
const reviewed = (more: object) =>
  then(
    reviewing,
    { type: 'decideReview', document: 'document/5', grounds, ...more, ...government('2026-10-20') },
    { type: 'dispatch', document: 'document/5', paper: 'reviewOpinion', method: 'post', evidence: grounds, ...government('2026-10-20') },
    { type: 'recordDelivery', document: 'document/5', method: 'post', evidence: grounds, on: '2026-10-23', ...government('2026-10-23') },
  );
const upheld = reviewed({ result: 'uphold' });
const untilRecheck = clock(upheld, 'A19')!.legalOn;

describe('与先前一件的对照：先前一件走到哪一步', () => {
  it('复查、复核正在进行的，是正在期限内办理；意见送达后三十日内，是复查或者复核的申请', () => {
    expect(same(STORY.dispatched(), '2026-09-12')).toBe('insideTerm');
    expect([same(delivered, last), same(delivered, addDays(last, 1))]).toEqual(['insideReviewTerm', 'again']);
    for (const past of [requested, reviewing]) expect(same(past, '2026-10-10')).toBe('insideTerm');
    expect([same(upheld, '2026-10-23'), same(upheld, untilRecheck)]).toEqual(['insideRecheckTerm', 'insideRecheckTerm']);
    expect(same(upheld, addDays(untilRecheck, 1))).toBe('again');
  });

  it('责令重新作出的，又在办理中：不论复查还是复核发回的，都不是最后的意见', () => {
    const remanded = reviewed({ result: 'revokeAndRemand', redoBy: '2026-12-01' });
    expect(same(remanded, '2026-11-20')).toBe('insideTerm');
    const matter = state(remanded);
    expect(earlierOf({ ...matter, recheck: { ...matter.review!, deliveredOn: '2026-11-20' } })).toMatchObject({ open: true, rechecked: false });
  });

  it('不变量 2：按来信的日子，不按对照的日子：拖到办结以后才对照，期限内来的仍是复查申请；意见送达以前来的，仍是期限内', () => {
    const ended = also(
      delivered,
      { type: 'lapseTerm', ...system(addDays(last, 1)) },
      { type: 'lapseTerm', ...system(addDays(clock(then(delivered, { type: 'lapseTerm', ...system(addDays(last, 1)) }), 'E07')!.legalOn, 1)) },
    );
    expect(state(ended).concluded).toBe('noReviewInTime');
    expect([same(ended, last), same(ended, addDays(last, 1)), same(ended, addDays(deliveredOn, -1))]).toEqual(['insideReviewTerm', 'again', 'insideTerm']);
    const came = addDays(deliveredOn, 3);
    const opened = STORY.classified().map((one) => (one.type === 'MatterOpened' ? { ...one, receivedAt: `${came}T09:00:00+08:00` } : one)) as MatterAction[];
    const late = petition(addDays(last, 20));
    const compared = { sameFacts: true, sameReasons: true, aboutPromise: false, kind: 'insideReviewTerm', grounds };
    const recorded = then(opened, { type: 'recordRepeat', earlier: { id: 'e', no: '先前', ...earlierOf(state(ended)) }, ...compared, ...late });
    expect(recorded.at(-1)).toMatchObject({ rule: 'repeat/3', proposed: 'insideReviewTerm' });
    const posted = opened.map((one) =>
      one.type === 'MatterOpened' ? { ...one, receivedAt: `${addDays(last, 3)}T09:00:00+08:00`, postmarkOn: last } : one,
    ) as MatterAction[]; // 最后一天寄出，三天后才收到
    const kept = then(posted, { type: 'recordRepeat', earlier: { id: 'e', no: '先前', ...earlierOf(state(ended)) }, ...compared, ...late });
    expect(kept.at(-1)).toMatchObject({ proposed: 'insideReviewTerm' });
    expect(proposals(state(ended), addDays(last, 3), last)[0]!.kind).toBe('insideReviewTerm');
  });
});
