/** Evidence of sending and receipt is kept as named values: said here in the words of its form. Anything else is shown as it was written. */
import { METHODS } from '#contexts/documents/domain/delivery.ts';

const LABELS: ReadonlyMap<string, string> = new Map(
  Object.values(METHODS).flatMap(({ dispatch, delivery }) => [...dispatch, ...delivery].map(({ name, label }) => [name, label] as const)),
);

export function inWords(text: string): string {
  if (!text.startsWith('{')) return text;
  try {
    const evidence = JSON.parse(text) as Record<string, unknown>;
    return Object.entries(evidence)
      .map(([name, value]) => `${LABELS.get(name) ?? name} ${String(value)}`)
      .join('；');
  } catch {
    return text; // somebody wrote a brace
  }
}
