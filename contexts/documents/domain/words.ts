import { CATALOGUE } from './catalogue.ts';
import type { PaperCode } from './kind.ts';

/** What an office may say in its own words. What a paper must say is in its template and cannot be taken out. */
export const WORD_PARTS = {
  opening: { label: '开头语', hint: '放在正文第一段以前', most: 500 },
  closing: { label: '结束语', hint: '放在正文最后、联系人以前', most: 500 },
  contact: { label: '联系信息', hint: '放在联系人下面，如接待时间、乘车路线', most: 200 },
  appendix: { label: '附页', hint: '另起一页，放在落款以后', most: 3_000 },
} as const;

export type WordPart = keyof typeof WORD_PARTS;
export type Texts = Readonly<Record<WordPart, string>>;

/** Papers with room for an office's own words: letters, red-head documents, notices, answers; a form or a record has none. */
export const hasWords = (code: PaperCode) => ['函', '文', '公告', '电子'].includes(CATALOGUE[code].form);

/** Words that would ask somebody to give up a right (rights R7, R15), whatever stands around them. */
const WAIVERS = /息访|罢访|息诉|(不得|不再|不准|禁止|停止|放弃|承诺不)[^。；，]{0,8}(信访|上访|来访|来信|写信|投诉|举报|复查|复核|复议|起诉|诉讼)/;
const LABELS = /缠访|闹访|无理取闹|重点人员|非正常上访|刁民/;

/** What keeps these words from being saved, in a sentence; nothing if they are fine. */
export function wrongWords(texts: Texts): string | undefined {
  for (const [part, { label, most }] of Object.entries(WORD_PARTS)) {
    const text = texts[part as WordPart];
    if ([...text].length > most) return `${label}最多${most}字，现在是${[...text].length}字。请删短。`;
    const waiver = WAIVERS.exec(text)?.[0];
    if (waiver) return `${label}里的“${waiver}”会让人以为要放弃权利，不能用在文书里。请删去。`;
    const found = LABELS.exec(text)?.[0];
    if (found) return `${label}里的“${found}”是给人贴标签，不能用在文书里。请删去。`;
  }
  return Object.values(texts).every((text) => text.trim() === '') ? '四处都是空的。不需要单位用语的，请停用，不用存空的一版。' : undefined;
}

/** F07/1+3 → 3: the version of the office's words with which a paper was issued. */
export const wordsVersionOf = (template: string): number | undefined => {
  const version = template.split('+')[1];
  return version === undefined ? undefined : Number(version);
};
