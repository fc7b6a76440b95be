import { addMonths, daysBetween, type PlainDate } from '#kernel/dates.ts';

/**
 * When a matter came, as marks in the index: its month and its year. A search
 * shows the newest, so it asks for the last months first and goes further back
 * only until it has enough: a common word costs no more than a rare one.
 */
export const periodsOf = (receivedOn: PlainDate): string[] => [monthOf(receivedOn), yearOf(receivedOn)];

/** A stretch of time up to the day that is asked for; without `from` it is everything. */
export interface Window {
  readonly periods: readonly string[];
  readonly from?: PlainDate;
}

/** What to ask for, one after the other, each holding the one before it; the last is everything. */
export function windowsBack(until: PlainDate): readonly Window[] {
  const months = (count: number): Window => ({
    periods: Array.from({ length: count }, (_, back) => monthOf(addMonths(until, -back))),
    from: `${addMonths(until, 1 - count).slice(0, 7)}-01` as PlainDate,
  });
  const years = [0, 1, 2].map((back) => addMonths(until, -12 * back));
  return [months(2), months(7), { periods: years.map(yearOf), from: `${years.at(-1)!.slice(0, 4)}-01-01` as PlainDate }, { periods: [] }];
}

/**
 * Where to look after a window that held too few: as far back as there would be
 * enough if they came as often before. What hardly anything fits is so asked
 * for twice, not four times.
 */
export function nextWindow(windows: readonly Window[], at: number, until: PlainDate, found: number, wanted: number): number {
  const last = windows.length - 1;
  const { from } = windows[at]!;
  if (found === 0 || !from) return last;
  const needed = (daysBetween(from, until) * wanted) / found;
  const next = windows.findIndex((window, index) => index > at && (!window.from || daysBetween(window.from, until) >= needed));
  return next < 0 ? last : next;
}

const monthOf = (date: PlainDate) => `month ${date.slice(0, 7)}`;
const yearOf = (date: PlainDate) => `year ${date.slice(0, 4)}`;
