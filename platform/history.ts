import { sql, type Kysely } from 'kysely';
import type { Done } from '#kernel/decider.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { Subject } from '#kernel/subject.ts';
import { chain } from './chain.ts';
import type { Query } from './database.ts';
import { keptQuery } from './kept.ts';
import { insertRows } from './rows.ts';

/** The one append-only table, its heads, and what waits for a place in the feed. */
export interface HistoryTables {
  'history.head': { region: string; subject: string; n: number; hash: Buffer };
  'history.action': ActionRow;
  'history.outbox': { region: string; subject: string; n: number };
}

export interface ActionRow {
  region: string;
  subject: string;
  n: number;
  stream: string; // 'matter', 'document/4', 'review/1', 'hearing/2'
  type: string;
  data: object;
  person: string;
  unit: string;
  at: Date; // when it happened: clocks read this
  recorded_at: Date; // when we learned it: guards compare the two
  calendar: string;
  hash: Buffer;
}

/** What an action carries beside its own data, once it is recorded. */
export interface Recording {
  readonly stream: string;
  readonly recordedAt: Date;
  readonly calendar: string;
}

export type Recorded = Done & Recording & { readonly type: string };

type HistoryDb = Kysely<HistoryTables>;

/** Read apart from the history: whoever waited for it must see what the other has written meanwhile. */
export function lockHeads(db: HistoryDb, subjects: readonly Subject[]) {
  return db
    .selectFrom('history.head')
    .select(['region', 'subject', 'n', 'hash'])
    .where(among(subjects))
    .orderBy('region')
    .orderBy('subject') // everybody locks in the same order, so nobody waits in a circle
    .forUpdate();
}

export function loadHistory(db: HistoryDb, subjects: readonly Subject[]) {
  return db.selectFrom('history.action').selectAll().where(among(subjects)).orderBy('region').orderBy('subject').orderBy('n');
}

/** Many subjects at once: as two lists the text of the statement is the same for one and for a thousand. */
export function loadHistories(db: HistoryDb, subjects: readonly Subject[]) {
  const [regions, ids] = [subjects.map(({ region }) => region), subjects.map(({ id }) => id)];
  return db
    .selectFrom('history.action')
    .selectAll()
    .where(sql<boolean>`(region, subject) in (select * from unnest(${regions}::text[], ${ids}::uuid[]))`)
    .orderBy('region')
    .orderBy('subject')
    .orderBy('n');
}

/** The same, for a batch: most acts and every page are about one subject. */
export function historyOf(db: HistoryDb, subjects: readonly Subject[]): Query {
  const [one, ...more] = subjects;
  if (!one || more.length > 0) return loadHistory(db, subjects);
  return keptQuery(db, 'history', [one.region, one.id], () => loadHistory(db, [one]));
}

export function headsOf(db: HistoryDb, subjects: readonly Subject[]): Query {
  const [one, ...more] = subjects;
  if (!one || more.length > 0) return lockHeads(db, subjects);
  return keptQuery(db, 'heads', [one.region, one.id], () => lockHeads(db, [one]));
}

/** All of these subjects; they may lie in several regions. */
function among(subjects: readonly Subject[]) {
  const regions = sql.ref('region');
  const [one] = subjects;
  if (one && subjects.length === 1) return sql<boolean>`${regions} = ${one.region} and subject = ${one.id}`;
  const listed = subjects.map(({ region, id }) => sql`(${region}, ${id}::uuid)`);
  return sql<boolean>`(region, subject) in (${sql.join(listed)})`;
}

/** The new actions of one subject, its head moved to the last of them, and one line for the feed where somebody follows it. */
export function append(db: HistoryDb, { region, id }: Subject, seen: number, last: ActionRow, rows: readonly ActionRow[], followed = true): Query[] {
  const { n, hash } = last;
  const moved =
    seen === 0
      ? insertRows(db, 'history.head', [{ region, subject: id, n, hash }])
      : db.updateTable('history.head').set({ n, hash }).where('region', '=', region).where('subject', '=', id);
  const recorded = [moved, insertRows(db, 'history.action', rows)];
  return followed ? [...recorded, insertRows(db, 'history.outbox', [{ region, subject: id, n }])] : recorded;
}

export function toRow({ region, id }: Subject, last: { n: number; hash: Buffer }, action: Recorded): ActionRow {
  const { type, by, at, stream, recordedAt, calendar, ...data } = action;
  if (at > recordedAt) throw new Refusal('AgainstRule', '办理时间晚于现在，请核对日期。');
  const row = {
    region,
    subject: id,
    n: last.n + 1,
    stream,
    type,
    data,
    person: by.person,
    unit: by.unit,
    at,
    recorded_at: recordedAt,
    calendar,
  };
  return { ...row, hash: chain(last.hash, row) };
}

export function toAction({ type, data, person, unit, at, stream, recorded_at, calendar }: ActionRow): Recorded {
  return { ...data, type, at, by: { person, unit }, stream, recordedAt: recorded_at, calendar };
}
