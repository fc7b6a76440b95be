import type { SealingCommand } from '#contexts/casework/domain/ways/sealing/commands.ts';
import type { Makers, Making } from './making.ts';

/** Mostly by somebody who may not: a life that is sealed has ended. */
export function sealingMakers({ as, handler, below }: Making): Makers<SealingCommand> {
  return { moveToSealed: () => ({ type: 'moveToSealed', ...as(below(10) === 0 ? handler : '无关的单位') }) };
}
