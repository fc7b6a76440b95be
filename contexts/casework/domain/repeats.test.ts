import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlainDate } from '#kernel/dates.ts';
import { COUNTS_AS_REPEAT, isAnswered, kindOfRepeat, REPEATS, type Earlier } from './repeats.ts';

const closed: Earlier = { open: false, rechecked: false, promised: false };
const same = { sameFacts: true, sameReasons: true, aboutPromise: false };

describe('重复信访的五种情形（生命周期第三章第二节）', () => {
  it('期限内的并入；意见送达后三十日内引导复查；复核后对照；答应的没做到不是重复；新的事实另立', () => {
    expect(kindOfRepeat({ ...closed, open: true }, same, '2026-09-01')).toBe('insideTerm');
    const delivered = { ...closed, answeredOn: '2026-09-14', contest: { kind: 'insideReviewTerm', until: '2026-10-14' } } as const;
    expect(kindOfRepeat(delivered, same, '2026-10-14')).toBe('insideReviewTerm');
    expect(kindOfRepeat(delivered, same, '2026-10-15')).toBe('again'); // a lapsed term closes no door
    expect(kindOfRepeat({ ...delivered, contest: { kind: 'insideRecheckTerm', until: '2026-10-14' } }, same, '2026-10-14')).toBe('insideRecheckTerm');
    expect(kindOfRepeat({ ...closed, rechecked: true }, same, '2026-12-01')).toBe('afterRecheck');
    expect(kindOfRepeat({ ...closed, promised: true, rechecked: true }, { ...same, aboutPromise: true }, '2026-12-01')).toBe('promiseNotKept');
    expect(kindOfRepeat({ ...closed, rechecked: true }, { ...same, sameReasons: false }, '2026-12-01')).toBe('newFacts');
  });

  it('看的是来信的日子：意见送达以前来的，不是对这份意见再提，复核以后才谈不再受理', () => {
    const rechecked = { ...closed, rechecked: true, answeredOn: '2026-09-14' } as const;
    expect(kindOfRepeat(rechecked, same, '2026-09-13')).toBe('insideTerm');
    expect(kindOfRepeat(rechecked, same, '2026-09-14')).toBe('afterRecheck');
    expect(kindOfRepeat({ ...rechecked, rechecked: false, contest: { kind: 'insideReviewTerm', until: '2026-10-14' } }, same, '2026-09-13')).toBe('insideTerm');
  });

  it('邮戳保住期限（民事诉讼法第八十五条，参照）：期限内寄出、过后才收到的，仍是复查申请；复核意见送达以前寄出的，不谈不再受理', () => {
    const delivered = { ...closed, answeredOn: '2026-09-14', contest: { kind: 'insideReviewTerm', until: '2026-10-14' } } as const;
    const on = (earlier: Earlier, cameOn: PlainDate, postmarkOn: PlainDate) => kindOfRepeat(earlier, same, cameOn, postmarkOn);
    expect(on(delivered, '2026-10-19', '2026-10-14')).toBe('insideReviewTerm');
    expect(on(delivered, '2026-10-19', '2026-10-15')).toBe('again');
    expect(on(delivered, '2026-10-14', '2026-10-20')).toBe('insideReviewTerm'); // a stamp that cannot be read right takes nothing away
    expect(on(delivered, '2026-09-16', '2026-09-12')).toBe('insideReviewTerm'); // 送达以后才收到的，可以当作复查申请，不因为寄得早就并走
    const last = { ...closed, rechecked: true, answeredOn: '2026-09-14' } as const;
    expect([on(last, '2026-09-16', '2026-09-13'), on(last, '2026-09-16', '2026-09-14')]).toEqual(['insideTerm', 'afterRecheck']);
    expect([isAnswered(last, '2026-09-16', '2026-09-13'), isAnswered(delivered, '2026-09-16', '2026-09-13')]).toEqual([false, true]);
  });

  it('能不能并进去：还有人要决定的、在答复送达以前来的可以；答复以后才来的不可以', () => {
    const delivered = { ...closed, answeredOn: '2026-09-14' } as const;
    expect(['2026-09-13', '2026-09-14', '2026-12-01'].map((cameOn) => isAnswered(delivered, cameOn as '2026-09-13'))).toEqual([false, true, true]);
    expect(isAnswered({ ...delivered, open: true }, '2026-12-01')).toBe(false); // under review, or being done anew
    expect(isAnswered(closed, '2026-12-01')).toBe(false);
  });

  it('不变量 15：只要说有新的事实或者理由，无论先前走到哪一步，都不是重复', () => {
    const earlier = fc.record({ open: fc.boolean(), rechecked: fc.boolean(), promised: fc.boolean() });
    fc.assert(
      fc.property(earlier, fc.boolean(), fc.boolean(), (before, sameFacts, aboutPromise) => {
        const kind = kindOfRepeat(before, { sameFacts, sameReasons: false, aboutPromise }, '2026-12-01');
        expect(kind).toBe('newFacts');
        expect(COUNTS_AS_REPEAT.has(kind)).toBe(false);
      }),
    );
  });

  it('不变量 43：比的是两件事项，没有谁的次数', () => {
    expect(kindOfRepeat.length).toBe(3);
    for (const { name, does } of Object.values(REPEATS)) expect(name + does).not.toMatch(/次数|第.次|缠访|闹访/);
  });
});
