import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { sql as raw, type CompiledQuery } from 'kysely';
import type pg from 'pg';
import type { Query } from './database.ts';
import { Batch, type Statement } from './database-batch.ts';
import { CommitLost, isConnectionLost } from './database-errors.ts';

/** How queries go over the wire: together, under names, and with the truth about what happened when the wire breaks. */

const READING = /^\s*(select|begin|rollback|set)\b/i;

/**
 * All are on the wire before the first answers. After a failure PostgreSQL
 * skips the rest, the COMMIT too, and the transaction waits for its rollback.
 * Everything is made ready before anything is sent: a query that failed on our
 * side alone would be missing from a transaction that commits. `alone`: outside
 * a transaction, these are one by themselves, all or nothing.
 */
export async function sendTogether(client: pg.PoolClient, queries: readonly Query[], alone = false): Promise<any[][]> {
  if (queries.length === 0) return [];
  const ready = queries.map(statementOf);
  const batch = new Batch(ready);
  const failed = await run(client, batch);
  const { answers } = batch;
  const commits = ready.at(-1)?.text === 'commit';
  if (failed) {
    Error.captureStackTrace(failed); // leads to whoever asked, not to the socket
    const mayCount = alone ? ready.some(({ text }) => !READING.test(text)) : commits;
    if (mayCount && isConnectionLost(failed)) throw lost(failed, answers.length >= ready.length - 1);
    throw failed;
  }
  if (commits && answers.at(-1)?.tag !== 'COMMIT') throw new Error('The transaction had failed before its commit');
  return answers.map(({ rows }) => rows);
}

function run(client: pg.PoolClient, batch: Batch): Promise<Error | null | undefined> {
  return new Promise((resolve) => {
    batch.callback = resolve;
    client.query(batch as never);
  });
}

/** Everything was on the wire with its COMMIT: whether it counted is unknown, however few answers came back. */
function lost(cause: Error & { severity?: string }, onlyTheEndIsMissing: boolean): Error {
  // Certain are two cases: nothing left this machine, or the server itself ended it at a statement before COMMIT.
  const neverSent = cause.message.includes('not queryable');
  const endedBefore = cause.severity !== undefined && !onlyTheEndIsMissing;
  return neverSent || endedBefore ? cause : new CommitLost('The answer to COMMIT was lost', { cause });
}

/** A named statement is planned once a connection; Kysely alone sends nameless ones. */
export function withNames(pool: pg.Pool, count: () => void) {
  const wrap = (client: pg.PoolClient) => {
    let broken: Error | undefined;
    let inside = false; // a transaction that Kysely began
    const onError = (error: Error) => void (broken = error);
    client.on('error', onError);
    return {
      async query(sql: string, parameters: readonly unknown[] = []) {
        count();
        if (broken && sql === 'rollback') return { rows: [] }; // else its failure would hide the reason
        const writes = sql === 'commit' || (!inside && !READING.test(sql));
        try {
          const result = await client.query(named({ sql, parameters }));
          if (sql === 'begin' || sql.startsWith('start transaction')) inside = true;
          if (sql === 'commit' || sql === 'rollback') inside = false;
          return result;
        } catch (error) {
          if (!isConnectionLost(error)) throw error;
          broken ??= error as Error;
          throw writes ? lost(error as Error, true) : error;
        }
      },
      release() {
        client.off('error', onError);
        client.release(broken);
      },
    };
  };
  return { connect: async () => wrap(await pool.connect()), end: () => pool.end(), options: pool.options } as never;
}

const { prepareValue } = createRequire(import.meta.url)('pg/lib/utils.js') as { prepareValue(value: unknown): unknown };

function named({ sql, parameters }: Pick<CompiledQuery, 'sql' | 'parameters'>): pg.QueryConfig {
  const values = parameters.map(prepareValue);
  return values.length === 0 || sql.includes(ANEW) ? { text: sql, values } : { name: nameOf(sql), text: sql, values };
}

function statementOf(query: Query): Statement {
  const { sql, parameters } = query.compile();
  if (query.lines !== undefined) return { text: sql, values: [], lines: query.lines };
  return sql.includes(ANEW) ? { text: sql, values: parameters } : { name: nameOf(sql), text: sql, values: parameters };
}

/**
 * A named statement may get one plan for every value. Where the values decide
 * the plan, as with filters of which one is common and the next is rare, the
 * query says so (`plannedAnew`) and goes without a name.
 */
const ANEW = '/* planned anew */';
export const plannedAnew = raw<never>`/* planned anew */`;

const names = new Map<string, string>();
const MOST_NAMES = 1_000; // lists of changing length make ever new texts; those past this number go nameless

function nameOf(sql: string): string | undefined {
  const known = names.get(sql);
  if (known !== undefined || names.size >= MOST_NAMES) return known;
  const name = createHash('sha256').update(sql).digest('base64url').slice(0, 20);
  names.set(sql, name);
  return name;
}
