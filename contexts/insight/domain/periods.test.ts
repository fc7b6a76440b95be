import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type PlainDate } from '#kernel/dates.ts';
import { nextWindow, periodsOf, windowsBack, yearsAfter, type Look } from './periods.ts';

describe('检索先看近的', () => {
  const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2000-01-01', days));

  it('每一段都包含前一段：近处有的，往远处找时也还在', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 2_000 }), (today, age) => {
        const marks = periodsOf(addDays(today, -age));
        const inside = windowsBack(today).map(({ periods }) => periods.length === 0 || periods.some((period) => marks.includes(period)));
        expect(inside.at(-1)).toBe(true);
        inside.forEach((found, index) => expect(!found || inside[index + 1] !== false).toBe(true));
      }),
    );
  });

  it('第一段是今天所在的旬和前两旬', () => {
    const first = windowsBack('2026-03-05')[0]!.periods;
    for (const on of ['2026-03-05', '2026-02-28', '2026-02-11'] satisfies PlainDate[])
      expect(periodsOf(on).some((period) => first.includes(period))).toBe(true);
    expect(periodsOf('2026-02-10').some((period) => first.includes(period))).toBe(false);
  });

  it('只问某天以后的，最后一段就从那一年起，一样包含那天以后的每一天', () => {
    fc.assert(
      fc.property(day, fc.nat(4_000), fc.nat(4_000), (until, back, age) => {
        const since = addDays(until, -back);
        const windows = windowsBack(until, since);
        const { from, periods } = windows.at(-1)!;
        expect(from).toBe(`${since.slice(0, 4)}-01-01`);
        if (age <= back) expect(periodsOf(addDays(until, -age)).some((period) => periods.includes(period))).toBe(true);
        windows.slice(0, -1).forEach((window) => expect(window.from! > from!).toBe(true));
      }),
    );
  });

  it('问到过去某天为止的，不看那年以后的年份', () => {
    expect(yearsAfter('2023-12-31', '2026-03-05')).toEqual(['year 2024', 'year 2025', 'year 2026']);
    expect(yearsAfter('2026-03-05', '2026-03-05')).toEqual([]);
  });

  it('每一段从哪天起，就恰好包含那天以后的：前一天的不在', () => {
    fc.assert(
      fc.property(day, (today) => {
        for (const { periods, from } of windowsBack(today)) {
          if (!from) continue;
          expect(periodsOf(from).some((period) => periods.includes(period))).toBe(true);
          expect(periodsOf(addDays(from, -1)).some((period) => periods.includes(period))).toBe(false);
        }
      }),
    );
  });

  it('近处一件也没有，就看远得多的一段；有几件，就看按这个密度该够的那一段；总是往远处走，走得到头', () => {
    const until = '2026-03-05'; // the first window: since 11 February, 23 days; then since 1 January, October, April, 2024, 2021
    const windows = windowsBack(until);
    const next = (...looked: Look[]) => windows[nextWindow(windows, until, looked, 60)]!.from;
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
