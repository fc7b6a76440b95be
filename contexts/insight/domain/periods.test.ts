import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type PlainDate } from '#kernel/dates.ts';
import { nextWindow, periodsOf, windowsBack } from './periods.ts';

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

  it('今天收到的在第一段里，一个多月前的也在', () => {
    const first = windowsBack('2026-03-05')[0]!.periods;
    for (const on of ['2026-03-05', '2026-02-01'] satisfies PlainDate[]) expect(periodsOf(on).some((period) => first.includes(period))).toBe(true);
    expect(periodsOf('2026-01-31').some((period) => first.includes(period))).toBe(false);
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

  it('近处一件也没有，下一次就看全部；有几件，就看按这个密度该够的那一段；总是往远处走，走得到头', () => {
    const windows = windowsBack('2026-03-05'); // since 1 February: 32 days
    expect(nextWindow(windows, 0, '2026-03-05', 0, 60)).toBe(3);
    expect(nextWindow(windows, 0, '2026-03-05', 30, 60)).toBe(1);
    expect(nextWindow(windows, 0, '2026-03-05', 4, 60)).toBe(2);
    expect(nextWindow(windows, 0, '2026-03-05', 1, 60)).toBe(3);
    fc.assert(
      fc.property(day, fc.nat(3), fc.nat(59), (today, at, found) => {
        const all = windowsBack(today);
        const next = nextWindow(all, at, today, found, 60);
        expect(next).toBeLessThan(all.length);
        expect(next > at || next === all.length - 1).toBe(true);
      }),
    );
  });
});
