import type { Conditions, Rules } from '../rule.ts';
import type { JointCommand } from './commands.ts';

export const JOINT_CONDITIONS: Conditions<JointCommand> = {};

export const JOINT_RULES: Rules<JointCommand> = {};
