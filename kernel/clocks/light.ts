import { earlier, type PlainDate } from '../dates.ts';
import type { Evidence, Law } from '../law.ts';
import { CLOCKS } from './index.ts';
import type { Reading, Readings } from './reading.ts';

/**
 * What the clocks of a subject say today. The strictest running duty drives the
 * light: the earliest target or promise. Only the legal date decides a breach.
 */
export interface Light {
  readonly reading: Reading;
  readonly dueOn: PlainDate; // un-rolled, or promised: what reminders look at
  readonly legalOn: PlainDate;
  readonly state: 'running' | 'today' | 'rolled' | 'missed' | 'overdue';
  // rolled: the target lies on a rest day and is past, the legal day is not. missed: a local promise, not the law.
}

/** None where no duty runs: then a right of the petitioner may run, or the matter has ended. */
export function light(readings: Readings, today: PlainDate, now?: Date): Light | undefined {
  let strictest: Reading | undefined;
  for (const reading of Object.values(readings)) {
    if (reading.stoppedOn || !isOwed(reading)) continue;
    if (!strictest || isStricter(reading, strictest)) strictest = reading;
  }
  return strictest && { reading: strictest, dueOn: dueOn(strictest), legalOn: strictest.legalOn, state: stateOf(strictest, today, now) };
}

function isStricter(one: Reading, other: Reading): boolean {
  if (dueOn(one) !== dueOn(other)) return dueOn(one) < dueOn(other);
  if (one.targetAt && other.targetAt) return one.targetAt < other.targetAt;
  return one.legalOn < other.legalOn;
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
export const isLocal = ({ clock }: Reading) => clock.startsWith('C') || clock.startsWith('D');

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
