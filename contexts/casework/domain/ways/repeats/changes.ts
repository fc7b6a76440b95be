import type { Changes } from '../rule.ts';
import type { RepeatsAction } from './actions.ts';

/** What each action changes in a matter: neither moves its stage or a clock; what follows is asked for by itself. */
export const REPEATS_CHANGES: Changes<RepeatsAction> = {
  RepeatRecorded: (_, { earlier, earlierNo, kind, by }) => ({ repeat: { earlier, earlierNo, kind, decidedBy: by.person, appealed: false } }),
  RepeatAppealed: ({ repeat }) => (repeat ? { repeat: { ...repeat, appealed: true } } : {}),
};
