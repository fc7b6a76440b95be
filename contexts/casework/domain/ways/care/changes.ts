import type { Changes } from '../rule.ts';
import type { CareAction } from './actions.ts';

/** What each action changes in a matter. */
export const CARE_CHANGES: Changes<CareAction> = {};
