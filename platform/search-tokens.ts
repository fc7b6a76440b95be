import { createHmac, createSecretKey } from 'node:crypto';
import type { Key } from './keys.ts';

/**
 * Search without words. A text is cut into bigrams (Chinese) and words (Latin,
 * short numbers); each is kept as the first 48 bits of its HMAC, so the index
 * finds what the text holds and tells nobody what that is.
 *
 * Every phrase of two characters and more is found (recall 1), and rarely
 * something else too: whoever shows results rechecks them with `holds`.
 * Two things are not here. A single character: an index of characters could be
 * read by how often each occurs. Runs of six and more digits: a telephone number
 * has too few values to hide in an index that everybody may query (search-blind.ts).
 */
const RUN = /[\p{Script=Han}\p{Script=Bopomofo}]+|[\p{N}--\p{Script=Han}]+|[[\p{L}\p{M}]--[\p{Script=Han}\p{Script=Bopomofo}]]+/gv;
const CHINESE = /^[\p{Script=Han}\p{Script=Bopomofo}]/v;
const LONG_DIGITS = /^\p{N}{6,}$/u;

/** How texts are compared: full width, case and composed signs make no difference. */
export const plainOf = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Runs of Chinese, of digits, of letters: each by itself, so that “3栋b2” and “B2” meet. Other signs part two runs. */
function runsOf(text: string): string[] {
  return (plainOf(text).match(RUN) ?? []).filter((run) => !LONG_DIGITS.test(run));
}

function bigramsOf(run: string): string[] {
  const characters = [...run];
  return characters.slice(1).map((character, index) => characters[index]! + character);
}

/** What a text is found by. */
export function tokensOf(text: string): Set<string> {
  return new Set(runsOf(text).flatMap((run) => (CHINESE.test(run) ? bigramsOf(run) : [run])));
}

/** Hides tokens with the search key of a region. What it hid lately it knows by heart. */
export interface Hider {
  /** A literal `tsvector`, without positions. */
  vector(text: string): string;
  /** A literal `tsquery`: all that was asked. Undefined when nothing of it can be searched, such as one character alone. */
  query(words: string): string | undefined;
}

const REMEMBERED = 100_000;

export function createHider({ secret }: Key): Hider {
  const key = createSecretKey(secret); // a sixth of the time that the bare bytes take
  const known = new Map<string, string>();
  const hide = (token: string): string => {
    const found = known.get(token);
    if (found) return found;
    const hidden = createHmac('sha256', key).update(token).digest('hex').slice(0, 12);
    if (known.size >= REMEMBERED) known.clear();
    known.set(token, hidden);
    return hidden;
  };
  const listed = (text: string, between: string) => [...tokensOf(text)].map(hide).join(between);
  return {
    vector: (text) => listed(text, ' '),
    query: (words) => listed(words, ' & ') || undefined,
  };
}

/** Do the words that were asked really stand there? The index also shows a text that holds their bigrams apart. */
export function holds(text: string, words: string): boolean {
  const plain = plainOf(text);
  const parts = new Set(runsOf(text));
  return runsOf(words).every((run) => (CHINESE.test(run) ? plain.includes(run) : parts.has(run)));
}
