/** Guessing costs time: counts a try before it is looked at, and says how long to wait. */
import { FORGET_AFTER_HOURS, FREE_TRIES, WAITS, barred, wrong } from '../domain/waits.ts';
import { clearAttempts, deleteOldAttempts, takeAttempt, type Attempt } from '../store.ts';
import type { DirectoryNeeds } from './needs.ts';

/** Where tries are counted of names that nobody has. */
export const NOWHERE = '-';

export interface Try {
  readonly failuresBefore: number;
  /** The refusal for a wrong one, to be thrown. */
  refuse(what?: string): Error;
  /** True with the try that begins a waiting time. */
  readonly bars: boolean;
  clear(): Promise<void>;
}

/** @throws Refusal `TooMany` while the waiting time runs */
export async function countTry({ db, now }: DirectoryNeeds, region: string, what: string): Promise<Try> {
  const at = now();
  const forgetBefore = new Date(at.getTime() - FORGET_AFTER_HOURS * 3_600_000);
  const attempt: Attempt = await takeAttempt(db.sql, region, what, at, { waits: WAITS, free: FREE_TRIES, forgetBefore });
  if (!attempt.admitted) throw barred(attempt.barredUntil ?? at, at);
  return {
    failuresBefore: attempt.failures - 1,
    bars: attempt.barredUntil !== null,
    refuse: (words) => wrong(attempt.failures, attempt.barredUntil, at, words),
    clear: async () =>
      void (await db.send(clearAttempts(db.sql, region, [what]), ...[region, NOWHERE].map((each) => deleteOldAttempts(db.sql, each, forgetBefore)))),
  };
}
