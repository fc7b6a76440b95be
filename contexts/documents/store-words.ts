import type { Kysely } from 'kysely';
import { regionOf } from '#kernel/subject.ts';
import type { Texts } from './domain/words.ts';
import type { PaperCode } from './domain/kind.ts';

/** The SQL of office words and office forms: rows are added and never changed. */
export interface OfficeTables {
  'documents.office_words': WordsRow;
  'documents.office_words_act': { region: string; unit: string; code: PaperCode; n: number; version: number; act: WordsAct; person: string; at: Date };
  'documents.office_form': FormRow;
}

export type WordsAct = 'saved' | 'previewed' | 'used' | 'stopped';

export interface WordsRow extends Texts {
  region: string;
  unit: string;
  code: PaperCode;
  version: number;
  note: string;
  saved_by: string;
  saved_at: Date;
}

export interface FormRow {
  region: string;
  unit: string;
  name: string;
  version: number;
  content: Buffer;
  sha256: string;
  fields: string;
  saved_by: string;
  saved_at: Date;
}

export type OfficeDb = Kysely<OfficeTables>;

export const findWords = (db: OfficeDb, unit: string, code: PaperCode) =>
  db
    .selectFrom('documents.office_words')
    .selectAll()
    .where('region', '=', regionOf(unit))
    .where('unit', '=', unit)
    .where('code', '=', code)
    .orderBy('version', 'desc')
    .execute();

export const findWordsVersion = (db: OfficeDb, unit: string, code: PaperCode, version: number) =>
  db
    .selectFrom('documents.office_words')
    .selectAll()
    .where('region', '=', regionOf(unit))
    .where('unit', '=', unit)
    .where('code', '=', code)
    .where('version', '=', version)
    .executeTakeFirst();

export const findWordsActs = (db: OfficeDb, unit: string, code?: PaperCode) => {
  const all = db.selectFrom('documents.office_words_act').selectAll().where('region', '=', regionOf(unit)).where('unit', '=', unit);
  return (code === undefined ? all : all.where('code', '=', code)).orderBy('code').orderBy('n').execute();
};

/** The version in use: what the last line that began or ended a use says. */
export async function findInUse(db: OfficeDb, unit: string, code: PaperCode): Promise<number | undefined> {
  const row = await db
    .selectFrom('documents.office_words_act')
    .select('version')
    .where('region', '=', regionOf(unit))
    .where('unit', '=', unit)
    .where('code', '=', code)
    .where('act', 'in', ['used', 'stopped'])
    .orderBy('n', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.version || undefined;
}

/** The next line of the history; two who write at once: the key lets one of them in, and the other tries again. */
export async function addWordsAct(db: OfficeDb, unit: string, code: PaperCode, act: WordsAct, version: number, person: string, at: Date): Promise<void> {
  const same = { region: regionOf(unit), unit, code, version, act, person, at };
  await db
    .insertInto('documents.office_words_act')
    .columns(['region', 'unit', 'code', 'version', 'act', 'person', 'at', 'n'])
    .expression((eb) =>
      eb
        .selectFrom('documents.office_words_act')
        .select(({ val, fn }) => [
          val(same.region).as('region'),
          val(unit).as('unit'),
          val(code).as('code'),
          val(version).as('version'),
          val(act).as('act'),
          val(person).as('person'),
          val(at).as('at'),
          eb(fn.coalesce(fn.max('n'), val(0)), '+', val(1)).as('n'),
        ])
        .where('region', '=', same.region)
        .where('unit', '=', unit)
        .where('code', '=', code),
    )
    .execute();
}

export const insertWords = (db: OfficeDb, row: WordsRow) =>
  db
    .insertInto('documents.office_words')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('version')
    .executeTakeFirst();

export const findForms = (db: OfficeDb, unit: string) =>
  db
    .selectFrom('documents.office_form')
    .select(['name', 'version', 'sha256', 'fields', 'saved_by', 'saved_at'])
    .where('region', '=', regionOf(unit))
    .where('unit', '=', unit)
    .orderBy('name')
    .orderBy('version', 'desc')
    .execute();

export const findForm = (db: OfficeDb, unit: string, name: string, version?: number) => {
  const named = db.selectFrom('documents.office_form').selectAll().where('region', '=', regionOf(unit)).where('unit', '=', unit).where('name', '=', name);
  return (version === undefined ? named : named.where('version', '=', version)).orderBy('version', 'desc').limit(1).executeTakeFirst();
};

export const insertForm = (db: OfficeDb, row: FormRow) =>
  db
    .insertInto('documents.office_form')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('version')
    .executeTakeFirst();
