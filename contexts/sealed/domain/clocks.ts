import { advance, recalculate, stopAll } from '#kernel/clocks/engine.ts';
import { dueOn, isOwed } from '#kernel/clocks/light.ts';
import type { Reading, Readings, Situation } from '#kernel/clocks/reading.ts';
import type { ClockId, Fact } from '#kernel/clocks/rule.ts';
import { BY_WEB, IN_PERSON } from '#kernel/channels.ts';
import { dateInChina } from '#kernel/dates.ts';
import type { Law } from '#kernel/law.ts';
import type { ActionType } from '#kernel/vocabulary.ts';
import type { SealedAction } from './actions.ts';
import { lastReceipt, type SealedFile } from './file.ts';

/** What the organ with power owes the reporter or the other level, and the reports of §30¶2, go on beside the conclusion (lifecycle 4.1). */
const OUTLIVING: readonly ClockId[] = ['B07', 'B08', 'B09', 'B10', 'A28', 'A29'];

/** The clocks of an accusation after one more action: A03, A10, A35, the reports on cadres, and what follows at the discipline organ, by the kernel alone. */
export function clocksAfter(before: SealedFile, after: SealedFile, action: SealedAction, law: Law, calendar: string): Readings {
  const situation = situationOf(after);
  if (action.type === 'MatterOpened') return broughtAlong(action, situation, law, calendar);
  if (action.type === 'CadreReportReceived' || action.type === 'PetitionerCodeReplaced') return before.clocks; // no words of the law: they move no clock
  if (action.type === 'TermsRecounted') return recalculate(before.clocks, calendar, law);
  if (action.type === 'AccusationReturned') return stopAll(before.clocks, { at: action.at }); // they go on at the ordinary desk, from the same receipt
  if (action.type === 'SealedTransferRefused' && before.stage === 'forwarded') return before.clocks; // sent on in vain between two levels: the desk had done its duty
  const { type, at, by } = action;
  const on = 'on' in action ? { on: action.on } : {};
  const told = 'told' in action ? { told: action.told } : {};
  const held = type === 'SealedTransferRefused' && lastReceipt(before) ? stopAll(before.clocks, { at }, ['A28', 'A29']) : before.clocks; // whoever read it owes nobody an answer any more
  const clocks = advance(held, { type, at, calendar, unit: by.unit, ...on, ...told }, situation, law);
  return type === 'MatterConcluded' ? stopAll(clocks, { type, at }, OUTLIVING) : clocks;
}

/** It has run since the first receipt: sealing it away stops nothing. Its registration was done on the ordinary side. */
function broughtAlong(action: Extract<SealedAction, { type: 'MatterOpened' }>, situation: Situation, law: Law, calendar: string): Readings {
  const received = new Date(action.receivedAt);
  const past: readonly (readonly [ActionType, Date])[] = [
    ['IntakeReceived', received],
    ...(action.isPetitionDept ? ([['PetitionDeptReceived', received]] as const) : []),
    ['IntakeRegistered', received],
    ['IntakeEntered', received],
    ['MatterOpened', action.at],
  ];
  return past.reduce<Readings>((clocks, [type, at]) => advance(clocks, { type, at, calendar, unit: action.desk }, situation, law), {});
}

function situationOf(file: SealedFile): Situation {
  const { opening, desk } = file;
  const held = lastReceipt(file);
  const received = opening ? new Date(opening.receivedAt) : undefined;
  return {
    kinds: new Set(['accusation'] as const),
    facts: new Set(factsOf(file)),
    holders: {
      ...(desk && { petitionDept: desk, receivingOrgan: desk, answerableOrgan: desk }),
      ...(held && { answerableOrgan: held.to, ...(held.line === 'discipline' && { disciplineOrgan: held.to }) }),
      petitioner: '信访人',
    },
    ...(received && { firstReceipt: dateInChina(received), intake: { receivedAt: received, registeredAt: received } }),
  };
}

function* factsOf(file: SealedFile): Generator<Fact> {
  if (!file.opening) return;
  const { channel, contactKnown, realName, level } = file.opening;
  const held = lastReceipt(file);
  if (IN_PERSON.has(channel)) yield 'inPerson';
  if (BY_WEB.has(channel)) yield 'byWeb';
  if (channel === 'letter') yield 'byLetter';
  yield contactKnown ? 'contactKnown' : 'contactUnknown';
  if (realName) yield 'realName';
  if (!held?.repeated) yield 'notRepeatedAccusation'; // whether it was made before is for the discipline organ to find: until then it is owed an answer
  if (held?.higher) yield 'superiorJurisdiction';
  if (level !== 'township') yield `level.${level}` as Fact;
}

/** The duty that is due first. */
export function mostUrgent(clocks: Readings): Reading | undefined {
  return Object.values(clocks)
    .filter((reading) => !reading.stoppedOn && isOwed(reading))
    .sort((one, other) => (dueOn(one) < dueOn(other) ? -1 : 1))[0];
}

export function newestOf(clocks: Readings, clock: ClockId): Reading | undefined {
  return Object.values(clocks)
    .filter((reading) => reading.clock === clock)
    .at(-1);
}
