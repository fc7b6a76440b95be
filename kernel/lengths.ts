import { addWorkingDays, workingDayFrom, workingDayUntil, subtractWorkingDays, type Calendar } from './calendar.ts';
import { addDays, addMonths, type PlainDate } from './dates.ts';

/** How long a clock runs. One unit each; `dateGiven` stands in the act itself. */
export type Length =
  | { readonly days: number }
  | { readonly workingDays: number }
  | { readonly months: number }
  | { readonly hours: number }
  | { readonly atOnce: true }
  | { readonly dateGiven: true };

export const UNITS = ['days', 'workingDays', 'months', 'hours', 'atOnce', 'dateGiven'] as const;

/** The un-rolled last day. Day 0 is not counted (民法典第二百零一条). Hours end at an instant and are counted elsewhere. */
export function lastDay(length: Length, day0: PlainDate, calendar: Calendar): PlainDate | undefined {
  if ('days' in length) return addDays(day0, length.days);
  if ('workingDays' in length) return addWorkingDays(calendar, day0, length.workingDays);
  if ('months' in length) return addMonths(day0, length.months);
  return 'atOnce' in length ? day0 : undefined;
}

/** Counted back from an event, which is not counted: the last day on which it can still be done. */
export function lastDayBefore(length: Length, event: PlainDate, calendar: Calendar): PlainDate | undefined {
  if ('days' in length) return addDays(event, -length.days);
  return 'workingDays' in length ? subtractWorkingDays(calendar, event, length.workingDays) : undefined;
}

/** A last day on a rest day goes to the next working day (民法典第二百零三条); counted back, to the one before. */
export function roll(date: PlainDate, calendar: Calendar, backward = false): PlainDate {
  return backward ? workingDayUntil(calendar, date) : workingDayFrom(calendar, date);
}

/** Whether this length, in its worst case, ends within that one in its best: other units are compared by the calendar. */
export function isWithin(length: Length, bound: Length, calendar: Calendar): boolean {
  const unit = unitOf(length);
  if (unit === 'dateGiven' || 'dateGiven' in bound) return unit === unitOf(bound);
  if (unit === unitOf(bound)) return countOf(length) <= countOf(bound);
  return longest(length, calendar) <= shortest(bound);
}

export function isSame(one: Length, other: Length): boolean {
  return unitOf(one) === unitOf(other) && countOf(one) === countOf(other);
}

/** 15日, 5个工作日, 3个月, 30分钟. */
export function inChinese(length: Length): string {
  if ('days' in length) return `${length.days}日`;
  if ('workingDays' in length) return length.workingDays === 0 ? '当个工作日' : `${length.workingDays}个工作日`;
  if ('months' in length) return `${length.months}个月`;
  if ('hours' in length) return length.hours < 1 ? `${length.hours * 60}分钟` : `${length.hours}小时`;
  return 'atOnce' in length ? '当场' : '日期另行指定';
}

export function inEnglish(length: Length): string {
  const several = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`;
  if ('days' in length) return several(length.days, 'day');
  if ('workingDays' in length) return length.workingDays === 0 ? 'same working day' : several(length.workingDays, 'working day');
  if ('months' in length) return several(length.months, 'month');
  if ('hours' in length) return length.hours < 1 ? several(length.hours * 60, 'minute') : several(length.hours, 'hour');
  return 'atOnce' in length ? 'on the spot' : 'a date set in the act itself';
}

const unitOf = (length: Length) => Object.keys(length)[0] as (typeof UNITS)[number];
const countOf = (length: Length) => Number(Object.values(length)[0]);

/** In calendar days, over the years that the calendar knows. */
function longest(length: Length, { counts: { worked } }: Calendar): number {
  if ('hours' in length) return Math.ceil(length.hours / 24);
  if ('months' in length) return length.months * 31;
  if (!('workingDays' in length)) return 'days' in length ? length.days : 0;
  let most = 0;
  for (let index = 0; index + length.workingDays < worked.length; index += 1) {
    most = Math.max(most, (worked[index + length.workingDays] ?? 0) - (worked[index] ?? 0));
  }
  return most;
}

function shortest(length: Length): number {
  if ('hours' in length) return Math.floor(length.hours / 24);
  return 'months' in length ? length.months * 28 : 'atOnce' in length ? 0 : countOf(length);
}
