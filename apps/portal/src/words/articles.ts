import type { Language } from '#contexts/intake/portal/domain/frame.ts';
import { LAWS } from './en/laws.ts';

/**
 * A basis as it is cited in Chinese, in the language of the page:
 * 《信访工作条例》第三十六条第一款 → art. 36 (1) of the Regulation on Petition Work.
 * What cannot be read this way stays as it is cited.
 */
export function articleIn(language: Language, article: string): string {
  if (language !== 'en') return article;
  return whole(article) ?? cited(article) ?? article;
}

/** No articles in it: a practice, a default, a rule known by its name. */
function whole(article: string): string | undefined {
  const [, place = ''] = /^地方做法：(.+)$/.exec(article) ?? [];
  return LAWS[article] ?? (PLACES[place] && `local practice of ${PLACES[place]}`);
}

const PLACES: Readonly<Record<string, string>> = { 潍坊: 'Weifang', 石家庄: 'Shijiazhuang', 肃宁: 'Suning' };

interface Cited {
  readonly law: string;
  readonly places: string[];
}

const ONE =
  /^(.*?)第([零一二三四五六七八九十百]+)条(?:第([一二三四五六七八九十]+)款)?(?:第([一二三四五六七八九十]+)项(?:至第([一二三四五六七八九十]+)项)?)?(（参照）)?$/;

/** Articles of one law or of several; a law that is not named again is the one before. */
function cited(article: string): string | undefined {
  const laws: Cited[] = [];
  for (const part of article.split('、')) {
    const [, name = '', number, paragraph, item, last, likewise] = ONE.exec(part) ?? [];
    if (!number) return undefined;
    if (name) laws.push({ law: LAWS[name.replaceAll(/^《|》$/g, '')] ?? '', places: [] });
    const of = laws.at(-1);
    if (!of?.law) return undefined;
    const items = item && ` item ${countOf(item)}${last ? ` to ${countOf(last)}` : ''}`;
    of.places.push(`${countOf(number)}${paragraph ? ` (${countOf(paragraph)})` : ''}${items ?? ''}${likewise ? ' (by analogy)' : ''}`);
  }
  return laws.map(({ law, places }) => `art${places.length > 1 ? 's' : ''}. ${places.join(', ')} of the ${law}`).join('; ');
}

const DIGITS = '零一二三四五六七八九';

/** 第二百三十五 → 235. */
function countOf(text: string): number {
  let sum = 0;
  let digit = 0;
  for (const letter of text) {
    if (letter === '百') sum += (digit || 1) * 100;
    else if (letter === '十') sum += (digit || 1) * 10;
    if (letter === '百' || letter === '十') digit = 0;
    else digit = DIGITS.indexOf(letter);
  }
  return sum + digit;
}
