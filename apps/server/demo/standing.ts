import type { StoryMatter } from '../../../data/demo/schema.ts';
import type { Step } from '../../../data/demo/steps.ts';

/** Which unit is what to a matter while one of its steps is done: a story names who it goes to, never who acts. */
export interface Standing {
  readonly desk: string;
  readonly from: string; // who sent it to the unit; the desk while nobody has
  readonly unit: string; // who answers for it: the unit that it was sent to, or the desk
}

/** The standing before each step of a path. */
export function standingsOf({ path }: StoryMatter, receivedBy: string, superiorOf: (unit: string) => string | undefined): Standing[] {
  const standings: Standing[] = [];
  let now: Standing = { desk: receivedBy, from: receivedBy, unit: receivedBy };
  for (const step of path) {
    standings.push(now);
    now = after(step, now, superiorOf);
  }
  return standings;
}

function after(step: Step, { desk, from, unit }: Standing, superiorOf: (unit: string) => string | undefined): Standing {
  switch (step.do) {
    case 'passDown':
      return { desk: step.to, from: step.to, unit: step.to };
    case 'refer':
    case 'assign':
      return { desk, from: desk, unit: step.to };
    case 'decideObjection':
      return step.upheld ? { desk, from: desk, unit: desk } : { desk, from, unit };
    case 'reassign':
      return { desk, from: superiorOf(unit) ?? from, unit: step.to };
    default:
      return { desk, from, unit };
  }
}
