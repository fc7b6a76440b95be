import { daysBetween, type PlainDate } from '#kernel/dates.ts';
import type { PublicClock, PublicMatter } from './progress.ts';

/** How a clock stands today. A right only lapses; a duty is broken. */
export type ClockState = 'running' | 'late' | 'kept' | 'keptLate' | 'stopped' | 'lapsed';

export function stateOf(clock: PublicClock, today: PlainDate): ClockState {
  if (clock.outcome === 'kept') return 'kept';
  if (clock.outcome === 'late') return 'keptLate';
  if (clock.outcome === 'stopped' || clock.stoppedOn) return 'stopped';
  if (today <= clock.legalOn) return 'running';
  return clock.mine || clock.type === 'window' ? 'lapsed' : 'late';
}

/** The clock that the page is about: a broken duty before all, else the first that still runs. */
export function drivingClock({ clocks }: PublicMatter, today: PlainDate): PublicClock | undefined {
  const running = clocks.filter((clock) => ['running', 'late'].includes(stateOf(clock, today)));
  const late = running.filter((clock) => stateOf(clock, today) === 'late').sort((one, other) => (one.legalOn < other.legalOn ? -1 : 1));
  return late[0] ?? running.find(({ mine }) => !mine) ?? running[0];
}

export const daysLeft = (clock: PublicClock, today: PlainDate) => daysBetween(today, clock.legalOn);
export const dayOfClock = (clock: PublicClock, today: PlainDate) => daysBetween(clock.startedOn, today);
export const isLate = (matter: PublicMatter, today: PlainDate) => matter.clocks.some((clock) => stateOf(clock, today) === 'late');
