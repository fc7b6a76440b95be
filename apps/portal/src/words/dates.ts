import { addDays, dateInChina, dayOf, monthOf, weekdayOf, yearOf, type PlainDate } from '#kernel/dates.ts';
import type { Language } from '#contexts/intake/portal/domain/frame.ts';
import type { PublicClock } from '#contexts/transparency/domain/progress.ts';

const ZH_DAYS = ['日', '一', '二', '三', '四', '五', '六'];
const EN_DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const EN_MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'June', 'July', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'];

/** 10月8日 / 8 Oct. */
export function shortDay(date: PlainDate, language: Language): string {
  return language === 'en' ? `${dayOf(date)} ${EN_MONTHS[monthOf(date) - 1]}` : `${monthOf(date)}月${dayOf(date)}日`;
}

/** 10月8日（周四） / Thu 8 Oct. */
export function day(date: PlainDate, language: Language): string {
  const at = weekdayOf(date);
  return language === 'en' ? `${EN_DAYS[at]} ${shortDay(date, language)}` : `${shortDay(date, language)}（周${ZH_DAYS[at]}）`;
}

/** The year once a page: 2026年10月8日（周四） / Thu 8 Oct 2026. */
export function fullDay(date: PlainDate, language: Language): string {
  return language === 'en' ? `${day(date, language)} ${yearOf(date)}` : `${yearOf(date)}年${day(date, language)}`;
}

export function yearDay(date: PlainDate, language: Language): string {
  return language === 'en' ? `${shortDay(date, language)} ${yearOf(date)}` : `${yearOf(date)}年${shortDay(date, language)}`;
}

/** 2026年7月20日（周一）9:42 / Mon 20 July 2026, 9:42. */
export function moment(iso: string, language: Language): string {
  return timed(fullDay(dateInChina(new Date(iso)), language), iso, language);
}

/** The last day of a clock; where hours are counted, with the time of day: 10月8日（周四）9:42. */
export function lastOf({ legalOn, hours }: Pick<PublicClock, 'legalOn' | 'hours'>, language: Language): string {
  return hours ? timed(day(legalOn, language), hours.to, language) : day(legalOn, language);
}

/** When it began, likewise. */
export function firstOf({ startedOn, hours }: Pick<PublicClock, 'startedOn' | 'hours'>, language: Language): string {
  return hours ? timed(day(startedOn, language), hours.from, language) : day(startedOn, language);
}

function timed(date: string, iso: string, language: Language): string {
  const china = new Date(new Date(iso).getTime() + 8 * 3_600_000);
  const time = `${china.getUTCHours()}:${String(china.getUTCMinutes()).padStart(2, '0')}`;
  return language === 'en' ? `${date}, ${time}` : `${date}${time}`;
}

export const dayAfter = (date: PlainDate) => addDays(date, 1);
