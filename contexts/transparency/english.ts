import type { Directory } from '#contexts/directory/index.ts';

/**
 * English names of what the directory has only in Chinese, written by the
 * operator: by unit code the name of an organ, `… address` and `… does` for where
 * it is and what it is there for, by region the name of the place, `hours`, and
 * `discipline` where no organ of that kind is in the directory. What is not given
 * is shown in Chinese.
 */
export type English = Readonly<Record<string, string>>;

const LONGEST = 300;
const CHINESE = /\p{Script=Han}/u;
const UNSEEN = /[\p{Cc}\p{Cf}]/u;

/** What of a file can be shown, and what in it is wrong. A value that is still Chinese, or empty, counts as not given. */
export function readEnglish(text: string): { readonly english: English; readonly wrong: readonly string[] } {
  const given = parse(text);
  if (typeof given === 'string') return { english: {}, wrong: [given] };
  const wrong: string[] = [];
  const english: Record<string, string> = {};
  for (const [key, value] of Object.entries(given)) {
    if (typeof value !== 'string') wrong.push(`“${key}”后面应是一段带引号的文字。`);
    else if ([...value].length > LONGEST) wrong.push(`“${key}”太长，最多${LONGEST}个字符。`);
    else if (UNSEEN.test(value)) wrong.push(`“${key}”里有换行或者看不见的字符，请删掉重打。`);
    else if (value.trim() && !CHINESE.test(value)) english[key] = value.trim();
  }
  return { english, wrong };
}

function parse(text: string): Readonly<Record<string, unknown>> | string {
  try {
    const given: unknown = JSON.parse(text.replace(/^\ufeff/, ''));
    if (typeof given === 'object' && given !== null && !Array.isArray(given)) return given as Record<string, unknown>;
  } catch (error) {
    return `不是写好的 JSON（${(error as Error).message}）。常见的是少了逗号或者引号。`;
  }
  return '应是用 { } 括起来的“代码: 英文”。';
}

/** Everything that can be said in English, with what is shown without it. */
export function keysForEnglish({ organs, regions }: Pick<Directory, 'organs' | 'regions'>): ReadonlyMap<string, string> {
  const places = regions.flatMap((region) => {
    const government = organs.find(({ unit, type }) => type === 'government' && unit.startsWith(`${region}/`));
    return government ? [[region, government.name.replace(/人民政府$/, '')] as const] : [];
  });
  const offices = organs.flatMap(({ unit, name, address, duties }) => [
    [unit, name] as const,
    ...(address ? [[`${unit} address`, address] as const] : []),
    ...(duties.length > 0 ? [[`${unit} does`, duties.map(({ title }) => title).join('、')] as const] : []),
  ]);
  const hours = organs.find(({ type }) => type === 'petitionDept')?.hours ?? '';
  return new Map([...places, ['hours', hours], ['discipline', '纪检监察机关'], ...offices]);
}
