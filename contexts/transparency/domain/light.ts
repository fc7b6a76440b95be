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

/** The clock that the page is about: a broken duty before all, else the first that still runs. */
export function drivingClock({ clocks, stage }: PublicMatter, today: PlainDate): PublicClock | undefined {
  const running = clocks.filter((clock) => isRunning(clock, today));
  const over = (state: ClockState) =>
    running.filter((clock) => stateOf(clock, today) === state).sort((one, other) => (one.legalOn < other.legalOn ? -1 : 1))[0];
  const theirs = stage === 'opinionDelivered' || stage === 'reviewDelivered' ? running.find(({ mine }) => mine) : undefined; // the answer is there: now it is for the petitioner to say
  return over('late') ?? over('missed') ?? theirs ?? running.find(({ mine, type }) => !mine && type !== 'window') ?? running.find(({ mine }) => mine);
}

export const isRunning = (clock: PublicClock, today: PlainDate) => ['running', 'late', 'missed'].includes(stateOf(clock, today));

export const daysLeft = (clock: PublicClock, today: PlainDate) => daysBetween(today, clock.legalOn);
export const dayOfClock = (clock: PublicClock, today: PlainDate) => daysBetween(clock.startedOn, today);
export const isLate = (matter: PublicMatter, today: PlainDate) => matter.clocks.some((clock) => stateOf(clock, today) === 'late');
