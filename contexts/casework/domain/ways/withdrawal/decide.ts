import type { Conditions, Rules } from '../rule.ts';
import type { WithdrawalCommand } from './commands.ts';

export const WITHDRAWAL_CONDITIONS: Conditions<WithdrawalCommand> = {};

export const WITHDRAWAL_RULES: Rules<WithdrawalCommand> = {};
