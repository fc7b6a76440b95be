import { sql, type Kysely } from 'kysely';
import type { PlainDate } from '#kernel/dates.ts';
import { regionOf, type Subject } from '#kernel/subject.ts';
import type { Query } from '#platform/database.ts';
import { changes } from '#platform/views.ts';
import { CATALOGUE } from './domain/catalogue.ts';
import type { Method } from './domain/delivery.ts';
import type { PaperCode } from './domain/kind.ts';
import { numberOf, type Paper, type Papers, type PaperStage } from './domain/paper.ts';

/** All the SQL of documents. The compiler keeps it from touching another context's tables. */
export interface DocumentsTables {
  'documents.draft': DraftRow;
  'documents.draft_save': { region: string; subject: string; draft: string; version: number; act: DraftAct; person: string; unit: string; at: Date };
  'documents.series': { region: string; organ: string; word: string; year: number; last: number };
  'documents.register': {
    region: string;
    organ: string;
    word: string;
    year: number;
    n: number;
    subject_region: string;
    subject: string;
    document: number;
    voided: boolean;
  };
  'documents.paper': PaperRow;
  'documents.verification': VerificationRow;
}

export type DraftAct = 'started' | 'saved' | 'discarded' | 'signed';

export interface DraftRow {
  region: string;
  subject: string;
  id: string;
  unit: string;
  code: PaperCode;
  corrects: number | null;
  version: number;
  envelope: Buffer;
  saved_by: string;
  saved_at: Date;
}

export interface PaperRow {
  region: string;
  subject: string;
  document: number;
  code: PaperCode;
  number: string | null;
  stage: PaperStage;
  organ: string;
  issued_on: PlainDate;
  hash: string | null;
  pages: number | null;
  method: Method | null;
  dispatched_on: PlainDate | null;
  ended_on: PlainDate | null;
  corrects: number | null;
  corrected_by: number | null;
}

export interface VerificationRow {
  region: string;
  code: string;
  name: string;
  number: string | null;
  organ: string;
  issued_on: PlainDate;
  check_value: string;
  hash: string | null;
  state: 'inForce' | 'corrected' | 'revoked' | 'voided';
  replaced_by: string | null;
  subject: string;
  document: number;
}

export type DocumentsDb = Kysely<DocumentsTables>;

// Drafts: rows that may be changed, each save with a line of who and when.

export const findDrafts = (db: DocumentsDb, { region, id }: Subject, unit: string) =>
  db
    .selectFrom('documents.draft')
    .selectAll()
    .where('region', '=', region)
    .where('subject', '=', id)
    .where('unit', '=', unit)
    .orderBy('saved_at', 'desc')
    .execute();

/** The drafts of a unit, the newest first. `regions`: where its matters may lie. */
export const findDraftsOf = (db: DocumentsDb, regions: readonly string[], unit: string, limit: number) =>
  db
    .selectFrom('documents.draft')
    .select(['region', 'subject', 'id', 'code', 'saved_at', 'saved_by'])
    .where('region', 'in', [...regions])
    .where('unit', '=', unit)
    .orderBy('saved_at', 'desc')
    .limit(limit)
    .execute();

/** The papers of a unit that are not in the reader's hand yet, the oldest first. */
export const findUnderWay = (db: DocumentsDb, regions: readonly string[], organ: string, codes: readonly PaperCode[], limit: number) =>
  db
    .selectFrom('documents.paper')
    .select(['region', 'subject', 'document', 'code', 'number', 'stage', 'issued_on', 'method', 'dispatched_on', 'ended_on'])
    .where('region', 'in', [...regions])
    .where('organ', '=', organ)
    .where('code', 'in', [...codes])
    .where('stage', 'in', ['numbered', 'sealed', 'dispatched', 'failed', 'unproven'])
    .orderBy('issued_on')
    .limit(limit)
    .execute();

export const findDraft = (db: DocumentsDb, { region, id }: Subject, draft: string) =>
  db.selectFrom('documents.draft').selectAll().where('region', '=', region).where('subject', '=', id).where('id', '=', draft).executeTakeFirst();

/** Drafts and the rows of the lists, of a matter that left. */
export const deletePapers = (db: DocumentsDb, { region, id }: Subject): Query[] => [
  db.deleteFrom('documents.draft').where('region', '=', region).where('subject', '=', id),
  db.deleteFrom('documents.paper').where('region', '=', region).where('subject', '=', id),
];

export const insertDraft = (db: DocumentsDb, row: DraftRow): Query => db.insertInto('documents.draft').values(row);

/** Changes nothing when somebody has saved since: the answer then has no row. */
export const updateDraft = (db: DocumentsDb, row: DraftRow, seen: number) =>
  db
    .updateTable('documents.draft')
    .set({ envelope: row.envelope, version: row.version, saved_by: row.saved_by, saved_at: row.saved_at })
    .where('region', '=', row.region)
    .where('subject', '=', row.subject)
    .where('id', '=', row.id)
    .where('version', '=', seen)
    .returning('version');

