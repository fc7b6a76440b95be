import type { Conditions, Rules } from '../rule.ts';
import type { PromisesCommand } from './commands.ts';

export const PROMISES_CONDITIONS: Conditions<PromisesCommand> = {};

export const PROMISES_RULES: Rules<PromisesCommand> = {};
