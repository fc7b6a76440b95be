import type { CareCommand } from '#contexts/casework/domain/ways/care/commands.ts';
import type { Makers, Making } from './making.ts';

export function careMakers(_: Making): Makers<CareCommand> {
  return {};
}
