/** From what the contracts tell of a clock to what the dial shows. Today is the server's, never the computer's. */
import { CLOCKS } from '#kernel/clocks/index.ts';
import { isLocal } from '#kernel/clocks/light.ts';
import type { ClockId, ClockType } from '#kernel/clocks/rule.ts';
import { daysBetween, type PlainDate } from '#kernel/dates.ts';
import type { ClockReading } from './reading.ts';

export interface ClockDates {
  readonly clock: ClockId;
  readonly startedOn: string;
  readonly lightOn: string; // un-rolled, or a local promise: what the light looks at
  readonly legalOn: string;
  readonly targetAt: string | null;
  readonly provisional?: boolean;
  readonly internal?: boolean;
  readonly stoppedOn?: string | null;
  readonly outcome?: 'kept' | 'late' | 'stopped' | null;
}

export interface Now {
  readonly today: string;
  readonly now?: string;
}

/** What can only lapse is never counted as owed, and never called 超期. */
const RIGHTS: readonly ClockType[] = ['right', 'window'];
export const isRight = (clock: ClockId) => RIGHTS.includes(CLOCKS[clock].type);

export function readClock(dates: ClockDates, { today, now }: Now): ClockReading {
  const { clock, startedOn, lightOn, legalOn, targetAt, provisional, stoppedOn } = dates;
  const side = isRight(clock) ? 'right' : 'duty';
  const minutes = targetAt && now ? Math.floor((Date.parse(targetAt) - Date.parse(now)) / 60_000) : undefined;
  const days = daysLeft(today, lightOn, legalOn);
  const left = minutes === undefined ? days : minutes < 0 ? Math.min(days, -1) : Math.max(days, 0); // over is over, on the same day too
  return {
    name: CLOCKS[clock].name,
    side,
    state: stateOf(dates, left, side),
    left,
    ...(minutes !== undefined && { minutes }),
    ...(targetAt && { at: targetAt }),
    dueOn: lightOn,
    legalOn,
    ...(isLocal(dates) ? { local: localOf(clock) } : dates.internal && { internal: true }),
    ...(provisional !== undefined && { provisional }),
    share: shareOf(startedOn, legalOn, today),
    ...(stoppedOn && { metOn: stoppedOn, used: daysFrom(startedOn, stoppedOn) }),
  };
}

function stateOf({ stoppedOn, outcome }: ClockDates, left: number, side: 'duty' | 'right'): ClockReading['state'] {
  if (!stoppedOn) return left >= 0 ? 'running' : side === 'right' ? 'lapsed' : 'overdue';
  if (outcome === 'kept') return 'met';
  return outcome === 'late' ? 'metLate' : 'stopped';
}

/** A province has laid it down, or the place has promised it. */
export const localOf = (clock: ClockId) => (clock.startsWith('C') ? ('地方规定' as const) : ('本地承诺' as const));

/** Reminders look at the un-rolled day; once it is past, the legal day alone counts. */
export function daysLeft(today: string, lightOn: string, legalOn: string): number {
  return today < lightOn ? daysFrom(today, lightOn) : daysFrom(today, legalOn);
}

function shareOf(from: string, to: string, today: string): number {
  const whole = daysFrom(from, to);
  return whole <= 0 ? 1 : Math.min(1, Math.max(0, daysFrom(from, today) / whole));
}

const daysFrom = (from: string, to: string) => daysBetween(from as PlainDate, to as PlainDate);

/** 第二十三条第三款: where the clock stands, short enough for a row. */
export const articleOf = (clock: ClockId) => CLOCKS[clock].article.replace(/^《信访工作条例》/, '').split('、')[0]!;
