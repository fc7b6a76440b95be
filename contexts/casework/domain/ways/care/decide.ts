import type { Conditions, Rules } from '../rule.ts';
import type { CareCommand } from './commands.ts';

export const CARE_CONDITIONS: Conditions<CareCommand> = {};

export const CARE_RULES: Rules<CareCommand> = {};