/** Takes the draft away for good; whoever signs or discards it second finds no row. */
export const takeDraft = (db: DocumentsDb, { region, id }: Subject, draft: string, version?: number) => {
  const mine = db.deleteFrom('documents.draft').where('region', '=', region).where('subject', '=', id).where('id', '=', draft).returning('id');
  return version === undefined ? mine : mine.where('version', '=', version);
};

export const insertDraftSave = (
  db: DocumentsDb,
  { region, subject, id, version, unit }: Pick<DraftRow, 'region' | 'subject' | 'id' | 'version' | 'unit'>,
  act: DraftAct,
  person: string,
  at: Date,
): Query => db.insertInto('documents.draft_save').values({ region, subject, draft: id, version, act, person, unit, at });

// Numbers.

/** Locks the series and moves it on by one; rolled back with the act, so that no number is lost (不变量 34). */
export const takeNext = (db: DocumentsDb, organ: string, word: string, year: number): Query =>
  db
    .insertInto('documents.series')
    .values({ region: regionOf(organ), organ, word, year, last: 1 })
    .onConflict((conflict) => conflict.columns(['region', 'organ', 'word', 'year']).doUpdateSet({ last: sql`series.last + 1` }))
    .returning('last');

export const findRegister = (db: DocumentsDb, organ: string, word: string, year: number) =>
  db
    .selectFrom('documents.register')
    .selectAll()
    .where('region', '=', regionOf(organ))
    .where('organ', '=', organ)
    .where('word', '=', word)
    .where('year', '=', year)
    .orderBy('n')
    .execute();

// What is known of each paper.

export const findUnsealed = (db: DocumentsDb, region: string, limit: number) =>
  db
    .selectFrom('documents.paper')
    .select(['region', 'subject', 'document'])
    .where('region', '=', region)
    .where('stage', '=', 'numbered')
    .orderBy('issued_on')
    .limit(limit)
    .execute();

/** What anyone may learn with the code of a paper; asked in the portal's role, so only columns that it may read. */
export const findVerification = (db: DocumentsDb, code: string) =>
  db
    .selectFrom('documents.verification')
    .select(['region', 'code', 'name', 'number', 'organ', 'issued_on', 'check_value', 'hash', 'state', 'replaced_by'])
    .where('code', '=', code)
    .executeTakeFirst();

export const findVerificationsOf = (db: DocumentsDb, { region, id }: Subject) =>
  db.selectFrom('documents.verification').selectAll().where('region', '=', region).where('subject', '=', id).orderBy('document').execute();

/** What to write so that list, register and public page follow from `before` to `after`. */
export function paperViews(db: DocumentsDb, subject: Subject, before: Papers, after: Papers): Query[] {
  const [was, is] = [rowsOf(subject, before), rowsOf(subject, after)];
  return [
    ...changes(db, 'documents.paper', ['region', 'subject', 'document'], was.paper, is.paper),
    ...changes(db, 'documents.verification', ['region', 'code'], was.verification, is.verification),
    ...changes(db, 'documents.register', ['region', 'organ', 'word', 'year', 'n'], was.register, is.register),
  ];
}

export function rowsOf(subject: Subject, { all }: Papers) {
  const papers = Object.values(all);
  return {
    paper: papers.map((paper) => paperRow(subject, paper)),
    verification: papers.map((paper) => verificationRow(subject, paper, all)),
    register: papers.flatMap(({ organ, series, document, stage }) =>
      series
        ? [
            {
              region: regionOf(organ),
              organ,
              ...series,
              subject_region: subject.region,
              subject: subject.id,
              document: numberOf(document),
              voided: stage === 'voided',
            },
          ]
        : [],
    ),
  };
}

function paperRow({ region, id: subject }: Subject, paper: Paper): PaperRow {
  const { document, code, number, stage, organ, issuedOn, rendering, method, dispatchedOn, endedOn, corrects, correctedBy } = paper;
  return {
    region,
    subject,
    document: numberOf(document),
    code,
    number,
    stage,
    organ,
    issued_on: issuedOn,
    hash: rendering?.hash ?? null,
    pages: rendering?.pages ?? null,
    method: method ?? null,
    dispatched_on: dispatchedOn ?? null,
    ended_on: endedOn ?? null,
    corrects: corrects ? numberOf(corrects) : null,
    corrected_by: correctedBy ? numberOf(correctedBy) : null,
  };
}

function verificationRow({ region, id: subject }: Subject, paper: Paper, all: Papers['all']): VerificationRow {
  const { document, code, verify, number, organName, issuedOn, check, rendering, stage, correctedBy, revoked } = paper;
  return {
    region,
    code: verify,
    name: CATALOGUE[code].name,
    number,
    organ: organName,
    issued_on: issuedOn,
    check_value: check,
    hash: rendering?.hash ?? null,
    state: stage === 'voided' ? 'voided' : correctedBy ? 'corrected' : revoked ? 'revoked' : 'inForce',
    replaced_by: (correctedBy && all[correctedBy]?.number) || null,
    subject,
    document: numberOf(document),
  };
}
