import { sql, type Kysely } from 'kysely';
import type { ClockId } from '#kernel/clocks/rule.ts';
import { addDays, type PlainDate } from '#kernel/dates.ts';
import { regionOf, type Subject } from '#kernel/subject.ts';
import type { Figure, Period, Term } from '../domain/figures.ts';

export interface FiguresTables {
  'insight.term': {
    holder_region: string;
    unit: string;
    legal_on: PlainDate;
    region: string;
    subject: string;
    key: string;
    clock: ClockId;
    born_on: PlainDate;
    stopped_on: PlainDate | null;
    outcome: string | null;
  };
  'insight.closing': { holder_region: string; month: PlainDate; unit: string; clock: ClockId; kept: number; broken: number; closed_at: Date };
}

export type FiguresDb = Kysely<FiguresTables>;

/** A matter has few terms: they are written anew, so that one that went to another unit leaves no row behind. */
export async function putTerms(db: FiguresDb, counted: readonly { readonly subject: Subject; readonly terms: readonly Term[] }[]): Promise<void> {
  if (counted.length === 0) return;
  const subjects = counted.map(({ subject }) => subject);
  const listed = sql`unnest(${subjects.map(({ region }) => region)}::text[], ${subjects.map(({ id }) => id)}::uuid[])`;
  await sql`delete from insight.term where (region, subject) in (select * from ${listed})`.execute(db);
  const rows = counted.flatMap(({ subject, terms }) => termRows(subject, terms));
  if (rows.length > 0) await db.insertInto('insight.term').values(rows).execute();
}

export const termRows = (subject: Subject, terms: readonly Term[]): FiguresTables['insight.term'][] => terms.map((term) => rowOf(subject, term));

function rowOf({ region, id }: Subject, { key, clock, unit, bornOn, legalOn, stoppedOn, outcome }: Term): FiguresTables['insight.term'] {
  return {
    holder_region: regionOf(unit),
    unit,
    legal_on: legalOn,
    region,
    subject: id,
    key,
    clock,
    born_on: bornOn,
    stopped_on: stoppedOn ?? null,
    outcome: outcome ?? null,
  };
}

/** The same count as `countFigures`, where the rows are. */
export async function findFigures(db: FiguresDb, units: readonly string[], { from, until, asOf }: Period): Promise<Figure[]> {
  if (units.length === 0) return [];
  const rows = await db
    .selectFrom('insight.term')
    .select(['unit', 'clock', countOf('kept', asOf).as('kept'), countOf('broken', asOf).as('broken')])
    .where('holder_region', 'in', [...new Set(units.map(regionOf))])
    .where('unit', 'in', [...units])
    .where('legal_on', '>=', from)
    .where('legal_on', '<=', until)
    .where('born_on', '<=', asOf)
    .groupBy(['unit', 'clock'])
    .execute();
  return rows
    .map((row) => ({ unit: row.unit, clock: row.clock, kept: Number(row.kept), broken: Number(row.broken) }))
    .filter(({ kept: k, broken: b }) => k + b > 0);
}

const WAYS = {
  kept: (asOf: PlainDate) => sql<boolean>`outcome = 'kept' and stopped_on <= ${asOf}::date and stopped_on <= legal_on`,
  broken: (asOf: PlainDate) => sql<boolean>`legal_on < case when stopped_on <= ${asOf}::date then stopped_on else ${asOf}::date end`,
};
export type Way = keyof typeof WAYS;
const countOf = (way: Way, asOf: PlainDate) => sql<string>`count(*) filter (where ${WAYS[way](asOf)})`;

/** The terms that one figure counts, the earliest first: of the same rows and by the same words as the count. */
export function findBehind(db: FiguresDb, unit: string, clock: ClockId, way: Way, { from, until, asOf }: Period, limit: number) {
  return db
    .selectFrom('insight.term')
    .select(['region', 'subject', 'key', 'legal_on', 'stopped_on'])
    .where('holder_region', '=', regionOf(unit))
    .where('unit', '=', unit)
    .where('legal_on', '>=', from)
    .where('legal_on', '<=', until)
    .where('born_on', '<=', asOf)
    .where('clock', '=', clock)
    .where(WAYS[way](asOf))
    .orderBy('legal_on')
    .orderBy('subject')
    .orderBy('key')
    .limit(limit)
    .execute();
}

/**
 * What a unit got done since that day, the newest first. Only terms that ran
 * out lately can have been met late since: the key begins with that day, so it
 * reads a season and never everything.
 */
export function findDone(db: FiguresDb, unit: string, since: PlainDate, limit: number, after = 0) {
  return db
    .selectFrom('insight.term')
    .select(['region', 'subject', 'key', 'clock', 'legal_on', 'stopped_on', 'outcome'])
    .where('holder_region', '=', regionOf(unit))
    .where('unit', '=', unit)
    .where('legal_on', '>=', addDays(since, -SEASON))
    .where('stopped_on', '>=', since)
    .where('outcome', 'in', ['kept', 'late'])
    .orderBy('stopped_on', 'desc')
    .orderBy('subject')
    .orderBy('key')
    .limit(limit)
    .offset(after)
    .execute();
}

const SEASON = 100;

export function findClosings(db: FiguresDb, units: readonly string[], month: PlainDate) {
  return db
    .selectFrom('insight.closing')
    .select(['unit', 'clock', 'kept', 'broken', 'closed_at'])
    .where('holder_region', 'in', [...new Set(units.map(regionOf))])
    .where('month', '=', month)
    .where('unit', 'in', [...units])
    .execute();
}

/** Closes a month for a region, once: what was closed is never changed. @returns how many figures */
export async function closeMonth(db: FiguresDb, region: string, month: PlainDate, until: PlainDate, asOf: PlainDate, at: Date): Promise<number> {
  const units = await db
    .selectFrom('insight.term')
    .select('unit')
    .distinct()
    .where('holder_region', '=', region)
    .where('legal_on', '>=', month)
    .where('legal_on', '<=', until)
    .execute();
  const figures = await findFigures(
    db,
    units.map(({ unit }) => unit),
    { from: month, until, asOf },
  );
  if (figures.length === 0) return 0;
  const rows = figures.map((figure) => ({ holder_region: region, month, ...figure, closed_at: at }));
  const done = await db
    .insertInto('insight.closing')
    .values(rows)
    .onConflict((same) => same.doNothing())
    .executeTakeFirst();
  return Number(done.numInsertedOrUpdatedRows ?? 0);
}
