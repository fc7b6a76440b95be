import type { Conditions, Rules } from '../rule.ts';
import type { AgreementCommand } from './commands.ts';

export const AGREEMENT_CONDITIONS: Conditions<AgreementCommand> = {};

export const AGREEMENT_RULES: Rules<AgreementCommand> = {};
