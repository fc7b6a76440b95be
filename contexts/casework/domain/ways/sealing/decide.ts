import type { Done } from '#kernel/decider.ts';
import type { Conditions, Rules } from '../rule.ts';
import type { SealingCommand } from './commands.ts';

export const SEALING_CONDITIONS: Conditions<SealingCommand> = {};

export const SEALING_RULES: Rules<Done & SealingCommand> = {
  moveToSealed: ({ by, at }, { opening }) => [{ type: 'MatterSealed', code: `${opening?.no}-M`, by, at }],
};
