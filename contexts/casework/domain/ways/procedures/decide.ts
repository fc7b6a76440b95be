import type { Conditions, Rules } from '../rule.ts';
import type { ProceduresCommand } from './commands.ts';

export const PROCEDURES_CONDITIONS: Conditions<ProceduresCommand> = {};

export const PROCEDURES_RULES: Rules<ProceduresCommand> = {};
