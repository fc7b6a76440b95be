/** Who somebody was said to be before it was corrected: not kept longer than it is true, where they ask for it. */
import type { Words } from '#kernel/decider.ts';

export function superseded(past: readonly object[]): readonly Words[] {
  const told = past.flatMap((action) => {
    const { parties } = action as { parties?: unknown };
    return isWords(parties) ? [parties] : [];
  });
  const newest = told.at(-1);
  return told.filter(({ id }) => id !== newest?.id);
}

const isWords = (value: unknown): value is Words => typeof value === 'object' && value !== null && 'id' in value && 'hash' in value;
