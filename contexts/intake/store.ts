import { sql, type Kysely } from 'kysely';
import type { ClockId } from '#kernel/clocks/rule.ts';
import type { PlainDate } from '#kernel/dates.ts';
import type { Subject } from '#kernel/subject.ts';
import type { Query } from '#platform/database.ts';
import { insertRows } from '#platform/rows.ts';
import { changes } from '#platform/views.ts';
import { mostUrgent } from './domain/clocks.ts';
import type { Intake, IntakeStage } from './domain/intake.ts';
import type { CodeRow } from './portal/store.ts';

/** The SQL of the desk side of intake; the portal's side has a file of its own. */
export interface IntakeTables {
  'intake.intake': {
    region: string;
    subject: string;
    no: string;
    unit: string;
    stage: IntakeStage;
    channel: string;
    title: string | null;
    received_at: Date;
    clock: ClockId | null;
    light_on: PlainDate | null;
    legal_on: PlainDate | null;
  };
  'intake.external': { region: string; source: string; external_id: string; subject: string };
  'intake.same_text': { region: string; hash: Buffer; subject: string };
  'intake.blind': { region: string; token: Buffer; subject: string; received_at: Date };
  'intake.arrival': { region: string; id: string };
  'intake.code': CodeRow;
}

type CodeKind = CodeRow['kind'];
export type CodeFound = Pick<CodeRow, 'intake' | 'kind' | 'matter' | 'member' | 'revoked_at'>;

export type IntakeDb = Kysely<IntakeTables>;

/** What waits at a desk, the most urgent first: unclassified, then inquiries that are not yet answered. */
export function findWaiting(db: IntakeDb, region: string, unit: string, channels: readonly string[] | undefined, limit: number) {
  let query = db
    .selectFrom('intake.intake')
    .selectAll()
    .where('region', '=', region)
    .where('unit', '=', unit)
    .where('stage', 'in', ['registered', 'classified']);
  if (channels) query = query.where('channel', 'in', [...channels]);
  return query.orderBy(sql`legal_on nulls last`).orderBy('received_at').limit(limit).execute();
}

/** Whatever of a region has not become matters yet: it is soon handled, so it is never many. */
export async function findWaitingIds(db: IntakeDb, region: string): Promise<string[]> {
  const rows = await db.selectFrom('intake.intake').select('subject').where('region', '=', region).where('stage', 'in', ['registered', 'classified']).execute();
  return rows.map(({ subject }) => subject);
}

export function findExternal(db: IntakeDb, region: string, source: string, id: string) {
  return db
    .selectFrom('intake.external')
    .select('subject')
    .where('region', '=', region)
    .where('source', '=', source)
    .where('external_id', '=', id)
    .executeTakeFirst();
}

export function findSameText(db: IntakeDb, region: string, hash: Buffer) {
  return db.selectFrom('intake.same_text').select('subject').where('region', '=', region).where('hash', '=', hash).executeTakeFirst();
}

export function loadNo(db: IntakeDb, { region, id }: Subject) {
  return db.selectFrom('intake.intake').select(['no', 'received_at', 'unit']).where('region', '=', region).where('subject', '=', id).executeTakeFirstOrThrow();
}

/** The earlier intakes of the same petitioner, by what identifies them and by no name list. */
export function findEarlier(db: IntakeDb, region: string, tokens: readonly Buffer[], limit = 20) {
  if (tokens.length === 0) return Promise.resolve([]);
  return db
    .selectFrom('intake.blind as blind')
    .innerJoin('intake.intake as intake', (join) => join.onRef('intake.region', '=', 'blind.region').onRef('intake.subject', '=', 'blind.subject'))
    .select(['intake.region', 'intake.subject', 'intake.no', 'intake.stage', 'intake.channel', 'intake.received_at', 'intake.title'])
    .distinct()
    .where('blind.region', '=', region)
    .where('blind.token', 'in', [...tokens])
    .orderBy('intake.received_at', 'desc')
    .limit(limit)
    .execute();
}

/** Intakes before this one that carry one of its marks; never the marks themselves. */
export function findBefore(db: IntakeDb, region: string, intake: string, limit: number) {
  return db
    .selectFrom('intake.blind as own')
    .innerJoin('intake.blind as before', (join) => join.onRef('before.region', '=', 'own.region').onRef('before.token', '=', 'own.token'))
    .select(['before.subject', 'before.received_at'])
    .distinct()
    .where('own.region', '=', region)
    .where('own.subject', '=', intake)
    .whereRef('before.received_at', '<', 'own.received_at')
    .orderBy('before.received_at', 'desc')
    .limit(limit)
    .execute();
}

