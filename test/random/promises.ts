import type { PromisesCommand } from '#contexts/casework/domain/ways/promises/commands.ts';
import type { Makers, Making } from './making.ts';

export function promisesMakers(_: Making): Makers<PromisesCommand> {
  return {};
}
