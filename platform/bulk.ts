import { BEGIN, COMMIT, type Database, type Query } from './database.ts';
import { copies } from './copy.ts';
import { lifeTables, type LifeTables, type Row } from './bulk-life.ts';

/**
 * The bulk path: many subjects in one transaction. It is no second way to write
 * a subject: the ordinary acts run against a database that keeps what they
 * write, and the rows of a few hundred of them go out together, table by table.
 * So a loaded subject has the rows of a registered one, because the same code made them.
 */
export interface Bulk {
  /** For the acts of one life: what they write is kept, what they read of it is what they wrote. */
  readonly db: Database;
  /** What this life has in a table so far. */
  rows(table: string): readonly Row[];
  /** Rows that no act makes, such as those of the search index. */
  add(table: string, rows: readonly Row[]): void;
  /** This life is complete: its rows go with the next `take`. */
  keep(): void;
  /** It came to nothing: none of its rows goes anywhere. */
  drop(): void;
  /** How many lives wait. */
  waiting(): number;
  /** Hands over what waits; the call that it gives writes that, all or nothing, while the next lives are made. */
  take(): () => Promise<void>;
}

export function openBulk(real: Database): Bulk {
  let life = lifeTables();
  let batch = new Map<string, Row[]>();
  let lives = 0;

  return {
    db: { ...real, shared: undefined, transact: (work) => work(async (...queries) => queries.map((query) => answer(life, query))) },
    rows: (table) => life.rows(table),
    add: (table, rows) => life.add(table, rows),
    keep() {
      for (const [table, rows] of life.all()) {
        const all = batch.get(table);
        if (all) all.push(...rows);
        else batch.set(table, [...rows]);
      }
      life = lifeTables();
      lives += 1;
    },
    drop: () => void (life = lifeTables()),
    waiting: () => lives,
    take() {
      const queries = [...batch].flatMap(([table, rows]) => copies(table, rows));
      batch = new Map();
      lives = 0;
      return async () => {
        if (queries.length > 0) await real.transact((send) => send(BEGIN, ...queries, COMMIT));
      };
    },
  };
}

function answer(life: LifeTables, query: Query): any[] {
  return query === BEGIN || query === COMMIT ? [] : life.take(query);
}
