import type { Changes } from '../rule.ts';
import type { ProceduresAction } from './actions.ts';

/** What each action changes in a matter. */
export const PROCEDURES_CHANGES: Changes<ProceduresAction> = {};
