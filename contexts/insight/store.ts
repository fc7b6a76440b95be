import { sql, type Kysely } from 'kysely';
import type { Channel } from '#kernel/channels.ts';
import { addDays, dateInChina, instantInChina, type PlainDate } from '#kernel/dates.ts';
import type { Subject } from '#kernel/subject.ts';
import { plannedAnew } from '#platform/database-wire.ts';
import type { Kind, Stage } from '#contexts/casework/index.ts';

/** All the SQL of insight. */
export interface InsightTables {
  'insight.text': TextRow;
}

export type FoundRow = Omit<TextRow, 'holder_region' | 'tokens'>;

export interface TextRow {
  holder_region: string;
  region: string;
  subject: string;
  no: string;
  stage: Stage;
  kind: Kind | null;
  category: string | null;
  channel: Channel;
  received_at: Date;
  title: string;
  texts: string[];
  tokens: string;
}

export type InsightDb = Kysely<InsightTables>;

/** Received on these days or between them; the rest of a question stands among the tokens. */
export interface Days {
  readonly from?: PlainDate;
  readonly until?: PlainDate;
}

/**
 * The newest matters whose index answers the query, and how many there are in
 * all, counted on the same rows; `query` is a literal tsquery of hidden tokens.
 * Put aside first and sorted then: else the database walks from the newest and opens every text on the way.
 */
export async function findTexts(db: InsightDb, holderRegion: string, query: string, days: Days, limit: number) {
  const rows = await db
    .with(
      (found) => found('found').materialized(),
      () =>
        answering(db, holderRegion, query, days).select(['region', 'subject', 'no', 'stage', 'kind', 'category', 'channel', 'received_at', 'title', 'texts']),
    )
    .selectFrom('found')
    .modifyFront(plannedAnew)
    .selectAll()
    .select(sql<string>`(select count(*) from found)`.as('count'))
    .orderBy('received_at', 'desc')
    .orderBy('subject', 'desc')
    .limit(limit)
    .execute();
  return { rows, count: Number(rows[0]?.count ?? 0) };
}

/** The day on which the oldest matter came that somebody of this region may find. */
export async function findOldest(db: InsightDb, holderRegion: string): Promise<PlainDate | undefined> {
  const row = await db
    .selectFrom('insight.text')
    .select('received_at')
    .where('holder_region', '=', holderRegion)
    .orderBy('received_at')
    .orderBy('subject', 'desc') // the order of text_newest, read from its end
    .limit(1)
    .executeTakeFirst();
  return row && dateInChina(row.received_at);
}

function answering(db: InsightDb, holderRegion: string, query: string, { from, until }: Days) {
  let rows = db.selectFrom('insight.text').where('holder_region', '=', holderRegion).where(sql<boolean>`tokens @@ ${query}::tsquery`);
  if (from) rows = rows.where('received_at', '>=', instantInChina(from));
  if (until) rows = rows.where('received_at', '<', instantInChina(addDays(until, 1)));
  return rows;
}

/** What the index says of these matters: one row for each region whose units may look; what it said besides is gone. */
export async function putTexts(db: InsightDb, subjects: readonly Subject[], rows: readonly TextRow[]): Promise<void> {
  if (subjects.length === 0) return;
  const listed = sql`unnest(${subjects.map(({ region }) => region)}::text[], ${subjects.map(({ id }) => id)}::uuid[])`;
  const kept = sql`unnest(${rows.map((row) => row.holder_region)}::text[], ${rows.map(({ region }) => region)}::text[], ${rows.map(({ subject }) => subject)}::uuid[])`;
  await sql`
    delete from insight.text where (region, subject) in (select * from ${listed})
    and (holder_region, region, subject) not in (select * from ${kept})`.execute(db);
  if (rows.length === 0) return;
  await db
    .insertInto('insight.text')
    .values(rows.map((row) => ({ ...row, tokens: sql<string>`${row.tokens}::tsvector` as unknown as string })))
    .onConflict((conflict) =>
      conflict.columns(['holder_region', 'region', 'subject']).doUpdateSet((eb) => ({
        stage: eb.ref('excluded.stage'),
        kind: eb.ref('excluded.kind'),
        category: eb.ref('excluded.category'),
        title: eb.ref('excluded.title'),
        texts: eb.ref('excluded.texts'),
        tokens: eb.ref('excluded.tokens'),
      })),
    )
    .execute();
}
