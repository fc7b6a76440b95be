import { sql, type Kysely } from 'kysely';
import type { ClockId } from '#kernel/clocks/rule.ts';
import { dueOn } from '#kernel/clocks/light.ts';
import { dateInChina, type PlainDate } from '#kernel/dates.ts';
import { regionOf, type Subject } from '#kernel/subject.ts';
import { raw, type Query } from '#platform/database.ts';
import { changes } from '#platform/views.ts';
import { mostUrgent } from './domain/clocks.ts';
import type { Whom, Line } from './domain/actions.ts';
import { standingTransfer, type SealedFile, type Stage } from './domain/file.ts';
import type { InspectorateRequest } from './domain/inspectorate.ts';
import type { HolderSide } from './domain/permissions.ts';

/** All SQL of the sealed line beside its history, words and log of access, which the platform writes. */
export interface SealedTables {
  'sealed.inbox': { region: string; id: string; code: string; envelope: Buffer | null; received_at: Date; taken_at: Date | null };
  'sealed.action': { region: string; subject: string; type: string; data: object }; // the platform writes it; only read here
  'sealed.file': FileRow;
  'sealed.request': RequestOfDesk;
}

export type SealedDb = Kysely<SealedTables>;

export interface FileRow {
  holder_region: string;
  unit: string;
  side: HolderSide;
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
  line: Line;
  person: string | null;
  accused_whom: Whom | null;
  accused_also: readonly string[] | null;
}

export interface RequestOfDesk {
  region: string;
  subject: string;
  unit: string;
  stage: 'requested' | 'provided';
  no: string | null;
  requested_on: PlainDate;
  due_on: PlainDate;
  provided_on: PlainDate | null;
  at: Date;
}

/** The one statement that the ordinary side may send; it names its columns, since it may fill no other. */
export function insertInbox(db: SealedDb, row: Pick<SealedTables['sealed.inbox'], 'region' | 'id' | 'code' | 'envelope' | 'received_at'>): Query {
  return db.insertInto('sealed.inbox').values(row as SealedTables['sealed.inbox']);
}

export function findWaiting(db: SealedDb, limit: number) {
  return db.selectFrom('sealed.inbox').selectAll().where('taken_at', 'is', null).orderBy('received_at').limit(limit).execute();
}

/** What was taken out is not kept twice. */
export function markTaken(db: SealedDb, { region, id }: Subject, at: Date) {
  return db.updateTable('sealed.inbox').set({ envelope: null, taken_at: at }).where('region', '=', region).where('id', '=', id).where('taken_at', 'is', null);
}

/** The files that tell, or told, their days to one of these codes: by what each brought along, and by what took its place. */
export async function findToldBy(db: SealedDb, region: string, hmacs: readonly string[]): Promise<Subject[]> {
  const told = sql.join(
    hmacs.map((hmac) => sql`data->'codes' @> ${JSON.stringify([{ hmac }])}::jsonb or data->'code'->>'hmac' = ${hmac}`),
    sql` or `,
  );
  const rows = await db
    .selectFrom('sealed.action')
    .select('subject')
    .where('region', '=', region)
    .where('type', 'in', ['MatterOpened', 'PetitionerCodeReplaced'])
    .where(sql<boolean>`(${told})`)
    .distinct()
    .execute();
  return rows.map(({ subject }) => ({ region, id: subject }));
}

/** What an organ has to do with, the most urgent first; who may see which is asked of each row again. */
export function findFiles(db: SealedDb, organ: string, sides: readonly HolderSide[], limit: number): Promise<FileRow[]> {
  return db
    .selectFrom('sealed.file')
    .selectAll()
    .where('holder_region', '=', regionOf(organ))
    .where('unit', '=', organ)
    .where('side', 'in', [...sides])
    .orderBy(sql`stage in ('concluded', 'returned')`)
    .orderBy(sql`legal_on nulls last`)
    .orderBy('received_at', 'desc')
    .limit(limit)
    .execute();
}

