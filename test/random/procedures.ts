import type { ProceduresCommand } from '#contexts/casework/domain/ways/procedures/commands.ts';
import type { Makers, Making } from './making.ts';

export function proceduresMakers(_: Making): Makers<ProceduresCommand> {
  return {};
}
