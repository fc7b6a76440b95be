import { sql, type Kysely } from 'kysely';
import { dateInChina, type PlainDate } from '#kernel/dates.ts';
import { regionOf, type Subject } from '#kernel/subject.ts';
import type { Query } from '#platform/database.ts';
import { changes } from '#platform/views.ts';
import { callerOf, callsSince, isCallAwaited } from './domain/calls.ts';
import type { Evaluation, Grade } from './domain/evaluation.ts';

/** All the SQL of evaluation. */
export interface EvaluationTables {
  'evaluation.rating': {
    region: string;
    subject: string;
    dept: string | null;
    unit: string;
    opened_on: PlainDate;
    closes_on: PlainDate;
    closed: boolean;
    dept_grade: Grade | null;
    unit_grade: Grade | null;
    rated_at: Date | null;
  };
  'evaluation.members': MembersRow;
  'evaluation.call': CallRow;
}

/** Whoever rated, asked to be called, and has not been reached. */
export interface CallRow {
  holder_region: string;
  caller: string;
  region: string;
  subject: string;
  no: string;
  unit: string;
  asked_on: PlainDate;
  tries: number;
}

/** What the members of a group said, counted: one row a matter and side. */
export interface MembersRow {
  region: string;
  subject: string;
  side: Side;
  office: string;
  closed: boolean;
  rated: number;
  satisfied: number;
  basically_satisfied: number;
}

export type Side = 'dept' | 'unit';

export type EvaluationDb = Kysely<EvaluationTables>;

export function evaluationViews(db: EvaluationDb, subject: Subject, no: string, before: Evaluation, after: Evaluation): Query[] {
  return [
    ...changes(db, 'evaluation.rating', ['region', 'subject'], rowsOf(subject, before), rowsOf(subject, after)),
    ...changes(db, 'evaluation.members', ['region', 'subject', 'side'], membersOf(subject, before), membersOf(subject, after)),
    ...changes(db, 'evaluation.call', ['holder_region', 'region', 'subject'], callOf(subject, no, before), callOf(subject, no, after)),
  ];
}

function callOf({ region, id: subject }: Subject, no: string, evaluation: Evaluation): CallRow[] {
  const caller = callerOf(evaluation);
  const { unit, ratedAt } = evaluation;
  if (!isCallAwaited(evaluation) || !caller || !unit || !ratedAt) return [];
  return [{ holder_region: regionOf(caller), caller, region, subject, no, unit, asked_on: dateInChina(ratedAt), tries: callsSince(evaluation).length }];
}

/** For whoever calls: the longest waiting first. */
export function findCalls(db: EvaluationDb, caller: string) {
  return db
    .selectFrom('evaluation.call')
    .select(['region', 'subject', 'no', 'unit', 'asked_on', 'tries'])
    .where('holder_region', '=', regionOf(caller))
    .where('caller', '=', caller)
    .orderBy('asked_on')
    .orderBy('subject')
    .limit(200)
    .execute();
}

function membersOf({ region, id: subject }: Subject, { unit, dept, state, members = {} }: Evaluation): MembersRow[] {
  const sides = [
    ['dept', dept, 'petitionDept'],
    ['unit', unit, 'handlingUnit'],
  ] as const;
  return sides.flatMap(([side, office, of]) => {
    const verdicts = Object.values(members).flatMap((one) => one[of] ?? []);
    if (!office || verdicts.length === 0) return [];
    const count = (grade: Grade) => verdicts.filter((verdict) => verdict.grade === grade).length;
    const counted = { rated: verdicts.length, satisfied: count('satisfied'), basically_satisfied: count('basicallySatisfied') };
    return [{ region, subject, side, office, closed: state === 'closed', ...counted }];
  });
}

function rowsOf({ region, id: subject }: Subject, evaluation: Evaluation): EvaluationTables['evaluation.rating'][] {
  const { unit, dept = null, receivedOn, closesOn, state, petitionDept, handlingUnit, ratedAt = null } = evaluation;
  if (!unit || !receivedOn || !closesOn) return [];
  return [
    {
      region,
      subject,
      dept,
      unit,
      opened_on: receivedOn,
      closes_on: closesOn,
      closed: state === 'closed',
      dept_grade: petitionDept?.grade ?? null,
      unit_grade: handlingUnit?.grade ?? null,
      rated_at: ratedAt,
    },
  ];
}

/** Windows that are over and not yet closed. */
export function findOver(db: EvaluationDb, region: string, today: PlainDate, limit = 500) {
  return db
    .selectFrom('evaluation.rating')
    .select(['region', 'subject'])
    .where('region', '=', region)
    .where('closed', '=', false)
    .where('closes_on', '<', today)
    .limit(limit)
    .execute();
}

/** Counts over closed windows of one side: how many closed, how many rated, and how. */
export function countClosed(db: EvaluationDb, region: string, side: Side, office: string) {
  const grade = side === 'dept' ? ('dept_grade' as const) : ('unit_grade' as const);
  return db
    .selectFrom('evaluation.rating')
    .select((eb) => [
      eb.fn.countAll<string>().as('closed'),
      eb.fn.count<string>(grade).as('rated'),
      eb.fn.count<string>(eb.case().when(grade, '=', 'satisfied').then(1).end()).as('satisfied'),
      eb.fn.count<string>(eb.case().when(grade, '=', 'basicallySatisfied').then(1).end()).as('basically'),
    ])
    .where('region', '=', region)
    .where(side, '=', office)
    .where('closed', '=', true)
    .executeTakeFirstOrThrow();
}

/**
 * What the members of groups said of an office in closed windows. Where fewer
 * than `few` of one matter rated, they are put together with those of other
 * such matters, and told apart by grade only from `few` on (不变量 24).
 */
export async function countMembers(
  db: EvaluationDb,
  region: string,
  side: Side,
  office: string,
  few: number,
): Promise<readonly Omit<MembersRow, 'region' | 'subject' | 'side' | 'office' | 'closed'>[]> {
  const rows = await db
    .selectFrom('evaluation.members')
    .select((eb) => [
      sql<boolean>`rated >= ${few}`.as('alone'),
      eb.fn.sum<string>('rated').as('rated'),
      eb.fn.sum<string>('satisfied').as('satisfied'),
      eb.fn.sum<string>('basically_satisfied').as('basically_satisfied'),
    ])
    .where('region', '=', region)
    .where('side', '=', side)
    .where('office', '=', office)
    .where('closed', '=', true)
    .groupBy('alone')
    .execute();
  return rows.map(({ rated, satisfied, basically_satisfied }) => ({
    rated: Number(rated),
    satisfied: Number(satisfied),
    basically_satisfied: Number(basically_satisfied),
  }));
}
