/** What a person adds about a letter that asks and accuses, and whether it is one. */
import type { PartDraft } from '../triage/parts.ts';

export interface MixedChoice {
  blackOut: string; // further words, as typed
  release: readonly number[];
}

export const wordsIn = (typed = '') => typed.split(/[\s，,、；;]+/).filter(Boolean);

/** Only where it is mixed: otherwise there is nothing to black out and nothing to release. */
export function mixedOf({ blackOut: typed, release = [] }: Partial<MixedChoice>, parts: readonly PartDraft[]) {
  if (!isMixed(parts)) return {};
  return { blackOut: wordsIn(typed), release: [...release] };
}

export function isMixed(parts: readonly PartDraft[]): boolean {
  const sealed = parts.filter(({ accusation }) => accusation).length;
  return sealed > 0 && sealed < parts.length;
}
