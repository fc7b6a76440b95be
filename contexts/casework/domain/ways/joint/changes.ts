import type { Changes } from '../rule.ts';
import type { JointAction } from './actions.ts';

/** What each action changes in a matter. */
export const JOINT_CHANGES: Changes<JointAction> = {};
