import { dateInChina, earlier, later } from '../dates.ts';
import type { Law } from '../law.ts';
import type { ActionType } from '../vocabulary.ts';
import { isPetitioners, recountWith } from './dues.ts';
import { CLOCKS, TOUCHED } from './index.ts';
import type { Happening, Reading, Readings, Situation } from './reading.ts';
import type { ClockId, HolderRole } from './rule.ts';
import { applies, running, startAll, type Draft } from './starts.ts';
import { reopenTouched, speaksOf, stopAllTouched } from './stops.ts';

/**
 * What the clocks show after one more act: a pure step of a fold, so the same
 * acts give the same readings whenever it is run. First what runs is counted
 * with the calendar of this act, then it stops, reopens and starts what it has to.
 */
export function advance(readings: Readings, happening: Happening, situation: Situation, law: Law): Readings {
  const draft: Draft = { ...readings };
  for (const reading of running(draft)) {
    if (reading.calendar !== happening.calendar) draft[reading.key] = recountWith(reading, law, happening.calendar);
  }
  const before = TOUCHED[happening.type].reopens.length > 0 ? Object.values(draft) : []; // what ran before this act stopped it

  stopAllTouched(draft, happening, situation, law);
  reopenTouched(draft, before, happening, situation, law);
  startAll(draft, happening, situation, law);
  if (CLASSIFIES.has(happening.type)) reconsider(draft, happening, situation, law);
  if (HANDS_ON.has(happening.type)) handOn(draft, situation);
  if (happening.told) tell(draft, happening.told, happening);
  return draft;
}

/** Counts every open clock with a newer calendar, without an act: what a job does when a year is published (不变量 11). */
export function recalculate(readings: Readings, version: string, law: Law): Readings {
  const draft: Draft = { ...readings };
  for (const reading of running(draft)) draft[reading.key] = recountWith(reading, law, version);
  return draft;
}

/** A terminal stage ends what is still open, except what the table of transitions lets go on. A breach that has happened stays. */
export function stopAll(readings: Readings, end: { readonly at: Date; readonly type?: ActionType }, except: readonly ClockId[] = []): Readings {
  const draft: Draft = { ...readings };
  for (const reading of running(draft)) {
    if (except.includes(reading.clock)) continue;
    const stopped = { stoppedAt: end.at, stoppedOn: dateInChina(end.at), ...(end.type && { stoppedBy: end.type }) };
    draft[reading.key] = { ...reading, ...stopped, outcome: 'stopped' };
  }
  return draft;
}

const CLASSIFIES: ReadonlySet<ActionType> = new Set(['MatterOpened', 'MatterClassified', 'IntakeClassified']);
const EARLY: ReadonlySet<ActionType> = new Set(['IntakeReceived', 'PetitionDeptReceived', 'IntakeRegistered']);

/**
 * Until a person has set the kind, an arrival counts as every kind. Then what
 * was never owed goes, and what was owed all along is there from its own day 0.
 */
function reconsider(draft: Draft, happening: Happening, situation: Situation, law: Law): void {
  for (const reading of running(draft)) {
    if (EARLY.has(reading.startedBy) && !applies(CLOCKS[reading.clock], situation)) delete draft[reading.key];
  }
  const { receivedAt, registeredAt } = situation.intake ?? {};
  const { calendar } = happening;
  if (receivedAt) startAll(draft, { type: 'IntakeReceived', at: receivedAt, calendar }, situation, law, true);
  if (registeredAt) startAll(draft, { type: 'IntakeRegistered', at: registeredAt, calendar }, situation, law, true);
}

const HANDS_ON: ReadonlySet<ActionType> = new Set([
  'AssignmentReceived',
  'MatterReassigned',
  'MatterAccepted',
  'JurisdictionDecided',
  'LeadAgreed',
  'PassedToNextPetitionDept',
  'PetitionDeptReceived',
  'MatterReopened',
  'LeadershipDecided',
]);
const MOVING: ReadonlySet<HolderRole> = new Set(['handlingUnit', 'petitionDept', 'answerableOrgan']);

/** A clock of the whole matter goes with the matter, and keeps its date. */
function handOn(draft: Draft, { holders }: Situation): void {
  for (const reading of running(draft)) {
    const holder = holders[reading.role];
    if (CLOCKS[reading.clock].per !== 'matter' || !MOVING.has(reading.role) || !holder || holder === reading.holder) continue;
    draft[reading.key] = { ...reading, holder };
  }
}

/** A told date is a fact. A right ends on the later of both; a duty on the told day, but a slip of the pen never moves it later. */
function tell(draft: Draft, told: NonNullable<Happening['told']>, happening: Happening): void {
  for (const reading of running(draft)) {
    const toldOn = told[reading.clock];
    if (toldOn && speaksOf(happening, reading)) draft[reading.key] = { ...reading, toldOn, ...ending(reading, toldOn) };
  }
}

function ending({ clock, legalOn, targetOn }: Reading, toldOn: Reading['legalOn']): Pick<Reading, 'legalOn' | 'targetOn'> {
  if (isPetitioners(clock)) return { targetOn, legalOn: later(legalOn, toldOn) };
  const stands = earlier(legalOn, toldOn);
  return { legalOn: stands, targetOn: earlier(targetOn, stands) };
}
