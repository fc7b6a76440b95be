import { sql, type Kysely } from 'kysely';
import type { Database, Query } from '#platform/database.ts';

/** How far the replay is: one row for the county, one for each story. */
export interface DemoTables {
  'demo.county': { region: string; started_at: Date; beat_at: Date; finished_at: Date | null };
  'demo.story': StoryRow;
}

export interface StoryRow {
  region: string;
  story: string;
  part: number;
  intake: string;
  matters: readonly string[];
  steps: number;
  done: number;
  trouble: string | null;
}

type DemoDb = Kysely<DemoTables>;

const tables = (db: Database) => db.sql as DemoDb;

export const findCounty = (db: Database, region: string) => tables(db).selectFrom('demo.county').selectAll().where('region', '=', region).executeTakeFirst();

export const loadStoryRows = (db: Database) => tables(db).selectFrom('demo.story').selectAll().execute();

/** All at once: a replay that was broken off in the middle of its planning has not begun. */
export async function insertPlan(db: Database, region: string, startedAt: Date, rows: readonly StoryRow[]): Promise<void> {
  await tables(db)
    .transaction()
    .execute(async (trx) => {
      await trx.insertInto('demo.county').values({ region, started_at: startedAt, beat_at: new Date(), finished_at: null }).execute();
      await trx
        .insertInto('demo.story')
        .values(rows.map((row) => ({ ...row, matters: [...row.matters] })))
        .execute();
    });
}

export const markDone = (db: Database, { region, story }: Pick<StoryRow, 'region' | 'story'>, done: number): Query =>
  tables(db).updateTable('demo.story').set({ done }).where('region', '=', region).where('story', '=', story);

/** It ends here: nothing more of it is told. */
export const setTrouble = (db: Database, { region, story }: Pick<StoryRow, 'region' | 'story'>, trouble: string) =>
  tables(db)
    .updateTable('demo.story')
    .set((eb) => ({ trouble, done: eb.ref('steps') }))
    .where('region', '=', region)
    .where('story', '=', story)
    .execute();

export const beat = (db: Database, region: string) => tables(db).updateTable('demo.county').set({ beat_at: new Date() }).where('region', '=', region).execute();

export const finish = (db: Database, region: string) =>
  tables(db).updateTable('demo.county').set({ beat_at: new Date(), finished_at: new Date() }).where('region', '=', region).execute();

/** What anyone may know: how many stories there are and how many are told to the end. */
export async function countStories(db: Database): Promise<{ all: number; ready: number; steps: number; done: number }> {
  const { rows } = await sql<Record<'all' | 'ready' | 'steps' | 'done', string>>`
    select count(*) as all, count(*) filter (where done = steps) as ready, coalesce(sum(steps), 0) as steps, coalesce(sum(done), 0) as done
    from demo.story`.execute(db.sql);
  const [row] = rows;
  return { all: Number(row?.all ?? 0), ready: Number(row?.ready ?? 0), steps: Number(row?.steps ?? 0), done: Number(row?.done ?? 0) };
}

/** Has the county been told to its end? Undefined where its telling has not begun. */
export async function findTold(db: Database): Promise<boolean | undefined> {
  const row = await tables(db).selectFrom('demo.county').select('finished_at').executeTakeFirst();
  return row && row.finished_at !== null;
}

const ALIVE = 60_000;

/** Is somebody replaying right now, or, while this process is `young`, about to begin or to go on? One that died without a word counts as gone after a minute. */
export async function isReplaying(db: Database, { young = false } = {}): Promise<boolean> {
  const row = await tables(db).selectFrom('demo.county').select(['beat_at', 'finished_at']).executeTakeFirst();
  if (row?.finished_at) return false;
  return young || (row !== undefined && Date.now() - row.beat_at.getTime() < ALIVE);
}
