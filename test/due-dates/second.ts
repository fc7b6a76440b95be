import { readFileSync } from 'node:fs';

/**
 * Due dates a second time, as a person would count them on a wall calendar:
 * one day after the other, from the text of the statutes. Shares nothing with
 * the kernel, on purpose: neither code nor calendar nor the way of counting.
 */
export type Counting =
  | { readonly kind: 'days'; readonly n: number }
  | { readonly kind: 'workingDays'; readonly n: number }
  | { readonly kind: 'months'; readonly n: number }
  | { readonly kind: 'daysBefore'; readonly n: number }
  | { readonly kind: 'workingDaysBefore'; readonly n: number };

export interface Due {
  readonly target: string; // un-rolled
  readonly legal: string; // rolled
}

/** The exceptions of 2022–2026, straight from the file of the State Council's notices. */
const exceptions = new Map<string, boolean>(); // day → worked?
for (const line of readFileSync(new URL('../../data/calendar/work-calendar.tsv', import.meta.url), 'utf8').split('\n')) {
  const [day, what] = line.split('\t');
  if (day && /^\d{4}-\d{2}-\d{2}$/.test(day)) exceptions.set(day, what !== '放假');
}

/** The statutory days of the years for which no notice is out, from an almanac. A notice may add 调休; it cannot take these away. */
const ALMANAC: readonly string[] = [
  '2027-01-01',
  '2027-02-05', // 除夕
  '2027-02-06',
  '2027-02-07',
  '2027-02-08',
  '2027-04-05', // 清明
  '2027-05-01',
  '2027-05-02',
  '2027-06-09', // 端午
  '2027-09-15', // 中秋
  '2027-10-01',
  '2027-10-02',
  '2027-10-03',
  '2028-01-01',
  '2028-01-25', // 除夕
  '2028-01-26',
  '2028-01-27',
  '2028-01-28',
  '2028-04-04', // 清明
  '2028-05-01',
  '2028-05-02',
  '2028-05-28', // 端午
  '2028-10-01',
  '2028-10-02',
  '2028-10-03', // 中秋 too
  '2029-01-01',
];
for (const day of ALMANAC) exceptions.set(day, false);

const next = (day: string, by = 1): string => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return new Date(Date.UTC(year, month - 1, date + by)).toISOString().slice(0, 10);
};

function isWorked(day: string): boolean {
  const exception = exceptions.get(day);
  if (exception !== undefined) return exception;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/** 民法典第二百零三条: a last day that is a rest day goes to the first working day after it; counted back, to the one before it. */
export function rolled(day: string, by: 1 | -1 = 1): string {
  let rolling = day;
  while (!isWorked(rolling)) rolling = next(rolling, by);
  return rolling;
}

/** 民法典第二百零一、二百零二条: day 0 is not counted. */
export function due(day0: string, counting: Counting): Due {
  let day = day0;
  switch (counting.kind) {
    case 'days':
      for (let left = counting.n; left > 0; left -= 1) day = next(day);
      return { target: day, legal: rolled(day) };
    case 'workingDays':
      for (let left = counting.n; left > 0; ) {
        day = next(day);
        if (isWorked(day)) left -= 1;
      }
      day = rolled(day); // of length 0: the same day, on a rest day the next working day
      return { target: day, legal: day };
    case 'months':
      day = monthsLater(day, counting.n);
      return { target: day, legal: rolled(day) };
    case 'daysBefore':
      for (let left = counting.n; left > 0; left -= 1) day = next(day, -1);
      return { target: day, legal: rolled(day, -1) };
    case 'workingDaysBefore':
      for (let left = counting.n; left > 0; ) {
        day = next(day, -1);
        if (isWorked(day)) left -= 1;
      }
      return { target: day, legal: day };
  }
}

/** The corresponding day of the month of expiry, or the end of that month. */
function monthsLater(day: string, n: number): string {
  let [year, month] = day.split('-').map(Number) as [number, number];
  const date = day.slice(8);
  for (let left = n; left > 0; left -= 1) {
    month += 1;
    if (month > 12) [year, month] = [year + 1, 1];
  }
  const prefix = `${year}-${String(month).padStart(2, '0')}-`;
  let last = `${prefix}${date}`;
  while (new Date(`${last}T00:00:00Z`).toISOString().slice(0, 10) !== last || Number.isNaN(Date.parse(last))) {
    last = `${prefix}${String(Number(last.slice(8)) - 1).padStart(2, '0')}`;
  }
  return last;
}

/** §34: 60 days from acceptance, at the latest from the 15th day after the unit had it; an extension is added to the un-rolled 60th day. */
export function handlingDue(acceptedOn: string, unitReceipt: string, extension = 0): Due {
  const latest = due(unitReceipt, { kind: 'days', n: 15 }).target;
  const day0 = acceptedOn < latest ? acceptedOn : latest;
  const sixtieth = due(day0, { kind: 'days', n: 60 }).target;
  return due(sixtieth, { kind: 'days', n: extension });
}

/** §36¶2: the days after the hearing was decided, up to and with its report, are not counted; at most thirty (P). */
export function recheckDue(requestedOn: string, hearing?: { readonly decidedOn: string; readonly reportedOn: string }): Due {
  const { target } = due(requestedOn, { kind: 'days', n: 30 });
  if (!hearing) return { target, legal: rolled(target) };
  let out = 0;
  for (let day = hearing.decidedOn; day < hearing.reportedOn && out < 30; day = next(day)) out += 1;
  return due(target, { kind: 'days', n: out });
}

/** 民法典第二百零一条第二款: hours run from the moment, day and night, over rest days as well. */
export const hoursDue = (from: Date, hours: number): Date => new Date(from.getTime() + hours * 3_600_000);
