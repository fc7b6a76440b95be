import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, type PlainDate } from '#kernel/dates.ts';
import { drawerOf, drawersBetween, nextWindow, periodsOf, windowsBack, type Look } from './periods.ts';

describe('检索先看近的', () => {
  const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2000-01-01', days));
  const isIn = (on: PlainDate, from: PlainDate, until: PlainDate) =>
    drawersBetween(from, until).some(
      ({ drawer, periods }) => drawer === drawerOf(on) && (periods.length === 0 || periodsOf(on).some((period) => periods.includes(period))),
    );

  it('从哪天到哪天，里面的每一天都找得到；最多多出两头的一个月', () => {
    fc.assert(
      fc.property(day, fc.nat(1_500), fc.integer({ min: -80, max: 1_600 }), (from, days, offset) => {
        const until = addDays(from, days);
        const on = addDays(from, offset);
        if (on >= from && on <= until) expect(isIn(on, from, until)).toBe(true);
        else if (Math.min(Math.abs(daysBetween(on, from)), Math.abs(daysBetween(until, on))) > 31) expect(isIn(on, from, until)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('一整年不列月份，只打开那一年的抽屉；倒过来的一段，一个也不打开', () => {
    expect(drawersBetween('2024-01-01', '2025-12-31')).toEqual([
      { drawer: '2025', periods: [] },
      { drawer: '2024', periods: [] },
    ]);
    expect(drawersBetween('2025-11-20', '2026-02-03')).toEqual([
      { drawer: '2026', periods: ['month 2026-02', 'month 2026-01'] },
      { drawer: '2025', periods: ['month 2025-12', 'month 2025-11'] },
    ]);
    expect(drawersBetween('2025-12-25', '2026-01-12')).toEqual([
      { drawer: '2026', periods: ['days 2026-01-11', 'days 2026-01-01'] },
      { drawer: '2025', periods: ['days 2025-12-21'] },
    ]);
    expect(drawersBetween('2026-02-04', '2026-02-03')).toEqual([]);
  });

  it('第一段是今天所在的旬和前两旬；每一段都比前一段远，最后一段是全部', () => {
    expect(windowsBack('2026-03-05')).toEqual(['2026-02-11', '2026-01-01', '2025-10-01', '2025-04-01', '2024-01-01', '2021-01-01', undefined]);
    expect(windowsBack('2026-03-01')[0]).toBe('2026-02-11');
    fc.assert(
      fc.property(day, (today) => {
        const near = windowsBack(today).slice(0, -1) as PlainDate[];
        expect(daysBetween(near[0]!, today)).toBeGreaterThanOrEqual(18);
        near.slice(1).forEach((from, index) => expect(from < near[index]!).toBe(true));
      }),
    );
  });

  it('只问某天以后的，最后一段就从那一天起，不看那天以前', () => {
    fc.assert(
      fc.property(day, fc.nat(4_000), (until, back) => {
        const since = addDays(until, -back);
        const windows = windowsBack(until, since);
        expect(windows.at(-1)).toBe(since);
        windows.slice(0, -1).forEach((from) => expect(from! > since).toBe(true));
      }),
    );
    expect(windowsBack('2026-03-05', '2026-04-01')).toEqual(['2026-04-01']);
  });

  it('近处一件也没有，就看远得多的一段；有几件，就看按这个密度该够的那一段；总是往远处走，走得到头', () => {
    const until = '2026-03-05'; // the first window: since 11 February, 23 days; then since 1 January, October, April, 2024, 2021
    const windows = windowsBack(until);
    const next = (...looked: Look[]) => windows[nextWindow(windows, until, looked, 60)];
    expect(next({ at: 0, found: 30 })).toBe('2026-01-01');
    expect(next({ at: 0, found: 20 })).toBe('2025-10-01');
    expect(next({ at: 0, found: 0 })).toBe('2025-10-01');
    expect(next({ at: 0, found: 10 }, { at: 2, found: 40 })).toBe('2025-04-01');
    expect(next({ at: 0, found: 17 }, { at: 2, found: 18 })).toBeUndefined(); // they thin out: everything
    expect(next({ at: 0, found: 0 }, { at: 2, found: 0 })).toBeUndefined();
    fc.assert(
      fc.property(day, fc.uniqueArray(fc.nat(6), { minLength: 1, maxLength: 3 }), fc.array(fc.nat(59), { minLength: 3, maxLength: 3 }), (today, at, found) => {
        const all = windowsBack(today);
        const counts = found.sort((one, other) => one - other);
        const looked = at.sort((one, other) => one - other).map((each, index) => ({ at: each, found: counts[index]! }));
        const further = nextWindow(all, today, looked, 60);
        expect(further).toBeLessThan(all.length);
        expect(further > looked.at(-1)!.at || further === all.length - 1).toBe(true);
      }),
    );
  });
});
