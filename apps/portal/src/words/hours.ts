import type { Language } from '#contexts/intake/portal/domain/frame.ts';

const WORDS: readonly (readonly [RegExp, string])[] = [
  [/每个?工作日|工作日/g, 'Working days '],
  [/(?:法定)?节假日(?:除外|休息)/g, 'not on public holidays'],
  [/(?:周|星期)([一二三四五六日天])/g, '$1'],
  [/一/g, 'Mon'],
  [/二/g, 'Tue'],
  [/三/g, 'Wed'],
  [/四/g, 'Thu'],
  [/五/g, 'Fri'],
  [/六/g, 'Sat'],
  [/[日天]/g, 'Sun'],
  [/[至到]/g, ' to '],
  [/上午/g, ' a.m. '],
  [/下午/g, ' p.m. '],
  [/[，、；]/g, ', '],
  [/\s+(?=,)|(?<=\s)\s+/g, ''],
];

/** Office hours as the directory has them, in English where every word of them is known; else as they are. */
export function hoursIn(language: Language, hours: string): string {
  if (language !== 'en') return hours;
  const english = WORDS.reduce((text, [word, put]) => text.replaceAll(word, put), hours).trim();
  return /\p{Script=Han}/u.test(english) ? hours : english;
}
