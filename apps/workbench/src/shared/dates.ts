/** Dates as people here say them: 11月20日（周五）; the year only when it is another one. All in China time. */
import { dateInChina, daysBetween, type PlainDate } from '#kernel/dates.ts';

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'];

export const todayInChina = (): PlainDate => dateInChina(new Date());

export const weekday = (date: string) => `周${WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()]}`;

/** 11月20日, with the year in front when it is not this one. */
export function day(date: string, today: string = todayInChina()): string {
  const [year, month, dayOfMonth] = date.split('-').map(Number);
  return `${date.slice(0, 4) === today.slice(0, 4) ? '' : `${year}年`}${month}月${dayOfMonth}日`;
}

/** 11月20日（周五） */
export const dayAndWeekday = (date: string, today?: string) => `${day(date, today)}（${weekday(date)}）`;

/** A sentence of the server that holds dates as they are written down: said as everywhere. */
export const daysIn = (text: string) => text.replaceAll(/\b\d{4}-\d\d-\d\d\b/g, (date) => day(date));

/** The date in China of a moment. */
export const dateOf = (moment: string): PlainDate => dateInChina(new Date(moment));

/** 11月20日 08:52 */
export function moment(at: string, today?: string): string {
  return `${day(dateOf(at), today)} ${timeOfDay(at)}`;
}

export function timeOfDay(at: string): string {
  return new Date(new Date(at).getTime() + 8 * 3_600_000).toISOString().slice(11, 16);
}

/** 收件至今 71 天 */
export const daysSince = (at: string, today: PlainDate = todayInChina()) => daysBetween(at.length > 10 ? dateOf(at) : (at as PlainDate), today);

/** What a field of kind datetime-local holds, as a moment in China whatever the computer thinks. */
export const toMoment = (wall: string) => new Date(`${wall.length === 16 ? `${wall}:00` : wall}+08:00`).toISOString();
export const toWall = (at: string) => `${dateOf(at)}T${timeOfDay(at)}`;
