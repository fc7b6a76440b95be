/** Wrong tries, counted before the password is looked at, so that a hundred at once are still counted one by one. */
import { sql } from 'kysely';
import type { DirectoryDb } from './tables.ts';

export interface Attempt {
  readonly admitted: boolean; // false while the waiting time runs; then nothing was counted
  readonly failures: number; // this try included
  readonly barredUntil: Date | null;
}

interface Rule {
  readonly waits: readonly number[]; // minutes to wait after the free tries: the first, the second … wrong one more
  readonly free: number;
  readonly forgetBefore: Date;
}

/** Supposes that this try will fail; who gets it right clears the row. One statement, so one at a time. */
export async function takeAttempt(db: DirectoryDb, region: string, what: string, now: Date, { waits, free, forgetBefore }: Rule): Promise<Attempt> {
  const failures = sql<number>`case when attempt.last_at < ${forgetBefore} then 1 else attempt.failures + 1 end`;
  const wait = sql`(${sql.val(waits)}::int[])[least(${failures} - ${free} + 1, ${waits.length})]`;
  const { rows } = await sql<{ failures: number; barred_until: Date | null }>`
    insert into directory.attempt as attempt (region, what, failures, last_at) values (${region}, ${what}, 1, ${now})
    on conflict (region, what) do update set
      failures = ${failures},
      last_at = ${now},
      barred_until = case when ${failures} >= ${free} then ${now}::timestamptz + ${wait} * interval '1 minute' end
    where attempt.barred_until is null or attempt.barred_until <= ${now}
    returning failures, barred_until`.execute(db);
  const [counted] = rows;
  if (counted) return { admitted: true, failures: counted.failures, barredUntil: counted.barred_until };

  const waiting = await db.selectFrom('directory.attempt').selectAll().where('region', '=', region).where('what', '=', what).executeTakeFirst();
  return { admitted: false, failures: waiting?.failures ?? 0, barredUntil: waiting?.barred_until ?? now };
}

export const clearAttempts = (db: DirectoryDb, region: string, what: readonly string[]) =>
  db.deleteFrom('directory.attempt').where('region', '=', region).where('what', 'in', what);

export const deleteOldAttempts = (db: DirectoryDb, region: string, before: Date) =>
  db.deleteFrom('directory.attempt').where('region', '=', region).where('last_at', '<', before);
