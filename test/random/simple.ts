import type { SimpleCommand } from '#contexts/casework/domain/ways/simple/commands.ts';
import type { Makers, Making } from './making.ts';

export function simpleMakers(_: Making): Makers<SimpleCommand> {
  return {};
}
