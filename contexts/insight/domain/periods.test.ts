import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type PlainDate } from '#kernel/dates.ts';
import { periodsOf, windowsBack } from './periods.ts';

describe('检索先看近的', () => {
  const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2000-01-01', days));

  it('每一段都包含前一段：近处有的，往远处找时也还在', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 2_000 }), (today, age) => {
        const marks = periodsOf(addDays(today, -age));
        const inside = windowsBack(today).map((window) => window.length === 0 || window.some((period) => marks.includes(period)));
        expect(inside.at(-1)).toBe(true);
        inside.forEach((found, index) => expect(!found || inside[index + 1] !== false).toBe(true));
      }),
    );
  });

  it('今天收到的在第一段里，一个多月前的也在', () => {
    const first = windowsBack('2026-03-05')[0]!;
    for (const on of ['2026-03-05', '2026-02-01'] satisfies PlainDate[]) expect(periodsOf(on).some((period) => first.includes(period))).toBe(true);
    expect(periodsOf('2026-01-31').some((period) => first.includes(period))).toBe(false);
  });
});
