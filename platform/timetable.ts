import { sql, type Kysely, type Transaction } from 'kysely';
import { patiently, type Query } from './database.ts';

export interface TimetableTables {
  'timetable.job': { region: string; kind: string; key: string; due_at: Date; attempts: number; trouble: string | null };
}

type TimetableDb = Kysely<TimetableTables>;

export interface Job {
  readonly region: string;
  readonly kind: string; // 'breaches', 'render', 'draftExpiry'
  readonly key: string; // for what: an id, or '' for a region's daily round
  readonly dueAt: Date;
}

/**
 * Does what is due. `trx` carries the job's own row: what is written with it
 * counts only if the job is done. Commands that it gives elsewhere carry a key
 * of their own, since a job may be run again. Gives when it is due next, or
 * nothing when it is done for good.
 */
export type Work = (job: Job, trx: Transaction<any>) => Promise<Date | undefined>;

/** To be sent with an act, or alone. What is planned already keeps its time. */
export function plan(db: TimetableDb, { region, kind, key, dueAt }: Job): Query {
  return db
    .insertInto('timetable.job')
    .values({ region, kind, key, due_at: dueAt, attempts: 0, trouble: null })
    .onConflict((conflict) => conflict.doNothing());
}

/** Brings a round forward that has become pressing. What was put off after trouble keeps its time; what another worker is doing is left to it. */
export function hasten(db: TimetableDb, { dueAt, ...found }: Job) {
  const waiting = db
    .selectFrom('timetable.job')
    .select('key')
    .where(isRow(found))
    .where('attempts', '=', 0)
    .where('due_at', '>', dueAt)
    .forUpdate()
    .skipLocked();
  return db.updateTable('timetable.job').set({ due_at: dueAt }).where(isRow(found)).where('key', '=', waiting);
}

export interface DueSettings {
  readonly now: () => Date;
  readonly limit?: number;
  readonly onTrouble?: (job: Job, error: unknown, attempts: number) => void;
}

/**
 * Does what is due, oldest first. A look without locks, then each job is taken
 * within its region: two workers never do one job, and none waits for another.
 */
export async function doDue(db: TimetableDb, works: Readonly<Record<string, Work>>, { now, limit = 50, onTrouble }: DueSettings): Promise<number> {
  const due = await db
    .selectFrom('timetable.job')
    .select(['region', 'kind', 'key'])
    .where('due_at', '<=', now())
    .where('kind', 'in', Object.keys(works))
    .orderBy('due_at')
    .limit(limit)
    .execute();

  let done = 0;
  for (const found of due) {
    const job = await doOne(db, works, found, now, onTrouble);
    if (job) done += 1;
  }
  return done;
}

type Found = Pick<Job, 'region' | 'kind' | 'key'>;

async function doOne(db: TimetableDb, works: Readonly<Record<string, Work>>, found: Found, now: () => Date, onTrouble: DueSettings['onTrouble']) {
  let taken: (Job & { attempts: number }) | undefined;
  try {
    return await db.transaction().execute(async (trx) => {
      const row = await trx
        .selectFrom('timetable.job')
        .selectAll()
        .where(isRow(found))
        .where('due_at', '<=', now())
        .forUpdate()
        .skipLocked()
        .executeTakeFirst();
      if (!row) return undefined;
      await patiently(trx);
      taken = { ...found, dueAt: row.due_at, attempts: row.attempts };
      const next = await works[found.kind]!(taken, trx);
      if (next) await trx.updateTable('timetable.job').set({ due_at: next, attempts: 0, trouble: null }).where(isRow(found)).execute();
      else await trx.deleteFrom('timetable.job').where(isRow(found)).execute();
      return taken;
    });
  } catch (error) {
    if (!taken) throw error; // the database itself is away: nothing was tried
    await putOff(db, taken, error, now());
    onTrouble?.(taken, error, taken.attempts + 1);
    return undefined;
  }
}

/** Tried again ever later, at least once a day: nothing that is owed is given up. */
async function putOff(db: TimetableDb, job: Job & { attempts: number }, error: unknown, now: Date): Promise<void> {
  const wait = Math.min(24 * 3600_000, 30_000 * 3 ** Math.min(job.attempts, 8));
  const { code, name } = error as Error & { code?: string };
  await db
    .updateTable('timetable.job')
    .set({ due_at: new Date(now.getTime() + wait), attempts: job.attempts + 1, trouble: code ?? name ?? 'unknown' })
    .where(isRow(job))
    .execute();
}

const isRow = ({ region, kind, key }: Found) => sql<boolean>`region = ${region} and kind = ${kind} and key = ${key}`;

/** When the next job is due, so that a worker may sleep until then. */
export async function findNextDue(db: TimetableDb): Promise<Date | undefined> {
  const row = await db.selectFrom('timetable.job').select('due_at').orderBy('due_at').limit(1).executeTakeFirst();
  return row?.due_at;
}

const CHINA = 8 * 3600_000;
const DAY = 24 * 3600_000;

/** The next time that clocks in China show this: 00:05 for what became overdue over night. */
export function nextInChina(after: Date, hour: number, minute: number): Date {
  const midnight = Math.floor((after.getTime() + CHINA) / DAY) * DAY - CHINA;
  const today = midnight + (hour * 60 + minute) * 60_000;
  return new Date(today > after.getTime() ? today : today + DAY);
}
