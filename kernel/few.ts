/**
 * Counts that anybody may read. Fewer than five could point to a person, so
 * they are not told; and neither is a number that would give such a one away
 * by subtraction (不变量 28).
 */
export const FEWEST = 5;

export const told = (count: number): number | null => (count < FEWEST ? null : count);

/** Each within the one before it, as what was adopted within what came: what is left over must not be a few either. */
export function toldWithin(counts: readonly number[]): (number | null)[] {
  let last: number | undefined; // the newest number told, from which the next could be taken away
  return counts.map((count) => {
    const over = last === undefined ? 0 : last - count;
    if (count < FEWEST || (over > 0 && over < FEWEST)) return null;
    last = count;
    return count;
  });
}
