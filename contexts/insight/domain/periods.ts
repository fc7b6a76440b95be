import { addMonths, type PlainDate } from '#kernel/dates.ts';

/**
 * When a matter came, as marks in the index: its month and its year. A search
 * shows the newest, so it asks for the last months first and goes further back
 * only until it has enough: a common word costs no more than a rare one.
 */
export const periodsOf = (receivedOn: PlainDate): string[] => [monthOf(receivedOn), yearOf(receivedOn)];

/** What to ask for, one after the other, each holding the one before it; the last is everything. */
export function windowsBack(until: PlainDate): (readonly string[])[] {
  const months = (count: number) => Array.from({ length: count }, (_, back) => monthOf(addMonths(until, -back)));
  const years = [0, 1, 2].map((back) => yearOf(addMonths(until, -12 * back)));
  return [months(2), months(7), years, []];
}

const monthOf = (date: PlainDate) => `month ${date.slice(0, 7)}`;
const yearOf = (date: PlainDate) => `year ${date.slice(0, 4)}`;
