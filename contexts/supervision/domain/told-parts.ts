/**
 * Parts of a whole that is told as well (不变量 28). A part of fewer than five
 * is not told; and neither is the smallest of the others, where the few could
 * be found by taking away from the whole all that is told. Where nothing is
 * left to hide, the whole is not told.
 */
import { FEWEST, told } from '#kernel/few.ts';

export interface ToldParts {
  readonly parts: readonly (number | null)[];
  readonly whole: number | null;
}

export function toldParts(counts: readonly number[], whole: number): ToldParts {
  if (told(whole) === null) return { parts: counts.map(told), whole: null };
  const rest = whole - sum(counts); // what belongs to none of them, as what nobody has classified yet
  const open = new Set(counts.flatMap((count, at) => (told(count) === null ? [] : [at])));
  for (;;) {
    const hidden = [...counts.filter((_, at) => !open.has(at)), ...(rest > 0 ? [rest] : [])];
    const givesAway = hidden.some((count) => count < FEWEST) && (hidden.length < 2 || sum(hidden) < FEWEST);
    const parts = counts.map((count, at) => (open.has(at) ? count : null));
    if (!givesAway) return { parts, whole };
    if (open.size === 0) return { parts, whole: null };
    open.delete([...open].reduce((least, at) => (counts[at]! < counts[least]! ? at : least)));
  }
}

const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0);
