/** The clock that drives a matter: the running duty with the nearest day. */
import type { MatterPage } from '#contexts/casework/contract.ts';
import { isRight } from '../shared/clock/read.ts';

export function mostPressing({ clocks }: MatterPage) {
  return clocks.filter(({ stoppedOn, clock }) => !stoppedOn && !isRight(clock)).sort((one, other) => (one.legalOn < other.legalOn ? -1 : 1))[0];
}
