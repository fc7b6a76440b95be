import { GRADES, type Evaluation, type Grade } from './evaluation.ts';

/**
 * What the members of a group said, as an office may see it: never one of them
 * alone. While the window is open whole fives, so that two looks do not tell
 * what came between; afterwards all, if there are five (不变量 24). Who said
 * nothing is not in it: silence is not satisfaction.
 */
const BATCH = 5;

export type Counted = Readonly<Record<Grade, number>> & { readonly rated: number };

export function batchOf({ members = {}, state }: Evaluation, office: 'petitionDept' | 'handlingUnit'): Counted | undefined {
  const verdicts = Object.values(members).flatMap((one) => one[office] ?? []);
  const told = state === 'closed' ? verdicts : verdicts.slice(0, verdicts.length - (verdicts.length % BATCH));
  if (told.length < BATCH) return undefined;
  const count = (grade: string) => told.filter((verdict) => verdict.grade === grade).length;
  const grades = Object.fromEntries(Object.keys(GRADES).map((grade) => [grade, count(grade)])) as Record<Grade, number>;
  return { ...grades, rated: told.length };
}
