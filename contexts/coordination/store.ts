/** All the SQL of coordination: what each unit sees of the work beside matters. */
import type { Kysely } from 'kysely';
import { dueOn, light } from '#kernel/clocks/light.ts';
import type { ClockId } from '#kernel/clocks/rule.ts';
import { dateInChina, earlier, type PlainDate } from '#kernel/dates.ts';
import { replay } from '#kernel/decider.ts';
import type { Law } from '#kernel/law.ts';
import { regionOf, type Subject } from '#kernel/subject.ts';
import { workClocks, type CountedWork } from '#kernel/work/clocks.ts';
import { evolve, NO_WORK } from '#kernel/work/decide.ts';
import { isWords, textOfValue, type Work, type WorkKind, type WorkKinds } from '#kernel/work/kind.ts';

export interface WorkRow {
  holder_region: string;
  unit: string;
  region: string;
  subject: string;
  kind: string;
  stage: string;
  is_open: boolean;
  owner: string;
  about_unit: string | null;
  matter: string | null;
  title: string | null;
  topic: string | null;
  about_matter: string | null;
  clock: ClockId | null;
  light_on: PlainDate | null;
  legal_on: PlainDate | null;
  opened_at: Date;
}

export interface CoordinationTables {
  'coordination.work': WorkRow;
}
export type CoordinationDb = Kysely<CoordinationTables>;

export const KEY = ['holder_region', 'unit', 'region', 'subject'] as const;
const MOST = 500;

export interface WorkFilter {
  readonly kinds: readonly string[];
  readonly open: boolean;
}

/** What these units of one region see, the most urgent first; what has ended, the newest first. */
export function findWork(db: CoordinationDb, region: string, units: readonly string[], { kinds, open }: WorkFilter): Promise<WorkRow[]> {
  const all = db
    .selectFrom('coordination.work')
    .selectAll()
    .where('holder_region', '=', region)
    .where('unit', 'in', [...units])
    .where('kind', 'in', [...kinds])
    .where('is_open', '=', open);
  const query = open ? all.orderBy('light_on') : all.orderBy('opened_at', 'desc');
  return query.orderBy('subject').limit(MOST).execute();
}

/** Everything of a kind that lies with its owner, for the timetable and for what is published. */
export function findOwned(db: CoordinationDb, region: string, kind: string, limit = 5_000): Promise<WorkRow[]> {
  return db
    .selectFrom('coordination.work')
    .selectAll()
    .where('holder_region', '=', region)
    .where('kind', '=', kind)
    .whereRef('unit', '=', 'owner')
    .orderBy('opened_at', 'desc')
    .limit(limit)
    .execute();
}

/** Of a region, what has not ended, whoever sees it. */
export async function findOpen(db: CoordinationDb, region: string): Promise<Subject[]> {
  const rows = await db.selectFrom('coordination.work').select('subject').distinct().where('region', '=', region).where('is_open', '=', true).execute();
  return rows.map(({ subject }) => ({ region, id: subject }));
}

/** What is open of a kind and has a day that is over, whoever of the region sees it. */
export function findPast(db: CoordinationDb, region: string, kind: string, today: PlainDate): Promise<Pick<WorkRow, 'region' | 'subject'>[]> {
  return db
    .selectFrom('coordination.work')
    .select(['region', 'subject'])
    .distinct()
    .where('holder_region', '=', region)
    .where('kind', '=', kind)
    .where('is_open', '=', true)
    .where('legal_on', '<', today)
    .orderBy('region')
    .orderBy('subject')
    .limit(1_000)
    .execute();
}

/** What was asked about one matter or one arrival, by its number. */
export function findAbout(db: CoordinationDb, region: string, kind: string, no: string): Promise<Pick<WorkRow, 'region' | 'subject'>[]> {
  return db
    .selectFrom('coordination.work')
    .select(['region', 'subject'])
    .where('holder_region', '=', region)
    .where('kind', '=', kind)
    .where('matter', '=', no)
    .whereRef('unit', '=', 'owner')
    .orderBy('opened_at')
    .limit(200)
    .execute();
}

/** The rows that a piece of work has, from its actions alone. */
export function workRows(kinds: WorkKinds, { region, id }: Subject, actions: readonly CountedWork[], lawOf: (version: string) => Law): WorkRow[] {
  const work = replay({ initial: NO_WORK, evolve }, actions);
  const kind = kinds[work.kind];
  if (!kind) return [];
  const urgent = urgentOf(kind, work, actions, lawOf);
  const common = {
    region,
    subject: id,
    kind: work.kind,
    stage: work.stage,
    is_open: kind.stages[work.stage]?.open ?? false,
    owner: work.owner,
    about_unit: textOfValue(work.values.unit) || null,
    matter: textOfValue(work.values.matter) || null,
    title: isWords(work.values.title) ? work.values.title.id : null,
    topic: (kind.topics ?? []).map((name) => textOfValue(work.values[name])).find(Boolean) ?? null,
    about_matter: textOfValue(work.values.matterId) || null,
    opened_at: work.openedAt!,
    ...urgent,
  };
  return [...new Set(kind.concerned(work))].filter(Boolean).map((unit) => ({ holder_region: regionOf(unit), unit, ...common }));
}

/** The strictest duty; where no pack counts one, the earliest date that was given and is not kept yet. */
function urgentOf(kind: WorkKind, work: Work, actions: readonly CountedWork[], lawOf: (version: string) => Law) {
  const last = actions.at(-1)!;
  const strictest = light(workClocks(kind, actions, lawOf(work.pack)), dateInChina(last.at));
  if (strictest) return { clock: strictest.reading.clock, light_on: dueOn(strictest.reading), legal_on: strictest.legalOn };
  const dues = kind.dues?.(work) ?? [];
  const first = dues.length > 0 ? dues.reduce(earlier) : null;
  return { clock: null, light_on: first, legal_on: null };
}
