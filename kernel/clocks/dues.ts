import { getCalendar, isProvisional, isWorkingDay, workingDayFrom, type Calendar } from '../calendar.ts';
import { addDays, dateInChina, earlier, instantInChina, later, type PlainDate } from '../dates.ts';
import type { Law, Term } from '../law.ts';
import { lastDay, lastDayBefore, roll } from '../lengths.ts';
import { CLOCKS } from './index.ts';
import type { Reading } from './reading.ts';

/** When a clock ends: the un-rolled and the legal day, an instant for hours, and a local promise beside them. */
export type Dues = Pick<Reading, 'targetOn' | 'legalOn' | 'provisional' | 'calendar'> & Partial<Pick<Reading, 'targetAt' | 'promisedOn'>>;

type Counted = Pick<Reading, 'clock' | 'startedOn' | 'startedAt' | 'extendedDays' | 'suspendedDays' | 'givenOn'>;

/** Counts a clock from its day 0 with this calendar. Undefined where a date had to be given and was not. */
export function countDues(reading: Counted, law: Law, calendar: Calendar): Dues | undefined {
  const term = law.terms[reading.clock];
  if (!term) return undefined;
  if ('hours' in term.length) return countHours(reading, term.length.hours, term, law, calendar);
  const dates = lastDays(reading, term, law, calendar);
  const promise = law.promises[reading.clock];
  const promised = dates && promise && lastDays(reading, promise, law, calendar);
  return dates && { ...dates, ...(promised && { promisedOn: promised.targetOn }) };
}

function lastDays(reading: Counted, { length }: Term, law: Law, calendar: Calendar): Dues | undefined {
  const { startedOn, givenOn, extendedDays, suspendedDays } = reading;
  const { type, backward = false } = CLOCKS[reading.clock];
  if ('dateGiven' in length) {
    // A date that somebody set is a fact and no count: it is not rolled.
    return givenOn && { targetOn: givenOn, legalOn: givenOn, provisional: false, calendar: calendar.version };
  }
  if (type === 'extension') return ending(addDays(startedOn, extendedDays), 'days' in length, reading, law, calendar);
  const last = backward ? lastDayBefore(length, startedOn, calendar) : lastDay(length, startedOn, calendar);
  if (!last) return undefined;
  if ('atOnce' in length || type === 'suspension') {
    return { targetOn: last, legalOn: last, provisional: false, calendar: calendar.version };
  }
  const plain = 'days' in length || 'months' in length;
  return ending(addDays(last, extendedDays + suspendedDays), plain, reading, law, calendar);
}

/** Plain days look at holidays only in the end; working days on the whole way. */
function ending(targetOn: PlainDate, plain: boolean, { clock, startedOn }: Counted, law: Law, calendar: Calendar): Dues {
  const backward = CLOCKS[clock].backward === true;
  const legalOn = law.rollLastDay || backward ? roll(targetOn, calendar, backward) : targetOn;
  const [from, to] = [earlier(targetOn, legalOn), later(targetOn, legalOn)];
  const provisional = isProvisional(calendar, plain ? from : earlier(startedOn, from), plain ? to : later(startedOn, to));
  return { targetOn, legalOn, provisional, calendar: calendar.version };
}

/** Hours run from the moment, day and night, without a roll (民法典第二百零一条第二款), unless the pack leaves out closed hours. */
function countHours({ startedAt }: Counted, hours: number, term: Term, law: Law, calendar: Calendar): Dues {
  const end = term.officeHoursOnly ? addOpenHours(startedAt, hours, law, calendar) : new Date(startedAt.getTime() + hours * HOUR);
  const day = dateInChina(end);
  const provisional = term.officeHoursOnly === true && isProvisional(calendar, dateInChina(startedAt), day);
  return { targetOn: day, legalOn: day, targetAt: end, provisional, calendar: calendar.version };
}

const HOUR = 3_600_000;

function addOpenHours(from: Date, hours: number, { officeHours }: Law, calendar: Calendar): Date {
  let left = hours * HOUR;
  for (let day = dateInChina(from); ; day = workingDayFrom(calendar, addDays(day, 1))) {
    if (!isWorkingDay(calendar, day)) continue;
    const begins = Math.max(from.getTime(), instantInChina(day, officeHours.opens).getTime());
    const open = instantInChina(day, officeHours.closes).getTime() - begins;
    if (open >= left) return new Date(begins + left);
    left -= Math.max(0, open);
  }
}

/**
 * Counts an open clock again, after a change of its days or with a newer
 * calendar. What somebody was told is a fact: the told date of a duty stands, a
 * right ends on the later of both, and neither ever ends earlier than told.
 */
export function recount(reading: Reading, law: Law, calendar: Calendar): Reading {
  const dues = countDues(reading, law, calendar);
  return dues ? { ...reading, ...dues, ...standing(reading, dues) } : reading;
}

function standing({ clock, toldOn, legalOn }: Reading, dues: Dues): Partial<Pick<Reading, 'targetOn' | 'legalOn'>> {
  if (!toldOn) return {};
  if (isPetitioners(clock)) return { legalOn: later(dues.legalOn, toldOn) };
  return { legalOn, targetOn: earlier(dues.targetOn, legalOn) };
}

/** Whose clock it is decides what a told date does to it. */
export function isPetitioners(clock: Reading['clock']): boolean {
  const { holder } = CLOCKS[clock];
  return holder === 'petitioner' || holder === 'parties';
}

export function recountWith(reading: Reading, law: Law, version: string): Reading {
  return reading.calendar === version ? reading : recount(reading, law, getCalendar(law.calendars, version));
}
