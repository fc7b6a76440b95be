/** What of a region is kept until when, and what was deleted: counted by class. No number of a matter, no name, no word. */
import { sql, type Kysely } from 'kysely';
import type { PlainDate } from '#kernel/dates.ts';
import type { DueKind, RetentionTables } from './store.ts';
import type { RetentionClass, TraceClass } from './domain/schedule.ts';

type Db = Kysely<RetentionTables>;

/** What waits for its last day; what somebody asked to have deleted is not a class of its own. */
export async function countKept(db: Db, region: string, soonUntil: PlainDate) {
  const rows = await db
    .selectFrom('retention.due')
    .select(['class', sql<string>`count(*)`.as('waiting'), sql<PlainDate | null>`min(due_on)`.as('nextOn')])
    .select(sql<string>`count(*) filter (where due_on <= ${soonUntil}::date)`.as('soon'))
    .where('region', '=', region)
    .where('erased_at', 'is', null)
    .where('kind', '<>', 'asked')
    .groupBy('class')
    .execute();
  return new Map(rows.map((row) => [row.class, { waiting: Number(row.waiting), nextOn: row.nextOn, soon: Number(row.soon) }]));
}

export interface GoneRow {
  readonly on: PlainDate;
  readonly class: RetentionClass | TraceClass;
  readonly kind: DueKind | 'trace';
  readonly count: number;
}

/** What went, the newest first. */
export async function findGone(db: Db, region: string, limit: number): Promise<GoneRow[]> {
  const day = sql<PlainDate>`(erased_at at time zone 'Asia/Shanghai')::date`;
  const erased = await db
    .selectFrom('retention.due')
    .select([day.as('on'), 'class', 'kind', sql<string>`count(*)`.as('count')])
    .where('region', '=', region)
    .where('erased_at', 'is not', null)
    .groupBy([day, 'class', 'kind'])
    .orderBy('on', 'desc')
    .limit(limit)
    .execute();
  const swept = await db
    .selectFrom('retention.swept')
    .select(['erased_on', 'class', 'erased'])
    .where('region', '=', region)
    .orderBy('erased_on', 'desc')
    .limit(limit)
    .execute();
  const all: GoneRow[] = [
    ...erased.map((row) => ({ ...row, count: Number(row.count) })),
    ...swept.map((row) => ({ on: row.erased_on, class: row.class, kind: 'trace' as const, count: row.erased })),
  ];
  return all.sort((one, other) => (one.on < other.on ? 1 : one.on > other.on ? -1 : one.class < other.class ? -1 : 1)).slice(0, limit);
}
