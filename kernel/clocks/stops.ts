import { dateInChina, type PlainDate } from '../dates.ts';
import type { Law } from '../law.ts';
import type { ActionType } from '../vocabulary.ts';
import { recountWith } from './dues.ts';
import { CLOCKS, TOUCHED } from './index.ts';
import type { Happening, Reading, Readings, Situation } from './reading.ts';
import type { ClockId } from './rule.ts';
import { endSuspension, running, runsOf, type Draft } from './starts.ts';

/** These end a matter, or a whole stretch of its way: whatever assignment or paper they name, they speak of all. */
const SPEAK_OF_ALL: ReadonlySet<ActionType> = new Set([
  'MatterWithdrawn',
  'WithdrawalUndone',
  'NoSuccessorRecorded',
  'AccusationTransferred',
  'SealedTransferRefused',
  'DuplicateAttached',
  'DuplicateDetached',
  'FurtherAcceptanceRefused',
  'OpinionRevoked',
  'MatterRemanded',
  'MatterRouted',
]);

/** Of several units, the one that keeps the matter still has to tell the petitioner. */
const KEPT_BY_ONE: ReadonlySet<ActionType> = new Set(['JurisdictionDecided', 'LeadAgreed']);

/** Ends what this act ends: properly where it is what was owed, else without being kept. */
export function stopAllTouched(draft: Draft, happening: Happening, situation: Situation, law: Law): void {
  const { satisfies, stops } = TOUCHED[happening.type];
  if (satisfies.length + stops.length === 0) return;
  const ending = running(draft).filter(
    (reading) => (satisfies.includes(reading.clock) || stops.includes(reading.clock)) && speaksOf(happening, reading) && ends(happening, reading, situation),
  );
  const on = stopDay(happening);
  for (const { clock, key } of ending) {
    const reading = draft[key];
    if (reading && CLOCKS[clock].type === 'suspension') endSuspension(draft, reading, on, law);
  }
  for (const { key } of ending) {
    const reading = draft[key];
    if (reading) draft[key] = stopped(reading, happening, on, satisfies.includes(reading.clock));
  }
}

function stopped(reading: Reading, { at, type, document }: Happening, on: PlainDate, satisfied: boolean): Reading {
  return {
    ...reading,
    stoppedAt: at,
    stoppedOn: on,
    stoppedBy: type,
    ...(document && { stoppedWith: document }),
    outcome: satisfied ? (isLate(reading, on, at) ? 'late' : 'kept') : 'stopped',
  };
}

function isLate({ targetAt, legalOn, clock }: Reading, on: PlainDate, at: Date): boolean {
  if (CLOCKS[clock].type === 'fiction' || CLOCKS[clock].type === 'suspension') return false;
  return targetAt ? at > targetAt : on > legalOn;
}

/**
 * What is done while a matter is withdrawn is done: it is not owed again when the
 * withdrawal is taken back, and comes back only with what ended it. The day and
 * the outcome stay those of the withdrawal, so no figure of a past day changes.
 */
export function settledMeanwhile(readings: Readings, happening: Happening, situation: Situation): Readings {
  const { satisfies, stops } = TOUCHED[happening.type];
  if (satisfies.length + stops.length === 0) return readings;
  const draft: Draft = { ...readings };
  for (const reading of Object.values(readings)) {
    const { clock, key, stoppedBy } = reading;
    if (stoppedBy !== 'MatterWithdrawn' || !(satisfies.includes(clock) || stops.includes(clock))) continue;
    if (!speaksOf(happening, reading) || !ends(happening, reading, situation)) continue;
    draft[key] = { ...reading, stoppedBy: happening.type, ...(happening.document && { stoppedWith: happening.document }) };
  }
  return draft;
}

/** A postmark counts for what it keeps (民事诉讼法第八十五条, by analogy). */
const stopDay = ({ postmarkOn, on, at }: Happening) => postmarkOn ?? on ?? dateInChina(at);

/** Whether this act speaks of the same assignment, paper, period or part as the clock. */
export function speaksOf(happening: Happening, { clock, instance }: Reading): boolean {
  if (instance === undefined || SPEAK_OF_ALL.has(happening.type)) return true;
  const { per } = CLOCKS[clock];
  if (per === 'unit') return happening.type !== 'CoUnitOpinionSubmitted' || happening.unit === instance;
  const named = { assignment: happening.assignment, document: happening.document, period: happening.period, part: happening.part };
  const name = per === 'matter' ? undefined : named[per];
  return name === undefined || name === instance;
}

