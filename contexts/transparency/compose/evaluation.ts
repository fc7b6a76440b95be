import type { LoadedMatter } from '#contexts/casework/index.ts';
import { newestOf } from '#contexts/casework/index.ts';
import type { PublicEvaluation } from '../domain/progress.ts';

/** Both offices are rated in one window, opened by the first delivery of an outcome (B06). */
export function evaluationOf({ matter, past, subject }: LoadedMatter, nameOf: (unit: string) => string): PublicEvaluation {
  const window = newestOf(matter.clocks, 'B06');
  const rated = past.filter(({ type }) => type === 'EvaluationSubmitted').length;
  const closed = past.some(({ type }) => type === 'EvaluationWindowClosed');
  const desk = matter.petitionDept ?? matter.desk;
  const offices = { ...(desk && { petitionDept: nameOf(desk) }), ...(matter.handlingUnit && matter.handlingUnit !== desk && { handlingUnit: nameOf(matter.handlingUnit) }) };
  if (matter.classification?.evaluation === false) return { state: 'outOfScope', rated, ...offices };
  if (!window) return { state: 'notDue', rated, ...offices };
  const { legalOn, startedOn } = window;
  return { state: closed ? 'closed' : 'open', until: legalOn, receivedOn: startedOn, rated, subject: subject.id, ...offices };
}
