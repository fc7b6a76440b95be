import type { Done, Words } from '#kernel/decider.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { CallAction, CallMade, Evaluation } from './evaluation.ts';

/**
 * The call that a petitioner asked for when rating (SB078): by the petition
 * department that had the matter, never by the unit that handled it. It is
 * awaited until somebody was reached, and a call changes no rating (不变量 24).
 */
export type CallCommand = Done & { type: 'recordCall'; reached: boolean; record: Words };

/** Who calls; nobody where the unit that handled is the only office that knows of the matter. */
export const callerOf = ({ dept, unit }: Pick<Evaluation, 'dept' | 'unit'>): string | undefined => (dept && dept !== unit ? dept : undefined);

/** Since they last asked: a rating that is changed may ask anew. */
export const callsSince = ({ calls, ratedAt }: Pick<Evaluation, 'calls' | 'ratedAt'>): readonly CallMade[] =>
  calls.filter(({ at }) => !ratedAt || at >= ratedAt);

export const isCallAwaited = (evaluation: Evaluation): boolean =>
  evaluation.callBack && callerOf(evaluation) !== undefined && !callsSince(evaluation).some(({ reached }) => reached);

export function decideCall({ reached, record, by, at }: CallCommand, evaluation: Evaluation): CallAction[] {
  if (by.unit === evaluation.unit) throw new Refusal('NotAllowed', '评价的回访不能由办理单位打，由经手的信访部门打。');
  if (by.unit !== callerOf(evaluation)) throw new Refusal('NotAllowed', '这件的评价回访不归本单位打，由经手的信访部门打。');
  if (!isCallAwaited(evaluation)) throw new Refusal('AgainstRule', '这件现在没有人等着回访：信访人没有要求，或者已经打通过了。');
  return [{ type: 'RatingCallMade', reached, record, by, at }];
}
