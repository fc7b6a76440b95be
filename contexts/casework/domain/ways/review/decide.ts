import type { Conditions, Rules } from '../rule.ts';
import type { ReviewCommand } from './commands.ts';

export const REVIEW_CONDITIONS: Conditions<ReviewCommand> = {};

export const REVIEW_RULES: Rules<ReviewCommand> = {};
