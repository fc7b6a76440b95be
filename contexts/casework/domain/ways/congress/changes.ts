import type { Changes } from '../rule.ts';
import type { CongressAction } from './actions.ts';

/** What it changes in a matter: the assignment is answered, nothing else moves. */
export const CONGRESS_CHANGES: Changes<CongressAction> = {
  WrittenFeedbackReceived: ({ assignments }, { assignment }) => ({
    assignments: assignments.map((one) => (one.id === assignment ? { ...one, answeredInWriting: true as const } : one)),
  }),
};
