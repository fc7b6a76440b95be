import { isWorkingDay, workingDayFrom, workingDayUntil, type Calendar } from '#kernel/calendar.ts';
import { addDays, dateInChina, instantInChina, type PlainDate } from '#kernel/dates.ts';
import type { Story } from '../../../data/demo/schema.ts';

/** From the days of a story to moments of the calendar, whatever day today is. */
export interface Year {
  readonly calendar: Calendar;
  readonly until: Date; // the moment at which the replay began: nothing happens later
}

const MINUTE = 60_000;
const OPEN: readonly Story['channel'][] = ['web', 'mobile', 'email', 'messageBoard', 'upstream']; // on rest days and at night as well

export const later = (moment: Date, minutes: number): Date => new Date(moment.getTime() + minutes * MINUTE);

/** When it came. A desk that is closed on that day had it on the working day before. */
export function arrivalOf({ daysAgo, at, channel }: Story, { calendar, until }: Year): Date {
  const isOpen = (day: PlainDate) => OPEN.includes(channel) || isWorkingDay(calendar, day);
  let day = addDays(dateInChina(until), -daysAgo);
  while (!isOpen(day) || instantInChina(day, at) > later(until, -10)) day = addDays(day, -1);
  return instantInChina(day, at);
}

/** When an office gets round to what came at this moment: within office hours. */
export function inOfficeHours(moment: Date, { calendar }: Year): Date {
  const day = dateInChina(moment);
  const opens = instantInChina(day, '08:35');
  if (isWorkingDay(calendar, day) && moment <= instantInChina(day, '17:20')) return moment < opens ? opens : moment;
  return instantInChina(workingDayFrom(calendar, addDays(day, 1)), '08:35');
}

/** The day of a step: moved on from a rest day, but never into the future. */
export function workdayOf(start: PlainDate, day: number, { calendar, until }: Year): PlainDate {
  const today = dateInChina(until);
  const moved = workingDayFrom(calendar, addDays(start, day));
  return moved <= today ? moved : workingDayUntil(calendar, today);
}
