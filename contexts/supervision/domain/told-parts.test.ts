import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FEWEST } from '#kernel/few.ts';
import { toldParts } from './told-parts.ts';

describe('不变量 28：分项和合计', () => {
  it('只藏一项，减一减就知道：再藏一项最小的；藏不住的，合计也不写', () => {
    expect(toldParts([12, 8, 3], 23)).toEqual({ parts: [12, null, null], whole: 23 });
    expect(toldParts([12, 8], 20)).toEqual({ parts: [12, 8], whole: 20 });
    expect(toldParts([20, 1, 1], 22)).toEqual({ parts: [null, null, null], whole: 22 }); // 1 + 1 is still a few
    expect(toldParts([9, 4, 4], 17)).toEqual({ parts: [9, null, null], whole: 17 });
    expect(toldParts([6], 8)).toEqual({ parts: [null], whole: 8 }); // two that belong nowhere yet
    expect(toldParts([2], 12)).toEqual({ parts: [null], whole: 12 }); // hidden among ten that belong nowhere yet
    expect(toldParts([3], 3)).toEqual({ parts: [null], whole: null });
    expect(toldParts([], 7)).toEqual({ parts: [], whole: 7 });
    expect(toldParts([], 0)).toEqual({ parts: [], whole: null });
  });

  it('一件可以先后属于两类，加起来比合计多：少的那一项照样藏', () => {
    expect(toldParts([3, 9], 5)).toEqual({ parts: [null, null], whole: 5 });
    expect(toldParts([3], 5)).toEqual({ parts: [null], whole: 5 });
    expect(toldParts([6, 1], 5)).toEqual({ parts: [null, null], whole: 5 });
  });

  it('写出来的数都不少于五；没写的加在一起也不少于五，而且不止一项', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 20 }), { maxLength: 6 }), fc.nat({ max: 12 }), (counts, rest) => {
        const all = counts.reduce((sum, count) => sum + count, rest);
        const { parts, whole } = toldParts(counts, all);
        const shown = parts.filter((count) => count !== null);
        expect(shown.every((count) => count >= FEWEST)).toBe(true);
        if (whole === null) return;
        const left = whole - shown.reduce((sum, count) => sum + count, 0);
        expect(left === 0 || left >= FEWEST).toBe(true);
        const few = counts.filter((count) => count > 0 && count < FEWEST);
        if (few.length > 0) expect(left).toBeGreaterThan(Math.max(...few));
      }),
    );
  });
});