/** Those of one desk that are about somebody: from which it is chosen what an inspectorate may get. */
export function findAccused(db: SealedDb, desk: string): Promise<FileRow[]> {
  return db
    .selectFrom('sealed.file')
    .selectAll()
    .where('holder_region', '=', regionOf(desk))
    .where('unit', '=', desk)
    .where('side', '=', 'triage')
    .where('accused_unit', 'is not', null)
    .where('stage', '<>', 'returned') // it accused nobody
    .orderBy('received_at')
    .execute();
}

/** Files on which anything may still run, of all regions: a letter of an inspectorate names its day itself, and no calendar moves that. */
export async function findRunning(db: SealedDb): Promise<Subject[]> {
  const rows = await db
    .selectFrom('sealed.file')
    .select(['region', 'subject'])
    .distinct()
    .where((eb) => eb.or([eb('clock', 'is not', null), eb('stage', 'not in', ['concluded', 'returned'])]))
    .execute();
  return rows.map(({ region, subject }) => ({ region, id: subject }));
}

export function findRequests(db: SealedDb, desk: string, limit: number): Promise<RequestOfDesk[]> {
  return db
    .selectFrom('sealed.request')
    .selectAll()
    .where('region', '=', regionOf(desk))
    .where('unit', '=', desk)
    .orderBy('stage', 'desc')
    .orderBy('due_on')
    .limit(limit)
    .execute();
}

export type SealedPaper = 'F54' | 'F55' | 'F62';

/** The next number of a paper, without gaps: the row stays locked until the act is over, and goes back with it. */
export function takePaperNumber(db: Kysely<unknown>, paper: SealedPaper, { region, unit, year }: { region: string; unit: string; year: number }): Query {
  return raw(
    db as SealedDb,
    sql`insert into sealed.series as series (region, unit, paper, year, last) values (${region}, ${unit}, ${paper}, ${year}, 1)
        on conflict (region, unit, paper, year) do update set last = series.last + 1 returning last`,
  );
}

export function sealedViews(db: SealedDb, subject: Subject, before: SealedFile, after: SealedFile): Query[] {
  return changes(db, 'sealed.file', ['holder_region', 'unit', 'side', 'region', 'subject'], rowsOf(subject, before), rowsOf(subject, after));
}

export function rowsOf({ region, id }: Subject, file: SealedFile): FileRow[] {
  const { opening, desk, stage, accused, clocks, transfers, reports } = file;
  if (!opening || !desk) return [];
  const urgent = mostUrgent(clocks);
  const transfer = standingTransfer(file);
  const row = (unit: string, side: HolderSide, { line = 'discipline', person = null }: { line?: Line; person?: string | null } = {}): FileRow => ({
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
    line,
    person,
    accused_whom: accused?.whom ?? null,
    accused_also: accused?.also ?? null,
  });
  const named = transfers.filter(({ refused }) => !refused).map(({ to, line }) => row(to, 'recipient', { line }));
  const told = reports.sent.flatMap(({ recipients }) => recipients.map(({ post, unit, person }) => row(unit, post, { person: person ?? null })));
  const all = [row(desk, 'triage'), ...named, ...told];
  return all.filter(({ unit, side }, at) => all.findIndex((one) => one.unit === unit && one.side === side) === at);
}

export function requestViews(db: SealedDb, subject: Subject, before: InspectorateRequest, after: InspectorateRequest): Query[] {
  return changes(db, 'sealed.request', ['region', 'subject'], requestRows(subject, before), requestRows(subject, after));
}

function requestRows({ region, id }: Subject, { asked, provided }: InspectorateRequest): RequestOfDesk[] {
  if (!asked) return [];
  return [
    {
      region,
      subject: id,
      unit: asked.desk,
      stage: provided ? 'provided' : 'requested',
      no: provided?.no ?? null,
      requested_on: asked.requestedOn,
      due_on: asked.dueOn,
      provided_on: provided ? dateInChina(provided.at) : null,
      at: asked.at,
    },
  ];
}
