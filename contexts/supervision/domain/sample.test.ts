import { describe, expect, it } from 'vitest';
import { chance } from '../../../test/random-history.ts';
import { isSampled } from './sample.ts';

describe('不再受理的抽查（R3）', () => {
  it('按事项编号抽十分之一，同一件每次都一样，谁也挑不了', () => {
    const random = chance(7);
    const ids = Array.from({ length: 20_000 }, () => [0, 1, 2].map(() => random.below(2 ** 31).toString(16)).join('-'));
    const drawn = ids.filter(isSampled);
    expect(drawn.length / ids.length).toBeGreaterThan(0.09);
    expect(drawn.length / ids.length).toBeLessThan(0.11);
    expect(ids.filter(isSampled)).toEqual(drawn);
  });
});
