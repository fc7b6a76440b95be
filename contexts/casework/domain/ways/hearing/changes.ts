import type { Changes } from '../rule.ts';
import type { HearingAction } from './actions.ts';

/** What each action changes in a matter. */
export const HEARING_CHANGES: Changes<HearingAction> = {};
