import { AsyncLocalStorage } from 'node:async_hooks';
import { COMMIT, type Database, type Query } from '#platform/database.ts';

/**
 * The time of the replay. Everything that is done within `at` happens at that
 * moment, however many such moments are under way side by side; outside of it
 * the clock on the wall is read.
 */
interface Moment {
  readonly now: Date;
  readonly numbers: Numbers | undefined; // given out beforehand, to what arrives now
  taken: number; // matter numbers of them
  mark: Query | undefined; // written with the next transaction that commits
}

/** The intake and matter numbers of a story, in the order in which they are asked for, and its query code. */
export interface Numbers {
  readonly intake: string;
  readonly matters: readonly string[];
  readonly code?: string;
}

const moments = new AsyncLocalStorage<Moment>();

export const now = (): Date => moments.getStore()?.now ?? new Date();
export const numbersNow = (): Numbers | undefined => moments.getStore()?.numbers;

export function nextMatterNo(): string | undefined {
  const here = moments.getStore();
  return here?.numbers?.matters[here.taken++];
}

/** @returns whether the mark went along with a transaction of this moment */
export async function at(
  moment: Date,
  { numbers, mark }: { readonly numbers?: Numbers; readonly mark?: Query },
  work: () => Promise<unknown>,
): Promise<boolean> {
  const here: Moment = { now: moment, numbers, taken: 0, mark };
  await moments.run(here, work);
  return mark !== undefined && here.mark === undefined;
}

/** The same database, whose transactions take the mark of their moment along: done and marked, or neither. */
export function marking(db: Database): Database {
  return {
    ...db,
    shared: undefined, // a mark goes with one transaction
    transact: (work) =>
      db.transact((send) =>
        work(async (...queries) => {
          const here = moments.getStore();
          if (!here?.mark || queries.at(-1) !== COMMIT) return send(...queries);
          const rows = await send(...queries.slice(0, -1), here.mark, COMMIT);
          here.mark = undefined;
          return rows.toSpliced(-2, 1);
        }),
      ),
  };
}
