import { copies } from './copy.ts';
import { isGone } from './database-errors.ts';
import { BEGIN, COMMIT, type Database, type Query, type Send } from './database.ts';
import { merged, type RowsQuery } from './rows.ts';

/**
 * What is asked of the database at the same moment goes there together. To wake
 * another process costs as much as to decide an act, and so does a commit; in a
 * full office both are shared. Nobody waits for anybody: only those that are
 * ready in the same turn of the event loop go together. Where the whole fails
 * with certainty each goes by itself, and hears what is about it; if the
 * connection broke, all hear what is known of that, as if they had been alone.
 */
interface Shared<Asked, Got> {
  readonly together: (all: readonly Asked[]) => Promise<readonly Got[]>;
  readonly alone: (one: Asked) => Promise<Got>;
  readonly most: number; // in one message
}

interface Waiting<Asked, Got> {
  readonly asked: Asked;
  readonly resolve: (got: Got) => void;
  readonly reject: (reason: unknown) => void;
}

function shared<Asked, Got>({ together, alone, most }: Shared<Asked, Got>): (asked: Asked) => Promise<Got> {
  let ready: Waiting<Asked, Got>[] = [];

  function leave(): void {
    const here = ready;
    ready = [];
    for (let from = 0; from < here.length; from += most) void go(here.slice(from, from + most));
  }

  async function go(those: readonly Waiting<Asked, Got>[]): Promise<void> {
    if (those.length === 1) return goAlone(those[0]!);
    try {
      const all = await together(those.map(({ asked }) => asked));
      those.forEach(({ resolve }, index) => resolve(all[index]!));
    } catch (error) {
      if (isGone(error)) for (const { reject } of those) reject(error);
      else await Promise.all(those.map(goAlone));
    }
  }

  const goAlone = ({ asked, resolve, reject }: Waiting<Asked, Got>) => alone(asked).then(resolve, reject);

  return (asked) =>
    new Promise((resolve, reject) => {
      if (ready.length === 0) setImmediate(leave);
      ready.push({ asked, resolve, reject });
    });
}

/**
 * New subjects that are registered at the same moment: one COPY a table in place
 * of one statement a table and subject, one commit, one answer.
 */
export function sharedCommits(transact: Database['transact']): (rows: readonly RowsQuery[]) => Promise<void> {
  return shared<readonly RowsQuery[], void>({
    together: async (all) => {
      const tables = Map.groupBy(
        all.flatMap((rows) => merged(rows) as RowsQuery[]),
        ({ table }) => table,
      );
      const lines = [...tables].flatMap(([table, queries]) =>
        copies(
          table,
          queries.flatMap(({ rows }) => rows),
        ),
      );
      await transact((send) => send(BEGIN, ...lines, COMMIT));
      return all.map(() => undefined);
    },
    alone: async (rows) => void (await transact((send) => send(BEGIN, ...merged(rows), COMMIT))),
    most: 32,
  });
}

/** Looks at one thing each, all of them quick, each with its line in the access log. */
export function sharedLooks(send: Send): Send {
  const look = shared<readonly Query[], any[][]>({
    together: async (all) => {
      const answers = await send(...all.flat());
      let at = 0;
      return all.map(({ length }) => answers.slice(at, (at += length)));
    },
    alone: (queries) => send(...queries),
    most: 8, // one connection answers them one after the other
  });
  return (...queries) => look(queries);
}
