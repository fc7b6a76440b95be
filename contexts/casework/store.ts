import { sql, type Kysely } from 'kysely';
import type { ClockId } from '#kernel/clocks/rule.ts';
import { dateInChina, type PlainDate } from '#kernel/dates.ts';
import { regionOf, type Subject } from '#kernel/subject.ts';
import { plannedAnew } from '#platform/database-wire.ts';
import type { Channel } from '#kernel/channels.ts';
import type { CallBackRow } from './call-backs.ts';
import type { Kind } from './domain/kinds.ts';
import { PERFORMING } from './domain/performing.ts';
import type { Stage } from './domain/stages.ts';

/** All the SQL of casework. The compiler keeps it from touching another context's tables. */
export interface CaseworkTables {
  'casework.matter': {
    region: string;
    subject: string;
    no: string;
    stage: Stage;
    kind: Kind | null;
    category: string | null;
    channel: Channel;
    title: string;
    received_at: Date;
    desk_unit: string;
    handling_unit: string | null;
    answerable: string | null;
    intake: string;
    duplicate_of: string | null;
    concluded: string | null;
  };
  'casework.box': {
    holder_region: string;
    unit: string;
    region: string;
    subject: string;
    stage: Stage;
    kind: Kind | null;
    category: string | null;
    channel: Channel;
    no: string;
    title: string;
    received_at: Date;
    others_on: PlainDate | null; // when the first term of somebody else in it ends, while it is open
  };
  'casework.running': RunningRow;
  'casework.call_back': CallBackRow;
}

export interface RunningRow {
  holder_region: string;
  region: string;
  subject: string;
  key: string;
  clock: ClockId;
  unit: string;
  started_on: PlainDate;
  light_on: PlainDate;
  legal_on: PlainDate;
  target_at: Date | null;
  stage: Stage;
  no: string;
  title: string;
  channel: Channel;
  received_at: Date;
  handler: string | null;
}

export type CaseworkDb = Kysely<CaseworkTables>;

