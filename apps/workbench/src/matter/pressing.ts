/**
 * The clock that drives a matter: the first that runs, in the order in which the
 * page gives them (a broken law, what can still be kept, what was promised and
 * missed); what one's own unit owes before what others owe, save where that is
 * only a missed promise.
 */
import type { ClockShown, MatterPage } from '#contexts/casework/contract.ts';
import { isInternal } from '../shared/clock/ClockCalc.tsx';
import { isRight, readClock } from '../shared/clock/read.ts';
import { isMissed } from '../shared/clock/reading.ts';

export function mostPressing(page: Pick<MatterPage, 'clocks' | 'today'>, unitName = '') {
  const running = page.clocks.filter(({ stoppedOn, clock, type }) => !stoppedOn && !isRight(clock) && type !== 'suspension');
  return running.find((clock) => clock.holder === unitName && !isMissed(readingOf(clock, page))) ?? running[0];
}

/** What was promised here and missed, beside the clock that drives. */
export const alsoMissed = (page: Pick<MatterPage, 'clocks' | 'today'>, driving: ClockShown | undefined) =>
  page.clocks.filter((clock) => clock !== driving && !clock.stoppedOn && !isRight(clock.clock) && isMissed(readingOf(clock, page)));

const readingOf = (clock: ClockShown, page: Pick<MatterPage, 'today'>) => readClock({ ...clock, internal: isInternal(clock) }, page);
