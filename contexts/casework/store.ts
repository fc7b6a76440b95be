import type { Kysely } from 'kysely';
import { CLOCKS } from '#kernel/clocks/index.ts';
import type { ClockId } from '#kernel/clocks/rule.ts';
import { dateInChina, earlier, type PlainDate } from '#kernel/dates.ts';
import { regionOf, type Subject } from '#kernel/subject.ts';
import type { Query } from '#platform/database.ts';
import { plannedAnew } from '#platform/database-wire.ts';
import { changes } from '#platform/views.ts';
import { holderNow } from './domain/clocks.ts';
import type { Channel } from '#kernel/channels.ts';
import { callBackOf, type CallBackRow } from './call-backs.ts';
import type { Kind } from './domain/kinds.ts';
import { answerableOrgan, currentAssignment, type Matter } from './domain/matter.ts';
import { isOpen, type Stage } from './domain/stages.ts';
import { jointUnits } from './domain/ways/joint/state.ts';

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

/** Clocks of a kind whose legal day is over: for what the system itself has to do (lapse, deemed delivery). */
export function findPast(db: CaseworkDb, holderRegion: string, clocks: readonly ClockId[], today: PlainDate, limit = 500) {
  return db
    .selectFrom('casework.running')
    .select(['region', 'subject', 'key', 'clock'])
    .where('holder_region', '=', holderRegion)
    .where('clock', 'in', [...clocks])
    .where('legal_on', '<', today)
    .orderBy('legal_on')
    .limit(limit)
    .execute();
}

/** Everything that units of this tenant are late with, whoever registered the matters: for whoever watches over them (第四十条). */
export function findLate(db: CaseworkDb, holderRegion: string, clocks: readonly ClockId[], today: PlainDate, limit = 5_000) {
  return db
    .selectFrom('casework.running')
    .selectAll()
    .where('holder_region', '=', holderRegion)
    .where('clock', 'in', [...clocks])
    .where('legal_on', '<', today)
    .orderBy('legal_on')
    .limit(limit)
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

export function findByNo(db: CaseworkDb, region: string, no: string) {
  return db.selectFrom('casework.matter').selectAll().where('region', '=', region).where('no', '=', no).executeTakeFirst();
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

/** What to write so that the views follow from `before` to `after`. */
export function caseworkViews(db: CaseworkDb, subject: Subject, before: Matter, after: Matter): Query[] {
  const was = rowsOf(subject, before);
  const is = rowsOf(subject, after);
  return [
    ...changes(db, 'casework.matter', ['region', 'subject'], was.matter, is.matter),
    ...changes(db, 'casework.box', ['holder_region', 'unit', 'region', 'subject'], was.box, is.box),
    ...changes(db, 'casework.running', ['holder_region', 'region', 'subject', 'key'], was.running, is.running),
    ...changes(db, 'casework.call_back', ['region', 'subject'], was.callBack, is.callBack),
  ];
}

/** The rows that a matter has in each view. A loaded matter and a registered one have the same. */
export function rowsOf({ region, id: subject }: Subject, matter: Matter) {
  const { opening, stage, classification, desk } = matter;
  if (!opening || !desk) return { matter: [], box: [], running: [], callBack: [] };

  const kind = classification?.kind ?? null;
  const category = classification?.category ?? null;
  const {
    no,
    channel,
    title: { id: title },
  } = opening;
  const received_at = new Date(opening.receivedAt);
  const common = { region, subject, stage, no, channel, title, received_at };

  const running = Object.values(matter.clocks).flatMap((reading): RunningRow[] => {
    const { key, clock, targetOn, promisedOn, legalOn, startedOn, targetAt = null, stoppedOn } = reading;
    if (stoppedOn) return [];
    const isRight = CLOCKS[clock].type === 'right' || reading.role === 'petitioner';
    const unit = isRight ? PETITIONER : holderNow(reading, matter);
    return [
      {
        holder_region: isRight || !unit.includes('/') ? region : regionOf(unit), // an organ outside has no region of ours
        key,
        clock,
        unit,
        started_on: startedOn,
        light_on: promisedOn ? earlier(promisedOn, targetOn) : targetOn,
        legal_on: legalOn,
        target_at: targetAt,
        handler: isRight ? null : handlerOf(matter, unit),
        ...common,
      },
    ];
  });
  const answerable = answerableOrgan(matter);

  return {
    matter: [
      {
        ...common,
        kind,
        category,
        desk_unit: desk,
        handling_unit: matter.handlingUnit ?? null,
        answerable,
        intake: opening.intake,
        duplicate_of: matter.duplicateOf ?? null,
        concluded: matter.concluded ?? null,
      },
    ],
    callBack: callBackOf({ region, subject, no }, matter),
    box: concernedUnits(matter).map((unit) => ({
      holder_region: regionOf(unit),
      unit,
      ...common,
      kind,
      category,
      others_on: isOpen(stage) ? othersOn(running, unit, [region, answerable && regionOf(answerable)]) : null,
    })),
    running,
  };
}

/** The day on which whoever waits for others in a matter looks next; of organs in a third region this row knows nothing (`findWaiting`). */
function othersOn(running: readonly RunningRow[], unit: string, regions: readonly (string | null)[]): PlainDate | null {
  const days = running.filter((row) => row.unit !== unit && regions.includes(row.holder_region)).map((row) => row.light_on);
  return days.sort()[0] ?? null;
}

const PETITIONER = '信访人';

/** Who of this unit has it in hand: a unit to which a matter was just given has yet to name somebody. */
function handlerOf({ stage, handlingUnit, handler, review, recheck }: Matter, unit: string): string | null {
  if (unit === handlingUnit) return stage === 'accepted' ? null : (handler?.person ?? null);
  return [recheck, review].find((round) => round?.organ === unit)?.officer?.person ?? null;
}

/** The units that keep this matter among theirs: one that objected with success does not. */
export function concernedUnits(matter: Matter): string[] {
  const { opening, desk, petitionDept, handlingUnit, assignments, stage } = matter;
  if (stage === 'sealed') return [];
  const taken = assignments.flatMap(({ from, to, state }) => (state === 'upheld' ? [from] : [from, to]));
  const all = [
    opening?.receivedBy,
    desk,
    petitionDept,
    handlingUnit,
    currentAssignment(matter)?.from,
    ...taken,
    ...(matter.reviewers ?? []),
    ...jointUnits(matter),
  ];
  return [...new Set(all.filter((unit) => unit !== undefined))].sort();
}

export const receivedOn = (row: { received_at: Date }): PlainDate => dateInChina(row.received_at);
