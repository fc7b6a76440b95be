import type { Changes } from '../rule.ts';
import type { ProceduresAction } from './actions.ts';

/** What each action changes in a matter: milestones are records, their clocks apart. */
export const PROCEDURES_CHANGES: Changes<ProceduresAction> = {};
