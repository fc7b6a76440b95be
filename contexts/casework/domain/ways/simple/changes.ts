import type { Changes } from '../rule.ts';
import type { SimpleAction } from './actions.ts';

/** What each action changes in a matter. */
export const SIMPLE_CHANGES: Changes<SimpleAction> = {
  SimpleChosen: () => ({ simple: 'chosen' }),
  ConvertedToOrdinary: () => ({ simple: 'converted' }),
};
