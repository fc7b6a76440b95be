import type { SimpleCommand } from '#contexts/casework/domain/ways/simple/commands.ts';
import type { Makers, Making } from './making.ts';

export function simpleMakers({ handler, grounds, below, as }: Making): Makers<SimpleCommand> {
  return {
    chooseSimple: () => ({ type: 'chooseSimple', noRefusal: below(4) > 0, ...as(handler) }),
    convertToOrdinary: () => ({ type: 'convertToOrdinary', grounds, ...as(handler) }),
  };
}
