/** The clock that drives a matter: the running duty with the nearest day; what one's own unit owes before what others owe. */
import type { MatterPage } from '#contexts/casework/contract.ts';
import { isRight } from '../shared/clock/read.ts';

export function mostPressing({ clocks }: Pick<MatterPage, 'clocks'>, unitName = '') {
  const running = clocks
    .filter(({ stoppedOn, clock, type }) => !stoppedOn && !isRight(clock) && type !== 'suspension')
    .sort((one, other) => (one.legalOn < other.legalOn ? -1 : 1));
  return running.find(({ holder }) => holder === unitName) ?? running[0];
}
