import type { PlainDate } from '#kernel/dates.ts';
import type { Done, Words } from '#kernel/decider.ts';

/** 满意、基本满意、不满意 (M: the grades are those in common use). */
export type Grade = 'satisfied' | 'basicallySatisfied' | 'dissatisfied';

export const GRADES: Readonly<Record<Grade, string>> = { satisfied: '满意', basicallySatisfied: '基本满意', dissatisfied: '不满意' };

/** What was said of one office. What the petitioner wrote beside it is sealed with the matter. */
export interface Verdict {
  readonly grade: Grade;
  readonly faults: readonly string[];
  readonly text?: Words;
}

/** A call that the petitioner had asked for, and what came of it (calls.ts). */
export interface CallMade {
  readonly reached: boolean;
  readonly record: Words;
  readonly at: Date;
}

export type CallAction = Done & { type: 'RatingCallMade'; reached: boolean; record: Words };

export type EvaluationAction =
  | CallAction
  | (Done &
      (
        | { type: 'EvaluationOpened'; unit: string; dept: string | null; receivedOn: PlainDate; closesOn: PlainDate }
        | { type: 'EvaluationSubmitted'; petitionDept?: Verdict; handlingUnit?: Verdict; callBack: boolean }
        | { type: 'MemberRated'; member: string; petitionDept?: Verdict; handlingUnit?: Verdict } // of a group: each member with an own code
        | { type: 'EvaluationWindowClosed' }
      ));

/** NOT_DUE → OPEN → RATED or LAPSED; silence stays silence (不变量 24). */
export interface Evaluation {
  readonly state: 'notDue' | 'open' | 'closed';
  readonly unit?: string;
  readonly dept?: string | null;
  readonly receivedOn?: PlainDate;
  readonly closesOn?: PlainDate;
  readonly submitted: number; // once, and one change
  readonly petitionDept?: Verdict;
  readonly handlingUnit?: Verdict;
  readonly callBack: boolean; // asked to be called
  readonly calls: readonly CallMade[];
  readonly ratedAt?: Date;
  readonly members?: Readonly<Record<string, MemberRating>>;
}

/** What one member of a group said; once and one change, as for whoever brought it. */
export interface MemberRating {
  readonly submitted: number;
  readonly petitionDept?: Verdict;
  readonly handlingUnit?: Verdict;
}

export const initial: Evaluation = { state: 'notDue', submitted: 0, callBack: false, calls: [] };

export function evolve(evaluation: Evaluation, action: EvaluationAction): Evaluation {
  switch (action.type) {
    case 'EvaluationOpened': {
      const { unit, dept, receivedOn, closesOn } = action;
      return { ...evaluation, state: 'open', unit, dept, receivedOn, closesOn };
    }
    case 'EvaluationSubmitted': {
      const { petitionDept, handlingUnit, callBack, at } = action;
      return {
        ...evaluation,
        submitted: evaluation.submitted + 1,
        callBack,
        ratedAt: at,
        ...(petitionDept && { petitionDept }),
        ...(handlingUnit && { handlingUnit }),
      };
    }
    case 'MemberRated': {
      const { member, petitionDept, handlingUnit } = action;
      const before = evaluation.members?.[member] ?? { submitted: 0 };
      const rated = { ...before, submitted: before.submitted + 1, ...(petitionDept && { petitionDept }), ...(handlingUnit && { handlingUnit }) };
      return { ...evaluation, members: { ...evaluation.members, [member]: rated } };
    }
    case 'EvaluationWindowClosed':
      return { ...evaluation, state: 'closed' };
    case 'RatingCallMade':
      return { ...evaluation, calls: [...evaluation.calls, { reached: action.reached, record: action.record, at: action.at }] };
    default:
      return evaluation; // other streams of the matter
  }
}
