import { standingAside } from '../review/changes.ts';
import type { Changes } from '../rule.ts';
import type { CareAction } from './actions.ts';
import { recusalsOf } from './state.ts';

/** What each action changes in a matter. A report and an offer change nothing: the normal duties go on beside them. */
export const CARE_CHANGES: Changes<CareAction> = {
  RecusalRequested: (matter, { part, person, unit, again }) => ({
    recusals: [...recusalsOf(matter), { part, person, unit, ...(again && { again }), state: 'pending' }],
  }),
  RecusalPassedUp: (matter, { part, to }) => ({ recusals: recusalsOf(matter).map((one) => (one.part === part ? { ...one, above: to } : one)) }),
  RecusalDecided(matter, { part, recused }) {
    const decided = recusalsOf(matter).map((one) => (one.part === part ? { ...one, state: recused ? ('recused' as const) : ('refused' as const) } : one));
    const person = decided.find((one) => one.part === part)?.person;
    return { recusals: decided, ...(recused && person && standingAside(matter, person)) };
  },
};
