import type { StoryMatter } from '../../../data/demo/schema.ts';
import type { Step } from '../../../data/demo/steps.ts';

/** Which unit is what to a matter while one of its steps is done: a story names who it goes to, never who acts. */
export interface Standing {
  readonly desk: string;
  readonly from: string; // who sent it to the unit; the desk while nobody has
  readonly unit: string; // who answers for it: the unit that it was sent to, or the desk
  readonly superior?: string; // of that unit, or the organ that decides between several
  readonly reviewer?: string; // the organ before which its opinion is
  readonly another?: true; // somebody else of the unit has it: the first had to stand aside, or the opinion was revoked
}

/** The standing before each step of a path. */
export function standingsOf({ path }: StoryMatter, receivedBy: string, superiorOf: SuperiorOf): Standing[] {
  const standings: Standing[] = [];
  let now: Standing = { desk: receivedBy, from: receivedBy, unit: receivedBy };
  for (const step of path) {
    const superior = superiorOf(now.unit);
    const standing = { ...now, ...(superior && { superior }) };
    standings.push(standing);
    now = { ...after(step, standing, superiorOf), ...newly(step, standing, { path, superiorOf }) };
  }
  return standings;
}

type SuperiorOf = (unit: string) => string | undefined;

/** Before whom the matter is now, and whether somebody else of the unit goes on with it. */
function newly(step: Step, { unit, reviewer, another }: Standing, { path, superiorOf }: { path: StoryMatter['path']; superiorOf: SuperiorOf }) {
  const asked = step.do === 'requestReview' ? superiorOf(unit) : step.do === 'requestRecheck' ? superiorOf(reviewer ?? unit) : reviewer;
  const changes = (step.do === 'decideRecusal' && step.recused) || isRemanded(step, path);
  return { ...(asked && { reviewer: asked }), ...((another || changes) && { another: true as const }) };
}

/** A remand takes effect when it arrives. */
function isRemanded(step: Step, path: StoryMatter['path']): boolean {
  const decided = step.do === 'recordReviewDelivery' ? 'decideReview' : step.do === 'recordRecheckDelivery' ? 'decideRecheck' : undefined;
  const last = path.slice(0, path.indexOf(step)).findLast((one) => one.do === decided);
  return last !== undefined && 'result' in last && last.result === 'revokeAndRemand';
}

function after(step: Step, { desk, from, unit }: Standing, superiorOf: SuperiorOf): Standing {
  switch (step.do) {
    case 'agreeLead':
      return { desk, from, unit: step.to };
    case 'decideJurisdiction':
      return { desk, from: step.to === unit ? from : (superiorOf(unit) ?? from), unit: step.to };
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
