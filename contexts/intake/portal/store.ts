import { sql, type Kysely } from 'kysely';
import type { ToldCode } from '#kernel/sealed-dates.ts';
import type { Query } from '#platform/database.ts';

/** Tables of the portal side of intake. The portal's role may do nothing but what is here. */
export interface PortalIntakeTables {
  'intake.draft': { region: string; id: Buffer; envelope: Buffer; expires_at: Date };
  'intake.draft_file': { region: string; draft: Buffer; blob: string; bytes: number };
  'intake.arrival': ArrivalRow;
  'intake.receipt': { region: string; code_hmac: Buffer; envelope: Buffer; expires_at: Date };
  'intake.code': CodeRow;
}

export interface ArrivalRow {
  region: string;
  id: string;
  intake_no: string;
  code_hmac: Buffer;
  code_key: Buffer;
  envelope: Buffer;
  received_at: Date;
  channel: string;
  external_id: string | null;
  taken_at: Date | null;
}

export interface CodeRow {
  region: string;
  code_hmac: Buffer;
  code_key: Buffer;
  intake: string;
  kind: 'petitioner' | 'join' | 'member';
  matter: string | null; // where a code of a group leads
  member: string | null;
  issued_at: Date;
  expires_at: Date;
  revoked_at: Date | null;
}

type Db = Kysely<PortalIntakeTables>;

export function insertDraft(db: Db, row: PortalIntakeTables['intake.draft']) {
  return db.insertInto('intake.draft').values(row);
}

/** Locked: two windows on one draft save one after the other, and neither loses the other's answer. */
export function lockDraft(db: Db, region: string, id: Buffer, now: Date) {
  return findDraft(db, region, id, now).forUpdate();
}

export function findDraft(db: Db, region: string, id: Buffer, now: Date) {
  return db.selectFrom('intake.draft').select(['envelope', 'expires_at']).where('region', '=', region).where('id', '=', id).where('expires_at', '>', now);
}

export function updateDraft(db: Db, region: string, id: Buffer, envelope: Buffer) {
  return db.updateTable('intake.draft').set({ envelope }).where('region', '=', region).where('id', '=', id);
}

export function addDraftFile(db: Db, region: string, draft: Buffer, { blob, bytes }: { readonly blob: string; readonly bytes: number }) {
  return db.insertInto('intake.draft_file').values({ region, draft, blob, bytes });
}

/** Bytes of everything that nobody has handed in yet: the files, and what is typed. */
export async function whatDraftsHold(db: Db, region: string): Promise<number> {
  const files = db.selectFrom('intake.draft_file').select(sql<string>`coalesce(sum(bytes), 0)`.as('bytes')).where('region', '=', region);
  const words = db.selectFrom('intake.draft').select(sql<string>`coalesce(sum(octet_length(envelope)), 0)`.as('bytes')).where('region', '=', region);
  const [one, other] = await Promise.all([files.executeTakeFirstOrThrow(), words.executeTakeFirstOrThrow()]);
  return Number(one.bytes) + Number(other.bytes);
}

export function dropDraftFile(db: Db, region: string, draft: Buffer, blob?: string) {
  const all = db.deleteFrom('intake.draft_file').where('region', '=', region).where('draft', '=', draft);
  return blob === undefined ? all : all.where('blob', '=', blob);
}

export function insertArrival(db: Db, row: Omit<ArrivalRow, 'taken_at' | 'external_id'>) {
  return db.insertInto('intake.arrival').values(row as ArrivalRow);
}

export function insertReceipt(db: Db, row: PortalIntakeTables['intake.receipt']) {
  return db.insertInto('intake.receipt').values(row);
}

export async function findReceipt(db: Db, region: string, codeHmac: Buffer, now: Date): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom('intake.receipt')
    .select('envelope')
    .where('region', '=', region)
    .where('code_hmac', '=', codeHmac)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row?.envelope;
}

/** Files of drafts that nobody handed in within their seven days, then the drafts themselves. */
export async function expiredDrafts(db: Db, region: string, now: Date, limit = 100): Promise<{ id: Buffer; files: string[] }[]> {
  const drafts = await db.selectFrom('intake.draft').select('id').where('region', '=', region).where('expires_at', '<=', now).limit(limit).execute();
  return Promise.all(
    drafts.map(async ({ id }) => {
      const files = await db.selectFrom('intake.draft_file').select('blob').where('region', '=', region).where('draft', '=', id).execute();
      return { id, files: files.map(({ blob }) => blob) };
    }),
  );
}

export async function deleteDraft(db: Db, region: string, id: Buffer): Promise<void> {
  await dropDraftFile(db, region, id).execute();
  await db.deleteFrom('intake.draft').where('region', '=', region).where('id', '=', id).execute();
}

export function waitingArrivals(db: Db, region: string, limit: number) {
  return db.selectFrom('intake.arrival').selectAll().where('region', '=', region).where('taken_at', 'is', null).orderBy('received_at').limit(limit).execute();
}

export function markTaken(db: Db, region: string, id: string, at: Date): Query {
  return db.updateTable('intake.arrival').set({ taken_at: at }).where('region', '=', region).where('id', '=', id);
}

/** A code that was replaced opens its receipt no more; in the worker's role. */
export function dropReceipt(db: Db, region: string, codeHmac: Buffer) {
  return db.deleteFrom('intake.receipt').where('region', '=', region).where('code_hmac', '=', codeHmac).execute();
}

/** The codes of these intakes, the withdrawn ones too: whoever publishes must take those back. */
export function codesOf(db: Db, region: string, intakes: readonly string[]) {
  return db
    .selectFrom('intake.code')
    .selectAll()
    .where('region', '=', region)
    .where('intake', 'in', sql<string>`(${sql.join(intakes.map((id) => sql`${id}::uuid`))})`)
    .execute();
}

/** Codes that have run out, with their receipts: nothing tells any more which letter one of them opened. In the worker's role. */
export async function deleteExpiredCodes(db: Db, region: string, now: Date): Promise<number> {
  const codes = await db.deleteFrom('intake.code').where('region', '=', region).where('expires_at', '<=', now).executeTakeFirst();
  const receipts = await db.deleteFrom('intake.receipt').where('region', '=', region).where('expires_at', '<=', now).executeTakeFirst();
  return Number(codes.numDeletedRows) + Number(receipts.numDeletedRows);
}

/** What the portal received and the office has registered since: a second copy of the letter, which no key of the letter protects. */
export async function deleteTakenArrivals(db: Db, region: string, before: Date): Promise<number> {
  const done = await db.deleteFrom('intake.arrival').where('region', '=', region).where('taken_at', '<', before).executeTakeFirst();
  return Number(done.numDeletedRows);
}

/** Whoever brought it, by the public half of their code: what the sealed line may tell them is closed with it. */
export async function codesToTell(db: Db, region: string, intake: string): Promise<ToldCode[]> {
  const codes = await codesOf(db, region, [intake]);
  const own = codes.filter(({ kind, revoked_at }) => kind === 'petitioner' && !revoked_at);
  return own.map(({ code_hmac, code_key }) => ({ hmac: code_hmac.toString('base64'), key: code_key.toString('base64') }));
}
