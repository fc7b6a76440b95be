import { daysBetween, type PlainDate } from '#kernel/dates.ts';
import type { PublicClock, PublicMatter } from './progress.ts';
import { hasEnded, isOfEarlierPaper, isOwn } from './stage-clock.ts';

/** How a clock stands today. A right only lapses; a duty of the law is broken; what is local or a default is missed. */
export type ClockState = 'running' | 'late' | 'missed' | 'kept' | 'keptLate' | 'stopped' | 'lapsed';

export function stateOf(clock: PublicClock, today: PlainDate): ClockState {
  if (clock.outcome === 'kept') return 'kept';
  if (clock.outcome === 'late') return 'keptLate';
  if (clock.outcome === 'stopped' || clock.stoppedOn) return 'stopped';
  if (clock.spentOn) return clock.spentOn > clock.legalOn ? 'missed' : 'stopped';
  if (today <= clock.legalOn) return 'running';
  if (clock.mine || clock.type === 'window') return 'lapsed';
  return isLaw(clock) ? 'late' : 'missed';
}

/** 超期 is a word of the law: that there is a duty and how long it is must both stand in a text, and in the country's. */
export const isLaw = ({ id, dutyEvidence, lengthEvidence }: PublicClock) => dutyEvidence === 'T' && lengthEvidence === 'T' && !/^[CD]/.test(id);

/**
 * The clock that the page is about: a broken duty of the law before all, else
 * the first that still runs; the delivery of an earlier paper only where nothing
 * else does. A promise that was missed drives only where nothing runs, and never
 * once the matter is over: then the page says that it is over.
 */
export function drivingClock(matter: PublicMatter, today: PlainDate): PublicClock | undefined {
  const { clocks, stage } = matter;
  const running = clocks.filter((clock) => isRunning(clock, today));
  const over = (state: ClockState) =>
    running.filter((clock) => stateOf(clock, today) === state).sort((one, other) => (one.legalOn < other.legalOn ? -1 : 1))[0];
  const going = running.filter((clock) => stateOf(clock, today) === 'running');
  const theirs = stage === 'opinionDelivered' || stage === 'reviewDelivered' ? going.filter(({ mine }) => mine) : []; // the answer is there: now it is for the petitioner to say
  const owed = going.filter(({ mine, type }) => !mine && type !== 'window');
  const missed = hasEnded(stage) ? undefined : over('missed');
  return (
    over('late') ??
    theirs.find((clock) => isOwn(clock, matter)) ??
    theirs[0] ??
    owed.find((clock) => !isOfEarlierPaper(clock, matter)) ??
    owed[0] ??
    missed ??
    going.find(({ mine }) => mine)
  );
}

/** What was promised here and not kept, beside the clock that the page is about: it is said too. */
export function alsoMissed(matter: PublicMatter, today: PlainDate): PublicClock[] {
  const driving = drivingClock(matter, today);
  return matter.clocks.filter((clock) => clock !== driving && !clock.spentOn && stateOf(clock, today) === 'missed');
}

/** What was promised for the beginning and not kept, and helps nobody any more: told with what was done, no longer waited for. */
export const missedBefore = ({ clocks }: PublicMatter, today: PlainDate): PublicClock[] =>
  clocks.filter((clock) => clock.spentOn && stateOf(clock, today) === 'missed');

export const isRunning = (clock: PublicClock, today: PlainDate) => !clock.spentOn && ['running', 'late', 'missed'].includes(stateOf(clock, today));

export const daysLeft = (clock: PublicClock, today: PlainDate) => daysBetween(today, clock.legalOn);
/** Counted back from a later day, as a notice before a hearing: it began when that day was set. */
export const isCountedBack = ({ startedOn, legalOn }: PublicClock) => startedOn > legalOn;
export const beganOn = (clock: PublicClock): PlainDate => (isCountedBack(clock) ? clock.actedOn : clock.startedOn);
export const dayOfClock = (clock: PublicClock, today: PlainDate) => daysBetween(beganOn(clock), today);
export const isLate = (matter: PublicMatter, today: PlainDate) => matter.clocks.some((clock) => stateOf(clock, today) === 'late');
