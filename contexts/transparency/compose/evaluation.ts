import type { LoadedMatter } from '#contexts/casework/index.ts';
import { callerOf, evaluationOf, MOST_RATINGS } from '#contexts/evaluation/index.ts';
import type { PublicEvaluation } from '../domain/progress.ts';

/** Both offices are rated in one window, opened by the first delivery of an outcome (B06). What was said is not shown back. */
export function publicEvaluation({ matter, past }: LoadedMatter, nameOf: (unit: string) => string): PublicEvaluation {
  const evaluation = evaluationOf(past);
  const { state, unit, dept, receivedOn, closesOn, submitted } = evaluation;
  const caller = callerOf(evaluation);
  const desk = dept ?? matter.petitionDept ?? matter.desk;
  const handling = unit ?? matter.handlingUnit;
  const offices = { ...(desk && { petitionDept: nameOf(desk) }), ...(handling && handling !== desk && { handlingUnit: nameOf(handling) }) };
  if (matter.classification?.evaluation === false && state === 'notDue') return { state: 'outOfScope', rated: 0, ...offices };
  return {
    state: state === 'open' && submitted >= MOST_RATINGS ? 'changed' : state,
    rated: submitted,
    ...offices,
    ...(caller && { caller: nameOf(caller) }),
    ...(closesOn && { until: closesOn }),
    ...(receivedOn && { receivedOn }),
  };
}
