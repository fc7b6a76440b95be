import type { WithdrawalCommand } from '#contexts/casework/domain/ways/withdrawal/commands.ts';
import type { Makers, Making } from './making.ts';

export function withdrawalMakers(_: Making): Makers<WithdrawalCommand> {
  return {};
}
