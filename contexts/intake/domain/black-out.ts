/**
 * Blacking out 涂黑: what the accusing part of a mixed letter says is made
 * unreadable wherever the other parts repeat it, before any unit is given them
 * (第三十条第三款, R13). The bar says nothing of how much stood there.
 */
export const BAR = '■■■■';

const CLAUSE = 6; // a whole clause of the accusation, repeated word for word
const RUN = 12; // or any run of so many characters, wherever a clause begins; long enough that the name of an office alone is none
const BREAKS = /[。！？!?；;，,、：:…\n\r“”"（）()《》]+/;
const IS_WORD = /[\p{L}\p{N}]/u;

export interface Hidden {
  readonly accusing: readonly string[]; // titles, texts and claims of what accuses somebody
  readonly words: readonly string[]; // a person adds: a name, a post, a telephone number
}

export function blackOut(text: string, { accusing, words }: Hidden): string {
  const { letters, places } = lettersOf(text);
  const black = new Array<boolean>(text.length).fill(false);
  const mark = (from: number, length: number) => {
    for (let at = from; at < from + length; at += 1) black[places[at]!] = true;
  };
  for (const wanted of wantedIn(accusing, words)) {
    for (let at = letters.indexOf(wanted); at >= 0; at = letters.indexOf(wanted, at + 1)) mark(at, wanted.length);
  }
  const runs = runsOf(accusing);
  for (let at = 0; at + RUN <= letters.length; at += 1) if (runs.has(letters.slice(at, at + RUN))) mark(at, RUN);
  return withBars(text, black);
}

/** What somebody reads who has the text as it stands after blacking out: nothing of it, if this is empty. */
export const readableIn = (text: string): string => lettersOf(text.replaceAll(BAR, '')).letters;

/** Letters and digits alone: a line break or another comma does not hide that it is the same. */
function lettersOf(text: string): { readonly letters: string; readonly places: readonly number[] } {
  const places: number[] = [];
  let letters = '';
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at]!;
    if (!IS_WORD.test(letter) && !isSurrogate(letter)) continue;
    const lower = letter.toLowerCase();
    letters += lower.length === 1 ? lower : letter; // some capitals have two small letters
    places.push(at);
  }
  return { letters, places };
}

const isSurrogate = (letter: string) => letter >= '\uD800' && letter <= '\uDFFF';

function wantedIn(accusing: readonly string[], words: readonly string[]): Set<string> {
  const clauses = accusing.flatMap((text) => text.split(BREAKS).map((clause) => lettersOf(clause).letters));
  const named = words.map((word) => lettersOf(word).letters).filter((word) => word.length > 0);
  return new Set([...clauses.filter((clause) => clause.length >= CLAUSE), ...named]);
}

function runsOf(accusing: readonly string[]): Set<string> {
  const runs = new Set<string>();
  for (const text of accusing) {
    const { letters } = lettersOf(text);
    for (let at = 0; at + RUN <= letters.length; at += 1) runs.add(letters.slice(at, at + RUN));
  }
  return runs;
}

/** One bar for each stretch, over the signs in between too. */
function withBars(text: string, black: readonly boolean[]): string {
  let written = '';
  let at = 0;
  while (at < text.length) {
    if (!black[at]) {
      written += text[at];
      at += 1;
      continue;
    }
    let end = at + 1;
    for (let next = end; next < text.length && (black[next] || !IS_WORD.test(text[next]!)); next += 1) if (black[next]) end = next + 1;
    written += BAR;
    at = end;
  }
  return written;
}
