/** 常用语: what an official writes again and again, kept under their own name on this device. Whatever looks like somebody's number is refused: phrases are about the work, never about a person. */
const MOST = 40;
const LONGEST = 500;

const placeOf = (person: string) => `huiyin.phrases.${person}`;

export function phrasesOf(person: string): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(placeOf(person)) ?? '[]');
    return Array.isArray(kept) ? kept.filter((each) => typeof each === 'string') : [];
  } catch {
    return [];
  }
}

/** The sentence that says why not, or nothing where it was kept. */
export function keepPhrase(person: string, text: string): string | undefined {
  const phrase = text.trim();
  const kept = phrasesOf(person);
  const not = whyNot(phrase, kept);
  if (not) return not;
  localStorage.setItem(placeOf(person), JSON.stringify([...kept, phrase]));
  return undefined;
}

export function dropPhrase(person: string, phrase: string): void {
  localStorage.setItem(placeOf(person), JSON.stringify(phrasesOf(person).filter((each) => each !== phrase)));
}

function whyNot(phrase: string, kept: readonly string[]): string | undefined {
  if (phrase.length < 4) return '先在上面写好一句，或者选中其中几句，再存。';
  if (phrase.length > LONGEST) return `一句最多 ${LONGEST} 字，请只选中要存的几句。`;
  if (/\d(?:[\s-]?\d){6,}/.test(phrase)) return '里面有电话、证件号或者编号，常用语里不存号码，请去掉再存。';
  if (kept.includes(phrase)) return '这一句已经存着。';
  return kept.length >= MOST ? `最多存 ${MOST} 句，请先去掉用不着的。` : undefined;
}
