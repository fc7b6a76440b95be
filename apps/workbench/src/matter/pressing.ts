/**
 * The clock that drives a matter: the first that runs, in the order in which the
 * page gives them (a broken law, what can still be kept, what was promised and
 * missed); what one's own unit owes before what others owe, save where that is
 * only a missed promise.
 */
import type { ClockShown, MatterPage } from '#contexts/casework/contract.ts';
import { isSpent } from '#contexts/casework/domain/ways/promises/beginning.ts';
import { dutyOf } from '../desk/duties.ts';
import { isInternal } from '../shared/clock/ClockCalc.tsx';
import { isRight, readClock } from '../shared/clock/read.ts';
import { isMissed } from '../shared/clock/reading.ts';

type Page = Pick<MatterPage, 'clocks' | 'today' | 'stage'>;

export function mostPressing(page: Page, unitName = '') {
  const running = page.clocks.filter(({ stoppedOn, clock, type }) => !stoppedOn && !isRight(clock) && type !== 'suspension' && !isSpent(clock, page.stage));
  return running.find((clock) => clock.holder === unitName && !isMissed(readingOf(clock, page))) ?? running[0];
}

/** The usual next step: that of the stage; where the stage has none for this unit, what it owes by its own clock, such as a superior who decides a challenge. */
export function usualOf(page: Page & Pick<MatterPage, 'can'>, unitName = '') {
  const ofStage = page.can.find(({ primary }) => primary);
  if (ofStage) return ofStage;
  const running = mostPressing(page, unitName);
  const opens = running?.holder === unitName ? dutyOf(running.clock, page.stage).opens : undefined;
  return typeof opens === 'object' && 'act' in opens ? page.can.find(({ command }) => command === opens.act) : undefined;
}

/** What was promised here and missed, beside the clock that drives; and whether it can still be made good. */
export const alsoMissed = (page: Page, driving: ClockShown | undefined) =>
  page.clocks
    .filter((clock) => clock !== driving && !clock.stoppedOn && !isRight(clock.clock) && isMissed(readingOf(clock, page)))
    .map((clock) => ({ ...clock, by: readingOf(clock, page).local ?? '内部时限', isSpent: isSpent(clock.clock, page.stage) }));

const readingOf = (clock: ClockShown, page: Page) => readClock({ ...clock, internal: isInternal(clock) }, page);
