import type { Changes } from '../rule.ts';
import type { ReviewAction } from './actions.ts';

/** What each action changes in a matter. */
export const REVIEW_CHANGES: Changes<ReviewAction> = {};
