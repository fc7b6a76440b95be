import { sql, type Kysely } from 'kysely';
import type { PlainDate } from '#kernel/dates.ts';
import { raw, type Query } from '#platform/database.ts';
import type { DayRoot } from './domain/pages.ts';

/** What is published, and what the holders of codes have said. */
export interface TransparencyTables {
  'transparency.progress': ProgressRow;
  'proof.root': { region: string; kind: string; day: PlainDate; leaves: number; root: Buffer; chained: Buffer; signature: Buffer }; // the platform's; only read here
  'transparency.message': MessageRow;
  'transparency.refusal': RefusalRow;
  'transparency.sealed_dates': { region: string; code_hmac: Buffer; part: string; n: number; envelope: Buffer; at: Date };
}

export interface ProgressRow {
  region: string;
  code_hmac: Buffer;
  envelope: Buffer;
  published_at: Date;
  expires_at: Date;
}

export interface MessageRow {
  region: string;
  id: string;
  code_hmac: Buffer;
  kind: string;
  envelope: Buffer;
  at: Date;
  taken_at: Date | null;
  outcome: 'taken' | 'refused' | null;
}

/** What the office could not do, sealed to the code that asked for it. */
export interface RefusalRow {
  region: string;
  id: string;
  code_hmac: Buffer;
  envelope: Buffer;
  blobs: string[];
  at: Date;
  expires_at: Date;
}

type Db = Kysely<TransparencyTables>;

/** The daily roots up to a day, the last first, which everybody may see: those of long ago too, for whoever holds a receipt or a file of that time. */
export async function findRoots(db: Db, region: string, limit: number, until?: PlainDate): Promise<DayRoot[]> {
  const rows = await db
    .selectFrom('proof.root')
    .select(['day', 'leaves', 'root', 'chained', 'signature'])
    .where('region', '=', region)
    .where('kind', '=', 'history')
    .$if(until !== undefined, (query) => query.where('day', '<=', until!))
    .orderBy('day', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ day, leaves, root, chained, signature }) => ({
    day,
    leaves,
    root: root.toString('hex'),
    chained: chained.toString('hex'),
    signature: signature.toString('base64'),
  }));
}

export async function findProgress(db: Db, region: string, codeHmac: Buffer, now: Date): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom('transparency.progress')
    .select('envelope')
    .where('region', '=', region)
    .where('code_hmac', '=', codeHmac)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row?.envelope;
}

export async function putProgress(db: Db, row: ProgressRow): Promise<void> {
  const { envelope, published_at, expires_at } = row;
  await db
    .insertInto('transparency.progress')
    .values(row)
    .onConflict((conflict) => conflict.columns(['region', 'code_hmac']).doUpdateSet({ envelope, published_at, expires_at }))
    .execute();
}

export async function takeBack(db: Db, region: string, codeHmac: Buffer): Promise<void> {
  await db.deleteFrom('transparency.progress').where('region', '=', region).where('code_hmac', '=', codeHmac).execute();
}

/** Codes that have run out show nothing any more, and nothing of theirs is kept. */
export async function deleteExpired(db: Db, region: string, now: Date): Promise<number> {
  const gone = sql<boolean>`not exists (select from transparency.progress p where p.region = sealed_dates.region and p.code_hmac = sealed_dates.code_hmac)`;
  await db
    .deleteFrom('transparency.sealed_dates')
    .where('region', '=', region)
    .where('at', '<', new Date(now.getTime() - 864e5))
    .where(gone)
    .execute();
  const done = await db.deleteFrom('transparency.progress').where('region', '=', region).where('expires_at', '<=', now).executeTakeFirst();
  return Number(done.numDeletedRows);
}

export async function insertMessage(db: Db, row: Omit<MessageRow, 'taken_at' | 'outcome'>): Promise<void> {
  await db
    .insertInto('transparency.message')
    .values(row as MessageRow)
    .execute();
}

export function waitingMessages(db: Db, region: string, limit: number): Promise<MessageRow[]> {
  return db.selectFrom('transparency.message').selectAll().where('region', '=', region).where('taken_at', 'is', null).orderBy('at').limit(limit).execute();
}

/**
 * Marks it within the act that it led to, or undoes that act where another
 * worker was faster: nothing divided by nothing is an error of its own.
 */
export function claimMessage(db: Db, region: string, id: string, at: Date): Query {
  return raw(
    db,
    sql`with claimed as (
      update transparency.message set taken_at = ${at}, outcome = 'taken', envelope = ''
      where region = ${region} and id = ${id}::uuid and taken_at is null returning id
    ) select 1 / count(*) from claimed`,
  );
}

export const isClaimedByAnother = (error: unknown) => (error as { code?: string }).code === DIVISION_BY_ZERO;
const DIVISION_BY_ZERO = '22012';

/** Nobody is to be told: only marked, and its content gone. */
export async function markRefused(db: Db, region: string, id: string, at: Date): Promise<void> {
  await db
    .updateTable('transparency.message')
    .set({ taken_at: at, outcome: 'refused', envelope: Buffer.alloc(0) })
    .where(sql<boolean>`region = ${region} and id = ${id}::uuid and taken_at is null`)
    .execute();
}

/** Marked and sent back at once; of two workers with the same message one does. */
export async function putRefusal(db: Db, { region, id, code_hmac, envelope, blobs, at, expires_at }: RefusalRow, now: Date): Promise<void> {
  await sql`with refused as (
      update transparency.message set taken_at = ${now}, outcome = 'refused', envelope = ''
      where region = ${region} and id = ${id}::uuid and taken_at is null returning region, id
    ) insert into transparency.refusal (region, id, code_hmac, envelope, blobs, at, expires_at)
      select region, id, ${code_hmac}::bytea, ${envelope}::bytea, ${blobs}::text[], ${at}::timestamptz, ${expires_at}::timestamptz from refused`.execute(db);
}

/** The newest first. */
export function findRefusals(db: Db, region: string, codeHmac: Buffer, now: Date): Promise<Pick<RefusalRow, 'region' | 'id' | 'envelope'>[]> {
  return db
    .selectFrom('transparency.refusal')
    .select(['region', 'id', 'envelope'])
    .where('region', '=', region)
    .where('code_hmac', '=', codeHmac)
    .where('expires_at', '>', now)
    .orderBy('at', 'desc')
    .limit(50)
    .execute();
}

/** What was sent back and has not to be kept any longer, with the files that came with it. */
export async function deleteRefusals(db: Db, region: string, now: Date): Promise<{ readonly erased: number; readonly blobs: readonly string[] }> {
  const rows = await db.deleteFrom('transparency.refusal').where('region', '=', region).where('expires_at', '<=', now).returning('blobs').execute();
  return { erased: rows.length, blobs: rows.flatMap(({ blobs }) => blobs) };
}

/** That something was said, once it stands in the history or went back. */
export async function deleteSaid(db: Db, region: string, before: Date): Promise<number> {
  const done = await db.deleteFrom('transparency.message').where('region', '=', region).where('taken_at', '<', before).executeTakeFirst();
  return Number(done.numDeletedRows);
}

/** Of each sealed part the newest days that were told to this code. */
export async function findSealedDates(db: Db, region: string, codeHmac: Buffer): Promise<readonly Buffer[]> {
  const rows = await db
    .selectFrom('transparency.sealed_dates')
    .select('envelope')
    .distinctOn('part')
    .where('region', '=', region)
    .where('code_hmac', '=', codeHmac)
    .orderBy('part')
    .orderBy('n', 'desc')
    .execute();
  return rows.map(({ envelope }) => envelope);
}
