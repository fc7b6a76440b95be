import { isGone } from './database-errors.ts';
import { BEGIN, COMMIT, type Database } from './database.ts';
import { copies } from './copy.ts';
import { merged, type RowsQuery } from './rows.ts';

/**
 * New subjects that are registered at the same moment share one transaction:
 * one COPY a table in place of one statement a table and subject, one commit,
 * one answer. Nobody waits for anybody: only those that are ready in the same
 * turn of the event loop go together. Where the whole fails with certainty (one
 * of them came before, say) each goes by itself, and hears what is about it; if
 * the connection broke, all hear what is known of that, as if they had been alone.
 */
export function sharedCommits(transact: Database['transact']): (rows: readonly RowsQuery[]) => Promise<void> {
  let ready: Waiting[] = [];

  function leave(): void {
    const here = ready;
    ready = [];
    for (let from = 0; from < here.length; from += MOST) void goTogether(here.slice(from, from + MOST));
  }

  async function goTogether(those: readonly Waiting[]): Promise<void> {
    if (those.length === 1) return alone(those[0]!);
    try {
      const all = those.flatMap(({ rows }) => merged(rows) as RowsQuery[]);
      const byTable = Map.groupBy(all, ({ table }) => table);
      const lines = [...byTable].flatMap(([table, queries]) =>
        copies(
          table,
          queries.flatMap(({ rows }) => rows),
        ),
      );
      await transact((send) => send(BEGIN, ...lines, COMMIT));
      for (const { resolve } of those) resolve();
    } catch (error) {
      if (isGone(error)) for (const { reject } of those) reject(error);
      else await Promise.all(those.map(alone));
    }
  }

  const alone = ({ rows, resolve, reject }: Waiting) => transact((send) => send(BEGIN, ...merged(rows), COMMIT)).then(() => resolve(), reject);

  return (rows) =>
    new Promise<void>((resolve, reject) => {
      if (ready.length === 0) setImmediate(leave);
      ready.push({ rows, resolve, reject });
    });
}

const MOST = 32; // subjects in one transaction

interface Waiting {
  readonly rows: readonly RowsQuery[];
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
}
