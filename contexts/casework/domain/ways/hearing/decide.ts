import type { Conditions, Rules } from '../rule.ts';
import type { HearingCommand } from './commands.ts';

export const HEARING_CONDITIONS: Conditions<HearingCommand> = {};

export const HEARING_RULES: Rules<HearingCommand> = {};
