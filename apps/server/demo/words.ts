/** Pairs of neighbouring characters: enough to see whether two short texts speak of the same thing. */
export function pairsOf(text: string): Set<string> {
  const plain = [...text.replace(/[^\p{Script=Han}]/gu, '')];
  return new Set(plain.slice(1).map((character, index) => `${plain[index]}${character}`));
}

/** The first sentence, and what comes after it. */
export function splitSentence(text: string): readonly [first: string, rest: string] {
  const end = text.search(/[。；]/);
  return end < 0 ? [text, ''] : [text.slice(0, end + 1).replace('；', '。'), text.slice(end + 1)];
}
