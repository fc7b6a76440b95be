import type { Changes } from '../rule.ts';
import type { PromisesAction } from './actions.ts';

/** What each action changes in a matter. */
export const PROMISES_CHANGES: Changes<PromisesAction> = {};
