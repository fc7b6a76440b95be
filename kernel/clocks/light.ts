import { earlier, type PlainDate } from '../dates.ts';
import type { Evidence, Law } from '../law.ts';
import { CLOCKS } from './index.ts';
import type { Reading, Readings } from './reading.ts';

/**
 * What the clocks of a subject say today. The stricter drives the light: of all
 * that can still be kept the earliest target or promise. Only the legal date
 * decides a breach. What is over does not cover what is still to come: a broken
 * duty of the law goes before everything, and what was only promised here and
 * is missed comes last, however early it was. It is told beside, never lost, and
 * the next term of the law stands in front of it (statutes 2, stricter-of; docs/adr/0017).
 */
export interface Light {
  readonly reading: Reading;
  readonly dueOn: PlainDate; // un-rolled, or promised: what reminders look at
  readonly legalOn: PlainDate;
  readonly state: 'running' | 'today' | 'rolled' | 'missed' | 'overdue';
  // rolled: the target lies on a rest day and is past, the legal day is not. missed: a local promise, not the law.
  readonly missed: readonly Reading[]; // what else was promised here and not kept
}

/** None where no duty runs: then a right of the petitioner may run, or the matter has ended. */
export function light(readings: Readings, today: PlainDate, now?: Date): Light | undefined {
  const order = byPressure({ today, ...(now && { now }) });
  const owed = Object.values(readings).filter((reading) => !reading.stoppedOn && isOwed(reading));
  let first: Reading | undefined;
  for (const reading of owed) if (!first || order(reading, first) < 0) first = reading;
  if (!first) return undefined;
  const missed = owed.filter((reading) => reading !== first && isMissed(reading, today, now));
  return { reading: first, dueOn: dayAhead(first, today), legalOn: first.legalOn, state: stateOf(first, today, now), missed };
}

/** Promised here, by a clock of its own or beside a date of the law, and not kept. */
function isMissed(reading: Reading, today: PlainDate, now?: Date): boolean {
  if (isLocal(reading)) return isOverdue(reading, today, now);
  return reading.promisedOn !== undefined && reading.promisedOn < today;
}

interface Moment {
  readonly today: PlainDate;
  readonly now?: Date;
  /** Whose end breaks the law; where nobody says, whatever is not local. */
  readonly isLaw?: (reading: Reading) => boolean;
}

/** Which of two running clocks comes first: on the light, on the page of a matter, wherever they are listed. */
export function byPressure({ today, now, isLaw = (reading) => !isLocal(reading) }: Moment) {
  const rank = (reading: Reading) => pressure(isOverdue(reading, today, now), isOwed(reading) && isLaw(reading));
  return (one: Reading, other: Reading): number => {
    const [a, b] = [dayAhead(one, today), dayAhead(other, today)];
    const before = rank(one) - rank(other) || (a < b ? -1 : a > b ? 1 : 0);
    if (before !== 0) return before;
    if (one.targetAt && other.targetAt) return one.targetAt.getTime() - other.targetAt.getTime();
    return one.legalOn < other.legalOn ? -1 : one.legalOn > other.legalOn ? 1 : 0;
  };
}

/** First a broken duty of the law, then what can still be kept, last what was only promised, or has lapsed. */
export const pressure = (isOver: boolean, isLaw: boolean): number => (isOver ? (isLaw ? 0 : 2) : 1);

/** The day that is still to come: a promise that is past leaves the date beside which it was given. */
function dayAhead(reading: Reading, today: PlainDate): PlainDate {
  const { promisedOn, targetOn } = reading;
  return promisedOn && promisedOn < today && today <= reading.legalOn ? targetOn : dueOn(reading);
}

/** The day that drives reminders: a promise is a second date beside the target, and counts where it is earlier. */
export function dueOn({ targetOn, promisedOn }: Reading): PlainDate {
  return promisedOn ? earlier(targetOn, promisedOn) : targetOn;
}

function stateOf(reading: Reading, today: PlainDate, now?: Date): Light['state'] {
  if (isOverdue(reading, today, now)) return isLocal(reading) ? 'missed' : 'overdue';
  if (today === reading.legalOn) return 'today';
  if (today <= dueOn(reading)) return today === dueOn(reading) ? 'today' : 'running';
  return reading.promisedOn && today <= reading.targetOn ? 'missed' : 'rolled';
}

/** What an organ owes. An extension only moves what it extends; a window or a right is owed by nobody. */
export function isOwed({ clock }: Reading): boolean {
  const { type } = CLOCKS[clock];
  return type === 'duty' || type === 'recurring' || type === 'conversion';
}

/** A clock that the law of the country does not know: its breach is a local figure. */
export const isLocal = ({ clock }: Pick<Reading, 'clock'>) => clock.startsWith('C') || clock.startsWith('D');

/** The last moment is over: a duty is broken, a right has lapsed, a window is closed. A late end stays late. */
export function isOverdue(reading: Reading, today: PlainDate, now?: Date): boolean {
  const { stoppedOn, stoppedAt, legalOn, targetAt } = reading;
  if (targetAt && (stoppedAt || now)) return (stoppedAt ?? now ?? targetAt) > targetAt;
  return (stoppedOn ?? today) > legalOn;
}

/** Whether what has run out was owed by an organ. A due date inside a withdrawal that was taken back is counted apart. */
export function isBreach(reading: Reading, today: PlainDate, now?: Date): boolean {
  return isOwed(reading) && !reading.withdrawnMeanwhile && isOverdue(reading, today, now);
}

/** 超期 is a word of the law: both marks must be T. What is local or a product default is called otherwise. */
export function isStatutoryBreach(reading: Reading, law: Law, today: PlainDate, now?: Date): boolean {
  return isBreach(reading, today, now) && standingOf(reading, law) === 'law';
}

/** How a date may be spoken of: as law, as practice, as a default, or as not yet confirmed. */
export type Standing = 'law' | 'practice' | 'default' | 'unconfirmed';

export function standingOf({ clock }: Pick<Reading, 'clock'>, law: Law): Standing {
  const term = law.terms[clock];
  return term ? weaker(term.dutyEvidence, term.lengthEvidence) : 'unconfirmed';
}

function weaker(duty: Evidence, length: Evidence): Standing {
  if (duty === 'M' || length === 'M') return 'unconfirmed';
  if (duty === 'P' || length === 'P') return 'default';
  return duty === 'S' || length === 'S' ? 'practice' : 'law';
}

/** Whether it still runs and its last day is not over: an objection or a request is possible. */
export function isOpen(reading: Reading | undefined, today: PlainDate, now?: Date): boolean {
  return reading !== undefined && !reading.stoppedOn && !isOverdue(reading, today, now);
}