function ends({ type, period, at, unit }: Happening, { clock, holder, legalOn, instance }: Reading, situation: Situation): boolean {
  // Where the sender told the petitioner that it went, the unit that received it still has to say whether it takes it (第二十三条第三款).
  if (clock === 'A06' && type === 'DestinationNoticeDispatched' && unit !== undefined) return holder === unit;
  if (clock === 'A06' && KEPT_BY_ONE.has(type)) return holder !== situation.holders.handlingUnit;
  if (type === 'ObjectionUpheld' && (clock === 'A06' || clock === 'A48')) return holder !== senderOf(situation);
  // A missed period stays missed: today's patrol is not yesterday's.
  if (CLOCKS[clock].per === 'period' && instance && !period) return dateInChina(at) <= legalOn;
  return true;
}

/** What an act takes back. Only what it undoes runs again: an old notice is not reopened by a withdrawal taken back. */
const UNDOES: Partial<Record<ActionType, readonly ActionType[]>> = {
  WithdrawalUndone: ['MatterWithdrawn'],
  DuplicateDetached: ['DuplicateAttached', 'StatusNoticeDispatched'],
  ObjectionUpheld: ['MatterReferred', 'MatterAssigned', 'DestinationNoticeDispatched', 'StatusPosted'],
  SealedTransferRefused: ['AccusationTransferred'],
  LeadershipDecided: ['LeadershipAsked'],
  MatterReopened: ['VisitorGuided', 'FurtherAcceptanceRefused'],
  AgreementBroken: ['AgreementSigned'],
  CompletionReportReturned: ['CompletionReported'],
  PerformanceRefuted: ['PerformanceVerified'],
  CommitmentRefuted: ['CommitmentVerified'],
  ReviewRefused: ['ReviewRequested'],
  RecheckRefused: ['RecheckRequested'],
};

/** Sets running again, at its old due date, what this act takes back. */
export function reopenTouched(draft: Draft, before: readonly Reading[], happening: Happening, situation: Situation, law: Law): void {
  const reopens: readonly ClockId[] = TOUCHED[happening.type].reopens;
  if (reopens.length === 0) return;
  for (const reading of before) {
    if (!reading.stoppedOn || !reopens.includes(reading.clock) || !isUndone(reading, happening, situation)) continue;
    if (runsOf(draft, reading.clock, reading.instance).some(({ stoppedOn }) => !stoppedOn)) continue;
    draft[reading.key] = recountWith(reopened(reading, dateInChina(happening.at)), law, happening.calendar);
  }
}

function isUndone(reading: Reading, happening: Happening, situation: Situation): boolean {
  const { stoppedBy, stoppedWith, holder } = reading;
  // Only the paper that stopped a clock reopens it.
  if (happening.type === 'DeliveryFailed') return stoppedWith !== undefined && stoppedWith === happening.document;
  if (!stoppedBy || !UNDOES[happening.type]?.includes(stoppedBy)) return false;
  if (happening.type !== 'ObjectionUpheld') return speaksOf(happening, reading);
  // The material goes back to the sender, and to nobody above it.
  const sender = senderOf(situation);
  return sender === undefined || sender === holder;
}

/** After an upheld objection the sender is answerable again. */
const senderOf = ({ holders }: Situation) => holders.answerableOrgan ?? holders.referringBody;

/** The same clock, running again at its old date. What fell due while nobody could do it is counted apart. */
export function reopened(reading: Reading, on: PlainDate): Reading {
  const { stoppedAt: _at, stoppedOn, stoppedBy, stoppedWith: _with, outcome: _outcome, ...going } = reading;
  const couldNot = stoppedBy === 'MatterWithdrawn' || (going.clock === 'A37' && stoppedBy === 'RecheckRequested');
  const inGap = couldNot && stoppedOn !== undefined && stoppedOn <= going.legalOn && on > going.legalOn;
  return { ...going, reopenedOn: on, ...(inGap && { withdrawnMeanwhile: true }) };
}
