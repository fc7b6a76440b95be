/** Chance that can be had again: a failure is run anew with its seed. */
export interface RandomSource {
  below(limit: number): number;
}

/** The same numbers for the same seed (mulberry32). */
export function chance(seed: number): RandomSource {
  let state = seed >>> 0;
  return {
    below(limit) {
      state = (state + 0x6d2b79f5) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
    },
  };
}

/** What makers draw with. */
export interface Drawing {
  readonly below: (limit: number) => number;
  readonly pick: <T>(list: readonly T[]) => T;
  readonly yes: () => boolean;
}

export function drawingFrom(random: RandomSource): Drawing {
  const below = (limit: number) => random.below(limit);
  return { below, pick: (list) => list[below(list.length)]!, yes: () => below(2) === 0 };
}
