import type { Changes } from '../rule.ts';
import type { WithdrawalAction } from './actions.ts';

/** What each action changes in a matter. */
export const WITHDRAWAL_CHANGES: Changes<WithdrawalAction> = {};
