import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FEWEST, told, toldWithin } from './few.ts';

const isFew = (count: number) => count > 0 && count < FEWEST;

describe('公开的数，少于5件的不公布', () => {
  it('不变量 28：一个一个的数，0到4都不说，5起照说', () => {
    expect([0, 1, 4, 5, 120].map(told)).toEqual([null, null, null, 5, 120]);
  });

  it('不变量 28：采纳的在收到的里面：没采纳的只有三条，采纳几条也不说；全采纳、差五条以上的照说', () => {
    expect(toldWithin([12, 9, 2])).toEqual([12, null, null]);
    expect(toldWithin([12, 12, 7])).toEqual([12, 12, 7]);
    expect(toldWithin([30, 9, 6])).toEqual([30, 9, null]);
    expect(toldWithin([4, 0, 0])).toEqual([null, null, null]);
    expect(toldWithin([14, 12, 9])).toEqual([14, null, 9]);
  });

  it('不变量 28：说出来的任何一个数、任何两个数的差，都不是1到4', () => {
    const nested = fc.array(fc.nat(40), { minLength: 1, maxLength: 5 }).map((counts) => counts.sort((one, other) => other - one));
    fc.assert(
      fc.property(nested, (counts) => {
        const shown = toldWithin(counts).filter((count) => count !== null);
        for (const one of shown) {
          expect(one).toBeGreaterThanOrEqual(FEWEST);
          for (const other of shown) expect(isFew(one - other)).toBe(false);
        }
      }),
    );
  });
});
