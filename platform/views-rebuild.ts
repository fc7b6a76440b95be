import { sql } from 'kysely';
import type { Subject } from '#kernel/subject.ts';
import { BEGIN, COMMIT, raw, type Database, type Query, type Send } from './database.ts';
import { isRows, merged } from './rows.ts';
import { loadHistory, toAction, type ActionRow, type Recorded } from './history.ts';

/**
 * How a context makes its views from history alone. The rows come from the code
 * that keeps them up to date, so that a rebuilt view cannot differ from it.
 */
export type Rebuilder<Needs = never> = RebuilderOfOne<Needs> | RebuilderOfMany<Needs>;

interface Rebuilt {
  readonly name: string;
  readonly tables: readonly string[];
  readonly followers?: readonly string[]; // who else writes these rows: they stand still until the end
}

interface RebuilderOfOne<Needs = never> extends Rebuilt {
  rowsOf(needs: Needs, subject: Subject, past: readonly Recorded[]): Query[];
}

/** Where a row needs more than the actions of its subject: words, or another subject. It asks once for all of these. */
interface RebuilderOfMany<Needs = never> extends Rebuilt {
  rowsOfMany(needs: Needs, lived: readonly Lived[]): Promise<Query[]>;
}

export interface Lived {
  readonly subject: Subject;
  readonly past: readonly Recorded[];
}

export interface RebuildSettings {
  readonly portion?: number;
  readonly onPortion?: (subjects: number) => void | Promise<void>;
}

/**
 * Empties the views and fills them again, in one transaction: until it ends
 * everybody reads the old rows, and if it breaks off nothing has changed. Acts
 * wait meanwhile, so a large office does this at night. `db` is the owner's, or
 * that of the one role whose history and views lie apart.
 */
export async function rebuildViews<Needs>(
  db: Database,
  needs: Needs,
  rebuilders: readonly Rebuilder<Needs>[],
  { portion = 500, onPortion }: RebuildSettings = {},
): Promise<number> {
  const followers = rebuilders.flatMap(({ followers: names = [] }) => names);
  let done = 0;
  await db.transact(async (send) => {
    const written = (text: ReturnType<typeof sql>) => raw(db.sql, text);
    await send(BEGIN, written(sql`set local statement_timeout = 0`), written(sql`lock table ${sql.table('history.head')} in exclusive mode`));
    if (followers.length > 0) await send(written(sql`select from ${sql.table('history.follower')} where name = any(${followers}) for update`));
    for (const table of rebuilders.flatMap(({ tables }) => tables)) await send(written(sql`delete from ${sql.table(table)}`));

    let after: Subject = { region: '', id: '00000000-0000-0000-0000-000000000000' };
    for (;;) {
      const heads = db.sql
        .selectFrom('history.head')
        .select(['region', 'subject'])
        .where(sql<boolean>`(region, subject) > (${after.region}, ${after.id}::uuid)`)
        .orderBy('region')
        .orderBy('subject')
        .limit(portion);
      const [found = []] = await send(heads);
      if (found.length === 0) break;
      const subjects = found.map(({ region, subject }) => ({ region, id: subject }));
      const [rows = []] = await send(loadHistory(db.sql, subjects));
      const bySubject = Map.groupBy(rows as ActionRow[], ({ region, subject }) => `${region} ${subject}`);
      const lived = subjects.map((subject) => ({ subject, past: (bySubject.get(`${subject.region} ${subject.id}`) ?? []).map(toAction) }));
      for (const rebuilder of rebuilders) await write(send, await rowsOf(rebuilder, needs, lived));
      done += subjects.length;
      after = subjects.at(-1)!;
      await onPortion?.(done);
    }
    await send(COMMIT);
  });
  return done;
}

async function rowsOf<Needs>(rebuilder: Rebuilder<Needs>, needs: Needs, lived: readonly Lived[]): Promise<Query[]> {
  if ('rowsOfMany' in rebuilder) return rebuilder.rowsOfMany(needs, lived);
  return lived.flatMap(({ subject, past }) => rebuilder.rowsOf(needs, subject, past));
}

const MOST = 60_000; // values of one statement: their number is sent in two bytes

async function write(send: Send, queries: readonly Query[]): Promise<void> {
  let together: Query[] = [];
  let values = new Map<string, number>();
  const sent = async () => {
    const all = merged(together);
    [together, values] = [[], new Map()];
    if (all.length > 0) await send(...all);
  };
  for (const query of queries) {
    if (isRows(query)) {
      const { table, rows } = query;
      const more = rows.length * Object.keys(rows[0] ?? {}).length;
      if ((values.get(table) ?? 0) + more > MOST) await sent();
      values.set(table, (values.get(table) ?? 0) + more);
    }
    together.push(query);
  }
  await sent();
}
