import type { Kysely } from 'kysely';
import type { PlainDate } from '#kernel/dates.ts';
import type { Subject } from '#kernel/subject.ts';
import type { Query } from '#platform/database.ts';
import { changes } from '#platform/views.ts';
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
}

export type EvaluationDb = Kysely<EvaluationTables>;

export function evaluationViews(db: EvaluationDb, subject: Subject, before: Evaluation, after: Evaluation): Query[] {
  return changes(db, 'evaluation.rating', ['region', 'subject'], rowsOf(subject, before), rowsOf(subject, after));
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
export function countClosed(db: EvaluationDb, region: string, side: 'dept' | 'unit', office: string) {
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
