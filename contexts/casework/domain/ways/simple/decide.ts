import type { Conditions, Rules } from '../rule.ts';
import type { SimpleCommand } from './commands.ts';

export const SIMPLE_CONDITIONS: Conditions<SimpleCommand> = {};

export const SIMPLE_RULES: Rules<SimpleCommand> = {};
