import { createHmac, createSecretKey } from 'node:crypto';
import type { Key } from './keys.ts';

/**
 * Search without words. A text is cut into bigrams (Chinese) and words (Latin,
 * short numbers); each is kept as the first 48 bits of its HMAC, so the index
 * finds what the text holds and tells nobody what that is. A token is hidden
 * together with a drawer (a year, say): the lists of the index are as long as
 * one drawer has texts, and how often a word occurs is told for none but it.
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

const SURROGATE = /[\ud800-\udfff]/;

function bigramsOf(run: string): string[] {
  const characters = SURROGATE.test(run) ? [...run] : run; // most have none: then a character is a place in the text
  const pairs: string[] = [];
  for (let index = 1; index < characters.length; index += 1) pairs.push(characters[index - 1]! + characters[index]!);
  return pairs;
}

/** What a text is found by. */
export function tokensOf(text: string): Set<string> {
  const tokens = new Set<string>();
  for (const run of runsOf(text)) {
    if (!CHINESE.test(run)) tokens.add(run);
    else for (const pair of bigramsOf(run)) tokens.add(pair);
  }
  return tokens;
}

/** Hides tokens with the search key of a region. What it hid lately it knows by heart. */
export interface Hider {
  /** A literal `tsvector`, without positions, of a text that lies in this drawer. */
  vector(text: string, drawer: string): string;
  /** A literal `tsquery`: all that was asked, in this drawer. Undefined when nothing of it can be searched, such as one character alone. */
  query(words: string, drawer: string): string | undefined;
  /** A token that no text can hold, for what a text is found by besides its words: a unit, a fact, a period. */
  mark(name: string): string;
}

const REMEMBERED = 100_000;

export function createHider({ secret }: Key): Hider {
  const key = createSecretKey(secret); // a sixth of the time that the bare bytes take
  const hide = (text: string) => createHmac('sha256', key).update(text).digest('hex').slice(0, 12);
  const drawers = new Map<string, Map<string, string>>();
  const marks = new Map<string, string>();
  let remembered = 0;

  function listed(text: string, drawer: string, between: string): string {
    const known = drawers.get(drawer) ?? new Map<string, string>();
    drawers.set(drawer, known);
    const hidden: string[] = [];
    for (const token of tokensOf(text)) hidden.push(known.get(token) ?? remember(known, token, hide(`${drawer} ${token}`)));
    if (remembered >= REMEMBERED) forget();
    return hidden.join(between);
  }

  function remember(known: Map<string, string>, token: string, hidden: string): string {
    known.set(token, hidden);
    remembered += 1;
    return hidden;
  }

  function forget(): void {
    drawers.clear();
    marks.clear();
    remembered = 0;
  }

  return {
    vector: (text, drawer) => listed(text, drawer, ' '),
    query: (words, drawer) => listed(words, drawer, ' & ') || undefined,
    mark: (name) => marks.get(name) ?? remember(marks, name, hide(markOf(name))),
  };
}

/** Letters alone and far too many of them: no run of letters in a text is this one. */
const markOf = (name: string): string =>
  `unit${Buffer.from(name)
    .toString('hex')
    .replaceAll(/./g, (digit) => 'abcdefghijklmnop'[Number.parseInt(digit, 16)]!)}`;

/** Do the words that were asked really stand there? The index also shows a text that holds their bigrams apart. */
export function holds(text: string, words: string): boolean {
  const plain = plainOf(text);
  const parts = new Set(runsOf(text));
  return runsOf(words).every((run) => (CHINESE.test(run) ? plain.includes(run) : parts.has(run)));
}
