/** Organs, people and posts: read whole, a region at a time; written row by row, each time with the version. */
import type { PlainDate } from '#kernel/dates.ts';
import { regionOf } from '#kernel/subject.ts';
import type { Query } from '#platform/database.ts';
import type { Organ } from '../domain/organ.ts';
import type { Membership, Person } from '../domain/person.ts';
import type { DirectoryDb, MembershipRow, NewOrganRow, OrganRow } from './tables.ts';

export const findVersions = (db: DirectoryDb) => db.selectFrom('directory.version').select(['region', 'n']).execute();

export const findOrgans = (db: DirectoryDb, regions: readonly string[]) =>
  db.selectFrom('directory.organ').selectAll().where('region', 'in', regions).orderBy('region').orderBy('position').orderBy('unit').execute();

export const findPeople = (db: DirectoryDb, regions: readonly string[]) =>
  db.selectFrom('directory.person').select(['region', 'id', 'name', 'phone']).where('region', 'in', regions).execute();

export const findMemberships = (db: DirectoryDb, regions: readonly string[]) =>
  db.selectFrom('directory.membership').selectAll().where('region', 'in', regions).orderBy('unit').orderBy('valid_from').orderBy('person').execute();

export function toOrgan(row: OrganRow): Organ {
  return {
    unit: row.unit,
    name: row.name,
    shortName: row.short_name,
    type: row.type,
    level: row.level,
    division: row.division,
    superiors: row.superiors,
    petitionDept: row.petition_dept,
    duties: row.duties,
    address: row.address,
    phones: row.phones,
    hours: row.hours,
    documentWord: row.document_word,
    documentWords: row.document_words,
    validFrom: row.valid_from,
    ...(row.parent && { parent: row.parent }),
    ...(row.discipline && { discipline: row.discipline }),
    ...(row.leaders_discipline && { leadersDiscipline: row.leaders_discipline }),
    ...(row.complaints_to && { complaintsTo: row.complaints_to }),
    ...(row.valid_to && { validTo: row.valid_to }),
    ...(row.successor && { successor: row.successor }),
  };
}

export function fromOrgan(organ: Organ, id: string, version: number, position: number): NewOrganRow {
  return {
    region: regionOf(organ.unit),
    unit: organ.unit,
    id,
    version,
    position,
    name: organ.name,
    short_name: organ.shortName,
    type: organ.type,
    level: organ.level,
    division: organ.division,
    parent: organ.parent ?? null,
    superiors: JSON.stringify(organ.superiors),
    discipline: organ.discipline ?? null,
    leaders_discipline: organ.leadersDiscipline ?? null,
    complaints_to: organ.complaintsTo ?? null,
    petition_dept: organ.petitionDept,
    duties: JSON.stringify(organ.duties),
    address: organ.address,
    phones: JSON.stringify(organ.phones),
    hours: organ.hours,
    document_word: organ.documentWord,
    document_words: JSON.stringify(organ.documentWords),
    valid_from: organ.validFrom,
    valid_to: organ.validTo ?? null,
    successor: organ.successor ?? null,
  };
}

export function toMembership({ unit, person, nth, post, roles, valid_from, valid_to, stands_in_for }: MembershipRow): Membership {
  const own = { unit, person, nth, post, roles, from: valid_from };
  return { ...own, ...(valid_to && { to: valid_to }), ...(stands_in_for && { standsInFor: stands_in_for }) };
}

/** What makes every process read the directory of this region anew. */
export const moveVersion = (db: DirectoryDb, region: string): Query =>
  db
    .insertInto('directory.version')
    .values({ region, n: 1 })
    .onConflict((conflict) => conflict.column('region').doUpdateSet((eb) => ({ n: eb('directory.version.n', '+', 1) })));

export const insertOrgans = (db: DirectoryDb, rows: readonly NewOrganRow[]): Query => db.insertInto('directory.organ').values(rows);

export function updateOrgan(db: DirectoryDb, { region, unit, id: _, position: __, ...row }: NewOrganRow): Query {
  return db.updateTable('directory.organ').set(row).where('region', '=', region).where('unit', '=', unit);
}

export const insertPeople = (db: DirectoryDb, people: readonly Person[]): Query =>
  db.insertInto('directory.person').values(people.map(({ id, region, name, phone }) => ({ id, region, name, phone })));

export function upsertMembership(db: DirectoryDb, { unit, person, nth, post, roles, from, to, standsInFor = '' }: Membership): Query {
  const changed = { nth, post, roles: JSON.stringify(roles), valid_from: from, valid_to: to ?? null };
  return db
    .insertInto('directory.membership')
    .values({ region: regionOf(unit), unit, person, stands_in_for: standsInFor, ...changed })
    .onConflict((conflict) => conflict.columns(['region', 'unit', 'person', 'stands_in_for']).doUpdateSet(changed));
}

/** The post stays as a row with its last day: who acted for whom in the past must be known. */
export function endMembership(db: DirectoryDb, { unit, person, standsInFor = '' }: Membership, to: PlainDate): Query {
  return db
    .updateTable('directory.membership')
    .set({ valid_to: to })
    .where('region', '=', regionOf(unit))
    .where('unit', '=', unit)
    .where('person', '=', person)
    .where('stands_in_for', '=', standsInFor);
}

/** What a page must show to be allowed to overwrite: asked of the table, since memory may be seconds old. */
export async function findOrganVersion(db: DirectoryDb, unit: string): Promise<number | undefined> {
  const query = db.selectFrom('directory.organ').select('version').where('region', '=', regionOf(unit)).where('unit', '=', unit);
  return (await query.executeTakeFirst())?.version;
}
