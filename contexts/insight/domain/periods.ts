import { addDays, addMonths, dayOf, daysBetween, earlier, later, yearOf, type PlainDate } from '#kernel/dates.ts';

/**
 * When a matter came. Its words lie in the drawer of its year, and its ten days
 * (旬) and its month are marks in the index. A search shows the newest, so it
 * asks for the last weeks first and goes further back only until it has enough:
 * a common word costs no more than a rare one, and many years no more than one.
 */
export const periodsOf = (receivedOn: PlainDate): string[] => [tenDaysOf(receivedOn), monthOf(receivedOn)];
export const drawerOf = (receivedOn: PlainDate): string => receivedOn.slice(0, 4);

/** The first day of a stretch of time that ends with the day that is asked for; undefined is everything. */
export type Window = PlainDate | undefined;

const MONTHS = [3, 6, 12];
const YEARS = [3, 6];

/** How far to look back, one after the other, each further than the one before it; the last is everything, or everything since `since`. */
export function windowsBack(until: PlainDate, since?: PlainDate): readonly Window[] {
  const months = MONTHS.map((count) => startOfMonth(addMonths(until, 1 - count)));
  const years = YEARS.map((count) => startOfYear(yearOf(until) + 1 - count));
  const near = [weeks(until), ...months, ...years];
  return since ? [...near.filter((from) => from > since), since] : [...near, undefined];
}

/** The days of one drawer that a look is at; no period is all of them. */
export interface Drawer {
  readonly drawer: string;
  readonly periods: readonly string[];
}

const FEW_DAYS = 31;

/**
 * Where the days from one to another lie, both included. The periods may reach
 * over both ends: the days themselves are asked for besides. None where the
 * first day is after the last.
 */
export function drawersBetween(from: PlainDate, until: PlainDate): readonly Drawer[] {
  if (from > until) return [];
  const isShort = daysBetween(from, until) < FEW_DAYS;
  const drawers: Drawer[] = [];
  for (let year = yearOf(until); year >= yearOf(from); year -= 1) {
    const first = later(from, startOfYear(year));
    const last = earlier(until, endOfYear(year));
    const isWhole = first === startOfYear(year) && last === endOfYear(year);
    drawers.push({ drawer: drawerOf(first), periods: isShort ? tenDays(first, last) : isWhole ? [] : months(first, last) });
  }
  return drawers;
}

/** A window that was looked at, and how many it held with all before it, up to as many as are wanted. */
export interface Look {
  readonly at: number;
  readonly found: number;
}

/** The first window says little where it holds hardly any: what is concluded is found in no recent week. */
const FEW = 16;

/**
 * Where to look after a window that held too few: as far back as there would be
 * enough if they went on as between the last two looks, and a little further.
 * Where the last step brought nothing, the end.
 */
export function nextWindow(windows: readonly Window[], until: PlainDate, looked: readonly Look[], wanted: number): number {
  const last = windows.length - 1;
  const [before, now] = looked.length > 1 ? looked.slice(-2) : [undefined, looked[0]];
  const daysOf = ({ at }: Look) => daysBetween(windows[at] ?? until, until) + 1;
  if (!now || !windows[now.at]) return last;
  const rate = before ? (now.found - before.found) / (daysOf(now) - daysOf(before)) : Math.max(now.found, FEW) / daysOf(now);
  const needed = daysOf(now) + (wanted * 1.25 - now.found) / rate;
  const next = windows.findIndex((from, index) => index > now.at && (!from || daysBetween(from, until) >= needed));
  return next < 0 ? last : next;
}

/** The first of the ten days that this day is in and of the two before: eighteen days back at least, at the end of a short February. */
const weeks = (until: PlainDate): PlainDate => startOfTenDays(addDays(startOfTenDays(addDays(startOfTenDays(until), -1)), -1));

/** 上旬 begins on the 1st, 中旬 on the 11th, 下旬 on the 21st. */
const startOfTenDays = (date: PlainDate) => `${date.slice(0, 8)}${dayOf(date) > 20 ? '21' : dayOf(date) > 10 ? '11' : '01'}` as PlainDate;
const startOfMonth = (date: PlainDate) => `${date.slice(0, 7)}-01` as PlainDate;
const startOfYear = (year: number) => `${year}-01-01` as PlainDate;
const endOfYear = (year: number) => `${year}-12-31` as PlainDate;
const tenDaysOf = (date: PlainDate) => `days ${startOfTenDays(date)}`;
const monthOf = (date: PlainDate) => `month ${date.slice(0, 7)}`;

function tenDays(first: PlainDate, last: PlainDate): string[] {
  const periods: string[] = [];
  for (let day = startOfTenDays(last); ; day = startOfTenDays(addDays(day, -1))) {
    periods.push(tenDaysOf(day));
    if (day <= first) return periods;
  }
}

function months(first: PlainDate, last: PlainDate): string[] {
  const periods: string[] = [];
  for (let day = startOfMonth(last); ; day = startOfMonth(addDays(day, -1))) {
    periods.push(monthOf(day));
    if (day <= first) return periods;
  }
}
