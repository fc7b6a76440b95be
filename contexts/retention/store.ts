/** All the SQL of retention: what has ended and until when it is kept. */
import { sql, type Kysely } from 'kysely';
import type { PlainDate } from '#kernel/dates.ts';
import type { Subject } from '#kernel/subject.ts';
import type { RetentionClass, TraceClass } from './domain/schedule.ts';

export type DueKind = 'matter' | 'intake' | 'work' | 'asked';

export interface DueRow {
  region: string;
  subject: string;
  kind: DueKind;
  class: RetentionClass;
  ended_on: PlainDate;
  due_on: PlainDate | null;
  erased_at: Date | null;
}

export interface RetentionTables {
  'retention.due': DueRow;
  'retention.swept': { region: string; class: TraceClass; erased_on: PlainDate; erased: number };
}
type Db = Kysely<RetentionTables>;

export async function putDue(db: Db, row: Omit<DueRow, 'erased_at'>): Promise<void> {
  const { kind, class: name, ended_on, due_on } = row;
  await db
    .insertInto('retention.due')
    .values({ ...row, erased_at: null })
    .onConflict((conflict) => conflict.columns(['region', 'subject']).doUpdateSet({ kind, class: name, ended_on, due_on }))
    .execute();
}

/** It goes on: what was planned for it is void. What is erased stays so. */
export async function dropDue(db: Db, { region, id }: Subject): Promise<void> {
  await db.deleteFrom('retention.due').where('region', '=', region).where('subject', '=', id).where('erased_at', 'is', null).execute();
}

export function findDue(db: Db, region: string, today: PlainDate, limit = 200): Promise<DueRow[]> {
  return db
    .selectFrom('retention.due')
    .selectAll()
    .where('region', '=', region)
    .where('erased_at', 'is', null)
    .where('due_on', '<', today)
    .orderBy('due_on')
    .limit(limit)
    .execute();
}

export async function findErased(db: Db, region: string, subjects: readonly string[]): Promise<ReadonlySet<string>> {
  if (subjects.length === 0) return new Set();
  const rows = await db
    .selectFrom('retention.due')
    .select('subject')
    .where('region', '=', region)
    .where('subject', 'in', [...subjects])
    .where('erased_at', 'is not', null)
    .execute();
  return new Set(rows.map(({ subject }) => subject));
}

export async function markErased(db: Db, { region, id }: Subject, at: Date): Promise<void> {
  await db.updateTable('retention.due').set({ erased_at: at }).where('region', '=', region).where('subject', '=', id).execute();
}

/** How many traces of a class went on a day: the deletion is on record, nothing of what was deleted is. */
export async function putSwept(db: Db, row: RetentionTables['retention.swept']): Promise<void> {
  await db
    .insertInto('retention.swept')
    .values(row)
    .onConflict((conflict) => conflict.columns(['region', 'class', 'erased_on']).doUpdateSet({ erased: sql<number>`swept.erased + excluded.erased` }))
    .execute();
}
