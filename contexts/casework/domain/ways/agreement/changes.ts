import type { Changes } from '../rule.ts';
import type { AgreementAction } from './actions.ts';

/** What each action changes in a matter. */
export const AGREEMENT_CHANGES: Changes<AgreementAction> = {};
