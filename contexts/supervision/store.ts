/** All the SQL of supervision. */
import type { Kysely } from 'kysely';
import type { PlainDate } from '#kernel/dates.ts';
import type { Subject } from '#kernel/subject.ts';
import type { Query } from '#platform/database.ts';
import { upsertRows } from '#platform/rows.ts';
import type { About, Result } from './domain/complaint.ts';

export interface SupervisionTables {
  'supervision.complaint': ComplaintRow;
  'supervision.complaint_of_matter': { region: string; matter: string; subject: string; organ: string };
  'supervision.call_suggestion': { region: string; call: string; intake: string; adopted: 'adopted' | 'partly' | 'not' | null; rewarded: boolean };
}

export interface ComplaintRow {
  holder_region: string;
  organ: string;
  region: string;
  subject: string;
  unit: string;
  matter: string | null;
  about: About;
  received_at: Date;
  light_on: PlainDate | null;
  legal_on: PlainDate | null;
  answered_on: PlainDate | null;
  result: Result | null;
}

export type SupervisionDb = Kysely<SupervisionTables>;

const MOST = 500;

/** The queue of some organs of one region, the most urgent first; answered ones the newest first. */
export function findQueue(db: SupervisionDb, region: string, organs: readonly string[], answered: boolean): Promise<ComplaintRow[]> {
  const all = db
    .selectFrom('supervision.complaint')
    .selectAll()
    .where('holder_region', '=', region)
    .where('organ', 'in', [...organs]);
  const query = answered ? all.where('answered_on', 'is not', null).orderBy('answered_on', 'desc') : all.where('answered_on', 'is', null).orderBy('light_on');
  return query.orderBy('subject').limit(MOST).execute();
}

/** Of a region, what is not answered yet, whichever organ has it. */
export async function findUnanswered(db: SupervisionDb, region: string): Promise<Subject[]> {
  const rows = await db.selectFrom('supervision.complaint').select('subject').where('region', '=', region).where('answered_on', 'is', null).execute();
  return rows.map(({ subject }) => ({ region, id: subject }));
}

export const findOfMatter = (db: SupervisionDb, { region, id }: Subject) =>
  db
    .selectFrom('supervision.complaint_of_matter')
    .select(['region', 'subject', 'organ'])
    .where('region', '=', region)
    .where('matter', '=', id)
    .orderBy('subject')
    .execute();

/** A new row, or the answer on it. Never more than one organ has it. */
export function writeComplaint(db: SupervisionDb, row: ComplaintRow): Query[] {
  const { organ, region, subject, matter } = row;
  const queue = upsertRows(db, 'supervision.complaint', ['holder_region', 'organ', 'region', 'subject'], [row]);
  if (!matter) return [queue];
  return [queue, upsertRows(db, 'supervision.complaint_of_matter', ['region', 'matter', 'subject'], [{ region, matter, subject, organ }])];
}