export const insertExternal = (db: IntakeDb, row: IntakeTables['intake.external']): Query => insertRows(db, 'intake.external', [row]);
export const insertSameText = (db: IntakeDb, row: IntakeTables['intake.same_text']): Query => insertRows(db, 'intake.same_text', [row]);
type GivenCode = Omit<CodeRow, 'revoked_at' | 'kind' | 'matter' | 'member'> & { kind?: CodeKind; matter?: string; member?: string };
export const insertCode = (db: IntakeDb, row: GivenCode): Query =>
  insertRows(db, 'intake.code', [{ kind: 'petitioner', matter: null, member: null, ...row, revoked_at: null }]);
export const insertBlind = (db: IntakeDb, rows: readonly IntakeTables['intake.blind'][]): Query[] =>
  rows.length > 0 ? [insertRows(db, 'intake.blind', rows)] : [];

/** What identified the petitioner is forgotten with the words, when a letter turns out to be an accusation. */
export const deleteBlind = (db: IntakeDb, { region, id }: Subject): Query =>
  db.deleteFrom('intake.blind').where('region', '=', region).where('subject', '=', id);

export const deleteSameText = (db: IntakeDb, region: string, hash: Buffer): Query =>
  db.deleteFrom('intake.same_text').where('region', '=', region).where('hash', '=', hash);

/** The codes of an intake end; what they showed is taken back with the next publication. */
export const revokeCodes = (db: IntakeDb, region: string, intake: string, at: Date) =>
  db.updateTable('intake.code').set({ revoked_at: at }).where('region', '=', region).where('intake', '=', intake).where('revoked_at', 'is', null);

/** The one code of whoever brought it is given anew; the members of a group keep theirs. */
export const revokeOwnCodes = (db: IntakeDb, region: string, intake: string, at: Date): Query =>
  revokeCodes(db, region, intake, at).where('kind', '=', 'petitioner');

export const revokeJoinCodes = (db: IntakeDb, { region, id }: Subject, at: Date): Query =>
  db
    .updateTable('intake.code')
    .set({ revoked_at: at })
    .where('region', '=', region)
    .where('matter', '=', id)
    .where('kind', '=', 'join')
    .where('revoked_at', 'is', null);

export const revokeCode = (db: IntakeDb, region: string, codeHmac: Buffer, at: Date): Query =>
  db.updateTable('intake.code').set({ revoked_at: at }).where('region', '=', region).where('code_hmac', '=', codeHmac).where('revoked_at', 'is', null);

export function findCode(db: IntakeDb, region: string, codeHmac: Buffer): Promise<CodeFound | undefined> {
  return db
    .selectFrom('intake.code')
    .select(['intake', 'kind', 'matter', 'member', 'revoked_at'])
    .where('region', '=', region)
    .where('code_hmac', '=', codeHmac)
    .executeTakeFirst();
}

/** The portal's envelope is a copy of everything that was said. */
export const deleteArrival = (db: IntakeDb, { region, id }: Subject): Query =>
  db.deleteFrom('intake.arrival').where('region', '=', region).where('id', '=', id);

/** When the term is over: nothing by which the letter or its sender could be recognised again, and no code that opens anything. */
export const forgetMarks = (db: IntakeDb, subject: Subject, at: Date): Query[] => [
  deleteBlind(db, subject),
  deleteArrival(db, subject),
  db.deleteFrom('intake.same_text').where('region', '=', subject.region).where('subject', '=', subject.id),
  revokeCodes(db, subject.region, subject.id, at),
];

export function intakeViews(db: IntakeDb, { region, id: subject }: Subject, before: Intake, after: Intake): Query[] {
  return changes(db, 'intake.intake', ['region', 'subject'], rows(region, subject, before), rows(region, subject, after));
}

function rows(region: string, subject: string, intake: Intake): IntakeTables['intake.intake'][] {
  const { received, stage, desk } = intake;
  if (!received || !desk) return [];
  const urgent = mostUrgent(intake.clocks);
  return [
    {
      region,
      subject,
      no: received.no,
      unit: desk,
      stage,
      channel: received.channel,
      title: stage === 'sealed' ? null : received.title.id,
      received_at: intake.receivedAt!,
      clock: urgent?.clock ?? null,
      light_on: urgent?.targetOn ?? null,
      legal_on: urgent?.legalOn ?? null,
    },
  ];
}
