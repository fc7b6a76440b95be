import type { AgreementCommand } from '#contexts/casework/domain/ways/agreement/commands.ts';
import type { Makers, Making } from './making.ts';

export function agreementMakers(_: Making): Makers<AgreementCommand> {
  return {};
}
