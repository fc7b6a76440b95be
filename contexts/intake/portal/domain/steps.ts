import type { Answers } from './answers.ts';
import { problemsOf, type Problem } from './problems.ts';
import { STEPS, type Step } from './step.ts';

export { STEPS, type Step };

/** A question that only some answers lead to; it shares the number of the one before it. */
const ASKED: Partial<Record<Step, (answers: Answers) => boolean>> = {
  group: ({ whom }) => whom === 'group',
  agent: ({ whom }) => whom === 'other',
  way: ({ named }) => named !== 'no', // nobody to send a paper to: it is posted under the query code
  address: ({ named, way }) => named !== 'no' && way === 'post',
};
const UNNUMBERED: readonly Step[] = ['group', 'agent', 'address'];

export function isStep(text: string): text is Step {
  return (STEPS as readonly string[]).includes(text);
}

export const asked = (answers: Answers): readonly Step[] => STEPS.filter((step) => ASKED[step]?.(answers) ?? true);

export function stepAfter(step: Step, answers: Answers): Step | undefined {
  return asked(answers).find((other) => STEPS.indexOf(other) > STEPS.indexOf(step));
}

export function stepBefore(step: Step, answers: Answers): Step | undefined {
  return asked(answers).findLast((other) => STEPS.indexOf(other) < STEPS.indexOf(step));
}

/** “第4题，共9题”. */
export function placeOf(step: Step, answers: Answers): { readonly at: number; readonly of: number } {
  const numbered = asked(answers).filter((other) => !UNNUMBERED.includes(other));
  const at = numbered.filter((other) => STEPS.indexOf(other) <= STEPS.indexOf(step)).length;
  return { at, of: numbered.length };
}

/** Where there is still something to say before it can be handed in. */
export function firstOpen(answers: Answers): { readonly step: Step; readonly problems: readonly Problem[] } | undefined {
  for (const step of asked(answers)) {
    const problems = problemsOf(step, answers);
    if (problems.length > 0) return { step, problems };
  }
  return undefined;
}
