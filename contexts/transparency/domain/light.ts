import { daysBetween, type PlainDate } from '#kernel/dates.ts';
import type { PublicClock, PublicMatter } from './progress.ts';

/** How a clock stands today. A right only lapses; a duty of the law is broken; what is local or a default is missed. */
export type ClockState = 'running' | 'late' | 'missed' | 'kept' | 'keptLate' | 'stopped' | 'lapsed';

export function stateOf(clock: PublicClock, today: PlainDate): ClockState {
  if (clock.outcome === 'kept') return 'kept';
  if (clock.outcome === 'late') return 'keptLate';
  if (clock.outcome === 'stopped' || clock.stoppedOn) return 'stopped';
  if (today <= clock.legalOn) return 'running';
  if (clock.mine || clock.type === 'window') return 'lapsed';
  return isLaw(clock) ? 'late' : 'missed';
}

/** 超期 is a word of the law: that there is a duty and how long it is must both stand in a text, and in the country's. */
export const isLaw = ({ id, dutyEvidence, lengthEvidence }: PublicClock) => dutyEvidence === 'T' && lengthEvidence === 'T' && !/^[CD]/.test(id);

/** The clock that the page is about: a broken duty of the law before all, else the first that still runs; a promise that was missed drives only where nothing else does. */
export function drivingClock({ clocks, stage }: PublicMatter, today: PlainDate): PublicClock | undefined {
  const running = clocks.filter((clock) => isRunning(clock, today));
  const over = (state: ClockState) =>
    running.filter((clock) => stateOf(clock, today) === state).sort((one, other) => (one.legalOn < other.legalOn ? -1 : 1))[0];
  const theirs = stage === 'opinionDelivered' || stage === 'reviewDelivered' ? running.find(({ mine }) => mine) : undefined; // the answer is there: now it is for the petitioner to say
  const going = running.filter((clock) => stateOf(clock, today) === 'running');
  return over('late') ?? theirs ?? going.find(({ mine, type }) => !mine && type !== 'window') ?? over('missed') ?? going.find(({ mine }) => mine);
}

/** What was promised here and not kept, beside the clock that the page is about: it is said too. */
export function alsoMissed(matter: PublicMatter, today: PlainDate): PublicClock[] {
  const driving = drivingClock(matter, today);
  return matter.clocks.filter((clock) => clock !== driving && stateOf(clock, today) === 'missed');
}

export const isRunning = (clock: PublicClock, today: PlainDate) => ['running', 'late', 'missed'].includes(stateOf(clock, today));

export const daysLeft = (clock: PublicClock, today: PlainDate) => daysBetween(today, clock.legalOn);
/** Counted back from a later day, as a notice before a hearing: it began when that day was set. */
export const isCountedBack = ({ startedOn, legalOn }: PublicClock) => startedOn > legalOn;
export const beganOn = (clock: PublicClock): PlainDate => (isCountedBack(clock) ? clock.actedOn : clock.startedOn);
export const dayOfClock = (clock: PublicClock, today: PlainDate) => daysBetween(beganOn(clock), today);
export const isLate = (matter: PublicMatter, today: PlainDate) => matter.clocks.some((clock) => stateOf(clock, today) === 'late');
