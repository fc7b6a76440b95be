import { sql } from 'kysely';
import type { Subject } from '#kernel/subject.ts';
import { BEGIN, COMMIT, raw, type Database, type Query } from './database.ts';
import { merged } from './rows.ts';
import { loadHistory, toAction, type ActionRow, type Recorded } from './history.ts';

/**
 * How a context makes its views from history alone. `rowsOf` is the code that
 * keeps them up to date in an act, so that a rebuilt view cannot differ from it.
 */
export interface Rebuilder<Needs = never> {
  readonly name: string;
  readonly tables: readonly string[];
  rowsOf(needs: Needs, subject: Subject, past: readonly Recorded[]): Query[];
}

export interface RebuildSettings {
  readonly portion?: number;
  readonly onPortion?: (subjects: number) => void | Promise<void>;
}

/**
 * Empties the views and fills them again, in one transaction: until it ends
 * everybody reads the old rows, and if it breaks off nothing has changed. Acts
 * wait meanwhile, so a large office does this at night. `db` is the owner's.
 */
export async function rebuildViews<Needs>(
  db: Database,
  needs: Needs,
  rebuilders: readonly Rebuilder<Needs>[],
  { portion = 500, onPortion }: RebuildSettings = {},
): Promise<number> {
  let done = 0;
  await db.transact(async (send) => {
    const written = (text: string) => raw(db.sql, sql.raw(text));
    await send(BEGIN, written('set local statement_timeout = 0'), written('lock table history.head in exclusive mode'));
    for (const table of rebuilders.flatMap(({ tables }) => tables)) await send(raw(db.sql, sql`delete from ${sql.table(table)}`));

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
      const writes = subjects.flatMap((subject) => {
        const past = (bySubject.get(`${subject.region} ${subject.id}`) ?? []).map(toAction);
        return rebuilders.flatMap((rebuilder) => rebuilder.rowsOf(needs, subject, past));
      });
      if (writes.length > 0) await send(...merged(writes));
      done += subjects.length;
      after = subjects.at(-1)!;
      await onPortion?.(done);
    }
    await send(COMMIT);
  });
  return done;
}
