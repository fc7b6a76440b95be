import { sql, type Kysely } from 'kysely';
import type { ClockId } from '#kernel/clocks/rule.ts';
import { dueOn } from '#kernel/clocks/light.ts';
import type { PlainDate } from '#kernel/dates.ts';
import { regionOf, type Subject } from '#kernel/subject.ts';
import { raw, type Query } from '#platform/database.ts';
import { changes } from '#platform/views.ts';
import { mostUrgent } from './domain/clocks.ts';
import { standingTransfer, type SealedFile, type Stage } from './domain/file.ts';
import type { Side } from './domain/permissions.ts';

/** All SQL of the sealed line beside its history, words and log of access, which the platform writes. */
export interface SealedTables {
  'sealed.inbox': { region: string; id: string; code: string; envelope: Buffer | null; received_at: Date; taken_at: Date | null };
  'sealed.file': FileRow;
}

export type SealedDb = Kysely<SealedTables>;

export interface FileRow {
  holder_region: string;
  unit: string;
  side: Side;
  region: string;
  subject: string;
  code: string;
  stage: Stage;
  accused_unit: string | null;
  recipient: string | null;
  received_at: Date;
  transferred_at: Date | null;
  clock: ClockId | null;
  light_on: PlainDate | null;
  legal_on: PlainDate | null;
}

/** The one statement that the ordinary side may send; it names its columns, since it may fill no other. */
export function insertInbox(db: SealedDb, row: Pick<SealedTables['sealed.inbox'], 'region' | 'id' | 'code' | 'envelope' | 'received_at'>): Query {
  return db.insertInto('sealed.inbox').values(row as SealedTables['sealed.inbox']);
}

export function findWaiting(db: SealedDb, limit: number) {
  return db.selectFrom('sealed.inbox').selectAll().where('taken_at', 'is', null).orderBy('received_at').limit(limit).execute();
}

/** What was taken out is not kept twice. */
export function markTaken(db: SealedDb, { region, id }: Subject, at: Date): Query {
  return db.updateTable('sealed.inbox').set({ envelope: null, taken_at: at }).where('region', '=', region).where('id', '=', id).where('taken_at', 'is', null);
}

/** Both places that have to do with it, the most urgent first; who may see which is asked of each row again. */
export function findFiles(db: SealedDb, organ: string, limit: number): Promise<FileRow[]> {
  return db
    .selectFrom('sealed.file')
    .selectAll()
    .where('holder_region', '=', regionOf(organ))
    .where('unit', '=', organ)
    .orderBy(sql`stage = 'concluded'`)
    .orderBy(sql`legal_on nulls last`)
    .orderBy('received_at', 'desc')
    .limit(limit)
    .execute();
}

/** The next number of a slip, without gaps: the row stays locked until the act is over, and goes back with it. */
export function takeSlipNumber(db: Kysely<unknown>, region: string, unit: string, year: number): Query {
  return raw(
    db as SealedDb,
    sql`insert into sealed.series as series (region, unit, year, last) values (${region}, ${unit}, ${year}, 1)
        on conflict (region, unit, year) do update set last = series.last + 1 returning last`,
  );
}

export function sealedViews(db: SealedDb, subject: Subject, before: SealedFile, after: SealedFile): Query[] {
  return changes(db, 'sealed.file', ['holder_region', 'unit', 'side', 'region', 'subject'], rowsOf(subject, before), rowsOf(subject, after));
}

export function rowsOf({ region, id }: Subject, file: SealedFile): FileRow[] {
  const { opening, desk, stage, accused, clocks } = file;
  if (!opening || !desk) return [];
  const urgent = mostUrgent(clocks);
  const transfer = standingTransfer(file);
  const row = (unit: string, side: Side): FileRow => ({
    holder_region: regionOf(unit),
    unit,
    side,
    region,
    subject: id,
    code: opening.code,
    stage,
    accused_unit: accused?.unit ?? null,
    recipient: transfer?.to ?? null,
    received_at: new Date(opening.receivedAt),
    transferred_at: transfer?.at ?? null,
    clock: urgent?.clock ?? null,
    light_on: urgent ? dueOn(urgent) : null,
    legal_on: urgent?.legalOn ?? null,
  });
  return [row(desk, 'triage'), ...(transfer ? [row(transfer.to, 'recipient')] : [])];
}
