import { addDays, addMonths, dayOf, daysBetween, yearOf, type PlainDate } from '#kernel/dates.ts';

/**
 * When a matter came, as marks in the index: its ten days (旬), its month and
 * its year. A search shows the newest, so it asks for the last weeks first and
 * goes further back only until it has enough: a common word costs no more than
 * a rare one.
 */
export const periodsOf = (receivedOn: PlainDate): string[] => [tenDaysOf(receivedOn), monthOf(receivedOn), markOfYear(yearOf(receivedOn))];

/** A stretch of time up to the day that is asked for; without `from` it is everything. */
export interface Window {
  readonly periods: readonly string[];
  readonly from?: PlainDate;
}

const MONTHS = [3, 6, 12];
const YEARS = [3, 6];

/**
 * What to ask for, one after the other, each holding the one before it; the
 * last is everything, or everything since the year of `since`.
 */
export function windowsBack(until: PlainDate, since?: PlainDate): readonly Window[] {
  const near = [weeks(until), ...MONTHS.map((count) => months(until, count)), ...YEARS.map((count) => years(until, count))];
  if (!since) return [...near, { periods: [] }];
  const last = years(until, Math.max(1, yearOf(until) - yearOf(since) + 1));
  return [...near.filter(({ from }) => from! > last.from!), last];
}

/** The years after a day, up to another: what a search that ends in the past need not look at. */
export const yearsAfter = (day: PlainDate, today: PlainDate): string[] =>
  Array.from({ length: Math.max(0, yearOf(today) - yearOf(day)) }, (_, ahead) => markOfYear(yearOf(day) + 1 + ahead));

/** A window that was looked at, and how many it held, up to as many as are wanted. */
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
  const daysOf = ({ at }: Look) => daysBetween(windows[at]!.from ?? until, until) + 1;
  if (!now || !windows[now.at]?.from) return last;
  const rate = before ? (now.found - before.found) / (daysOf(now) - daysOf(before)) : Math.max(now.found, FEW) / daysOf(now);
  const needed = daysOf(now) + (wanted * 1.25 - now.found) / rate;
  const next = windows.findIndex(({ from }, index) => index > now.at && (!from || daysBetween(from, until) >= needed));
  return next < 0 ? last : next;
}

/** The ten days that this day is in and the two before: three weeks at least. */
function weeks(until: PlainDate): Window {
  const now = startOfTenDays(until);
  const before = startOfTenDays(addDays(now, -1));
  const from = startOfTenDays(addDays(before, -1));
  return { periods: [now, before, from].map(tenDaysOf), from };
}

const months = (until: PlainDate, count: number): Window => ({
  periods: Array.from({ length: count }, (_, back) => monthOf(addMonths(until, -back))),
  from: `${addMonths(until, 1 - count).slice(0, 7)}-01` as PlainDate,
});

const years = (until: PlainDate, count: number): Window => ({
  periods: Array.from({ length: count }, (_, back) => markOfYear(yearOf(until) - back)),
  from: `${yearOf(until) + 1 - count}-01-01` as PlainDate,
});

/** 上旬 begins on the 1st, 中旬 on the 11th, 下旬 on the 21st. */
const startOfTenDays = (date: PlainDate) => `${date.slice(0, 8)}${dayOf(date) > 20 ? '21' : dayOf(date) > 10 ? '11' : '01'}` as PlainDate;
const tenDaysOf = (date: PlainDate) => `days ${startOfTenDays(date)}`;
const monthOf = (date: PlainDate) => `month ${date.slice(0, 7)}`;
const markOfYear = (year: number) => `year ${year}`;
