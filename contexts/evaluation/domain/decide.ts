import { dateInChina, type PlainDate } from '#kernel/dates.ts';
import type { Decider, Done } from '#kernel/decider.ts';
import { Refusal } from '#kernel/refusal.ts';
import { decideCall, type CallCommand } from './calls.ts';
import { evolve, initial, type Evaluation, type EvaluationAction, type Verdict } from './evaluation.ts';

export type EvaluationCommand =
  | CallCommand
  | (Done &
      (
        | { type: 'open'; unit: string; dept: string | null; receivedOn: PlainDate; closesOn: PlainDate }
        | { type: 'evaluate'; petitionDept?: Verdict; handlingUnit?: Verdict; callBack: boolean; member?: string }
        | { type: 'close' }
      ));

const PETITIONER = '信访人';
export const MOST_RATINGS = 2; // once, and one change

export const evaluationDecider: Decider<EvaluationCommand, EvaluationAction, Evaluation> = { initial, evolve, decide };

function decide(command: EvaluationCommand, evaluation: Evaluation): EvaluationAction[] {
  const { by, at } = command;
  switch (command.type) {
    case 'open': {
      if (evaluation.state !== 'notDue') return []; // the first outcome that arrived opened it
      const { unit, dept, receivedOn, closesOn } = command;
      return [{ type: 'EvaluationOpened', unit, dept, receivedOn, closesOn, by, at }];
    }
    case 'evaluate': {
      if (by.unit !== PETITIONER) throw new Refusal('NotAllowed', '只有信访人本人可以评价，任何单位和工作人员都不能代评。');
      mustBeOpen(evaluation, at);
      const { petitionDept, handlingUnit, callBack, member } = command;
      if (!petitionDept && !handlingUnit) throw new Refusal('Invalid', '请至少给一个单位评价；不想评的，可以直接离开。');
      const before = member === undefined ? evaluation.submitted : (evaluation.members?.[member]?.submitted ?? 0);
      if (before >= MOST_RATINGS) throw new Refusal('AgainstRule', '评价可以改一次，您已经改过了。有新的意见，请用“投诉”告诉我们。');
      const verdicts = { ...(petitionDept && { petitionDept }), ...(handlingUnit && { handlingUnit }) };
      if (member !== undefined) return [{ type: 'MemberRated', member, ...verdicts, by, at }];
      return [{ type: 'EvaluationSubmitted', ...verdicts, callBack, by, at }];
    }
    case 'close':
      if (evaluation.state !== 'open' || !evaluation.closesOn || dateInChina(at) <= evaluation.closesOn) {
        throw new Refusal('AgainstRule', '评价期还没有结束。');
      }
      return [{ type: 'EvaluationWindowClosed', by, at }];
    case 'recordCall':
      return decideCall(command, evaluation);
  }
}

function mustBeOpen({ state, closesOn }: Evaluation, at: Date): void {
  if (state === 'notDue') throw new Refusal('WrongStage', '结果还没有送到您手上，送达后就可以评价。');
  if (state === 'closed' || (closesOn && dateInChina(at) > closesOn)) {
    throw new Refusal('TooLate', `评价期已于${closesOn}结束。没有评价的记为“未评价”，不算满意。还有意见，请用“投诉”告诉我们。`);
  }
}

/**
 * Who may see what was said: never the handling unit while the window is open
 * (不变量 24), so that nobody can be asked to change it.
 */
export function isHiddenFrom(unit: string, { unit: handling, state }: Pick<Evaluation, 'unit' | 'state'>): boolean {
  return unit === handling && state !== 'closed';
}

/** Nor what is said of the petition department itself, which has to call whoever asks for it and reads the rest (P). */
export function isOwnHidden(unit: string, { dept, state }: Pick<Evaluation, 'dept' | 'state'>): boolean {
  return unit === dept && state !== 'closed';
}
