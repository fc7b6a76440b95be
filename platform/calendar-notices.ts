import type { Kysely } from 'kysely';
import { makeCalendar, makeCalendars, type Calendar, type CalendarDay, type Calendars } from '#kernel/calendar.ts';
import { yearOf } from '#kernel/dates.ts';
import type { Database, Query } from './database.ts';

/** Holiday notices that were imported while the program runs: each is a further version of the working calendar. */
export interface NoticeTables {
  'rules.notice': { region: string; n: number; year: number; version: string; document: string; days: CalendarDay[]; imported_by: string; imported_at: Date };
}

type NoticeDb = Kysely<NoticeTables>;

const NATIONAL = 'cn';

export interface NoticeRow {
  readonly n: number;
  readonly year: number;
  readonly version: string;
  readonly document: string;
  readonly days: readonly CalendarDay[];
}

export async function findNotices({ sql }: Pick<Database, 'sql'>): Promise<NoticeRow[]> {
  const rows = await (sql as NoticeDb).selectFrom('rules.notice').selectAll().where('region', '=', NATIONAL).orderBy('n').execute();
  return rows.map(({ n, year, version, document, days }) => ({ n, year, version, document, days }));
}

/** Two who import at once: the second one's number is taken, and it is told so by the key. */
export function addNotice({ sql }: Pick<Database, 'sql'>, { n, year, version, document, days }: NoticeRow, by: string, at: Date): Query {
  return (sql as Kysely<any>)
    .insertInto('rules.notice')
    .values({ region: NATIONAL, n, year, version, document, days: JSON.stringify(days), imported_by: by, imported_at: at });
}

/** The name of the version that the next notice for this year makes: 2027, and when it is corrected 2027.2. */
export function versionFor(calendars: Calendars, year: number): string {
  for (let n = 1; ; n += 1) {
    const version = n === 1 ? String(year) : `${year}.${n}`;
    if (!calendars.versions.has(version)) return version;
  }
}

/** The calendars that come along, and one more for each notice: it replaces what was assumed of its year, nothing else. */
export function withNotices(calendars: Calendars, notices: readonly NoticeRow[]): Calendars {
  const versions = [...calendars.versions.values()];
  for (const notice of notices) versions.push(nextVersion(versions.at(-1)!, notice));
  return makeCalendars(versions);
}

export function nextVersion(before: Calendar, { year, version, days }: Pick<NoticeRow, 'year' | 'version' | 'days'>): Calendar {
  const known = [...before.days.values()].filter(({ date }) => before.published.has(yearOf(date)) && yearOf(date) !== year);
  return makeCalendar(version, [...before.published, year], [...known, ...days]);
}