/** Clocks of a kind whose legal day is over, oldest first, so many after another: for what the system itself has to do (lapse, deemed delivery). */
export function findPast(db: CaseworkDb, holderRegion: string, clocks: readonly ClockId[], today: PlainDate, limit: number, after?: Past) {
  return db
    .selectFrom('casework.running')
    .select(['region', 'subject', 'key', 'clock', 'legal_on'])
    .where('holder_region', '=', holderRegion)
    .where('clock', 'in', [...clocks])
    .where('legal_on', '<', today)
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(legal_on, region, subject, key) > (${after!.legal_on}, ${after!.region}, ${after!.subject}, ${after!.key})`),
    )
    .orderBy('legal_on')
    .orderBy('region')
    .orderBy('subject')
    .orderBy('key')
    .limit(limit)
    .execute();
}

/** A clock whose day is over. */
export type Past = Pick<RunningRow, 'region' | 'subject' | 'key' | 'clock' | 'legal_on'>;

/**
 * Everything that units of this tenant are late with, whoever registered the
 * matters: for whoever watches over them (第四十条). What stands at a second
 * desk too is late once, at that of its holder.
 */
export function findLate(db: CaseworkDb, holderRegion: string, clocks: readonly ClockId[], today: PlainDate, limit = 5_000) {
  return db
    .selectFrom('casework.running')
    .selectAll()
    .where('holder_region', '=', holderRegion)
    .where('clock', 'in', [...clocks])
    .where('legal_on', '<', today)
    .where('key', 'not like', `%${PERFORMING}`)
    .orderBy('legal_on')
    .limit(limit)
    .execute();
}

/** What these persons have in hand, each at their unit: so many for each at most, in one question. */
export async function findInHandOf(db: CaseworkDb, hands: readonly { readonly unit: string; readonly handler: string }[], limit = 2_000) {
  if (hands.length === 0) return [];
  return db
    .selectFrom('casework.running')
    .select(['region', 'subject as id'])
    .distinct()
    .where((eb) =>
      eb(
        eb.refTuple('holder_region', 'unit', 'handler'),
        'in',
        hands.map(({ unit, handler }) => eb.tuple(regionOf(unit), unit, handler)),
      ),
    )
    .limit(limit * hands.length)
    .execute();
}

/** Promises whose day is over and that nobody has verified, of the matters that this unit has had to do with. */
export function findOverduePromises(db: CaseworkDb, unit: string, today: PlainDate, limit = 200) {
  return db
    .selectFrom('casework.running as running')
    .innerJoin('casework.box as box', (join) => join.onRef('box.region', '=', 'running.region').onRef('box.subject', '=', 'running.subject'))
    .select(['running.region', 'running.subject', 'running.no', 'running.unit', 'running.key', 'running.legal_on'])
    .where('running.holder_region', '=', regionOf(unit))
    .where('running.clock', '=', 'D11')
    .where('running.legal_on', '<', today)
    .where('box.holder_region', '=', regionOf(unit))
    .where('box.unit', '=', unit)
    .orderBy('running.legal_on')
    .limit(limit)
    .execute();
}

export interface BoxFilter {
  readonly stages?: readonly Stage[];
  readonly kind?: Kind;
  readonly category?: string; // a first level '03' or a whole code '0302'
  readonly channel?: Channel;
  readonly from?: PlainDate;
  readonly until?: PlainDate;
  readonly before?: { readonly receivedAt: Date; readonly subject: string }; // the last row of the page before
  readonly limit: number;
}

/** The matters that a unit has had to do with, the newest first, a page at a time by key and never by offset. */
export function findBox(db: CaseworkDb, unit: string, filter: BoxFilter) {
  const { stages, kind, category, channel, from, until, before, limit } = filter;
  let query = db.selectFrom('casework.box').modifyFront(plannedAnew).selectAll().where('holder_region', '=', regionOf(unit)).where('unit', '=', unit);
  if (stages && stages.length > 0) query = query.where('stage', 'in', [...stages]);
  if (kind) query = query.where('kind', '=', kind);
  if (category) query = query.where('category', 'like', `${category}%`);
  if (channel) query = query.where('channel', '=', channel);
  if (from) query = query.where('received_at', '>=', new Date(`${from}T00:00:00+08:00`));
  if (until) query = query.where('received_at', '<', new Date(Date.parse(`${until}T00:00:00+08:00`) + 86_400_000));
  if (before) {
    query = query.where((eb) => eb(eb.refTuple('received_at', 'subject'), '<', eb.tuple(before.receivedAt, before.subject)));
  }
  return query.orderBy('received_at', 'desc').orderBy('subject', 'desc').limit(limit).execute();
}

/** The one of a tenant; two tenants of one division code gave some numbers both, before they drew from one series. */
export function findByNo(db: CaseworkDb, region: string, no: string) {
  return db.selectFrom('casework.matter').selectAll().where('region', '=', region).where('no', '=', no).executeTakeFirst();
}

/** Those of several tenants: whoever shows one asks first whether it may be seen. */
export function findAllByNo(db: CaseworkDb, regions: readonly string[], no: string) {
  if (regions.length === 0) return Promise.resolve([]);
  return db
    .selectFrom('casework.matter')
    .selectAll()
    .where('region', 'in', [...regions])
    .where('no', '=', no)
    .orderBy('region')
    .execute();
}

/** The matters of a region that were not taken up again (第三十六条第三款), the newest first. */
export function findFurtherRefused(db: CaseworkDb, region: string, limit: number) {
  return db
    .selectFrom('casework.matter')
    .selectAll()
    .where('region', '=', region)
    .where('stage', '=', 'furtherRefused')
    .orderBy('received_at', 'desc')
    .limit(limit)
    .execute();
}

export function findMatters(db: CaseworkDb, subjects: readonly Subject[]) {
  if (subjects.length === 0) return Promise.resolve([]);
  const tuples = subjects.map(({ region, id }) => [region, id] as const);
  return db
    .selectFrom('casework.matter')
    .selectAll()
    .where((eb) =>
      eb(
        eb.refTuple('region', 'subject'),
        'in',
        tuples.map(([region, id]) => eb.tuple(region, id)),
      ),
    )
    .execute();
}

export function findOfIntake(db: CaseworkDb, region: string, intake: string) {
  return db.selectFrom('casework.matter').selectAll().where('region', '=', region).where('intake', '=', intake).orderBy('no').execute();
}

/** Whose intakes show the state of these matters too: of what was attached to them as the same. */
export async function findIntakesAttached(db: CaseworkDb, subjects: readonly Subject[]): Promise<Subject[]> {
  if (subjects.length === 0) return [];
  const rows = await db
    .selectFrom('casework.matter')
    .select(['region', 'intake'])
    .where('region', 'in', [...new Set(subjects.map(({ region }) => region))])
    .where(
      'duplicate_of',
      'in',
      subjects.map(({ id }) => id),
    )
    .execute();
  return rows.map(({ region, intake }) => ({ region, id: intake }));
}

/** What was attached to this matter as the same. */
export function findAttached(db: CaseworkDb, { region, id }: Subject) {
  return db.selectFrom('casework.matter').select(['subject', 'no']).where('region', '=', region).where('duplicate_of', '=', id).orderBy('no').execute();
}

export const receivedOn = (row: { received_at: Date }): PlainDate => dateInChina(row.received_at);
