import { advance, stopAll } from '#kernel/clocks/engine.ts';
import { CLOCKS } from '#kernel/clocks/index.ts';
import type { Happening, Reading, Readings, Situation } from '#kernel/clocks/reading.ts';
import { EVERY_KIND, type ClockId, type Fact, type HolderRole, type Kind } from '#kernel/clocks/rule.ts';
import type { Law } from '#kernel/law.ts';
import { ACTIONS, type ActionType } from '#kernel/vocabulary.ts';
import { BY_WEB, IN_PERSON } from '#kernel/channels.ts';
import { answerableOrgan, currentAssignment, supports, type Matter } from './matter.ts';
import type { MatterAction } from './actions.ts';
import { isOpen } from './stages.ts';

/** An action with what its recording adds; before it is recorded, the calendar in force is given by the decider. */
export type Dated = MatterAction & { readonly calendar?: string };

/** The clocks of a matter after one more action, of whatever stream: they are a fold over its whole history. */
export function clocksAfter(before: Matter, after: Matter, action: Dated, law: Law, calendar: string): Readings {
  if (action.type === 'MatterOpened') return broughtAlong(after, action, law, calendar);
  const { type } = action;
  if (!isAction(type)) return before.clocks; // a record beside the vocabulary moves no clock
  const happening = happeningOf(action, type, calendar);
  const clocks = advance(before.clocks, happening, situationOf(after), law);
  return isOpen(before.stage) && !isOpen(after.stage) ? stopAll(clocks, happening, OUTLIVING) : clocks;
}

/**
 * What goes on beside an end stage (lifecycle 4.1): the notice that is still
 * owed, the proof that it arrived, reports, performance, rewards, the rating.
 */
const OUTLIVING: readonly ClockId[] = ['A04', 'A05', 'A06', 'A16', 'A27', 'A34', 'A41', 'A44', 'A48', 'B06', 'B07', 'B08', 'B16'];

const isAction = (type: string): type is ActionType => type in ACTIONS;

/** A matter inherits what has run since its earliest intake came (statutes 2, split and merged intake). */
function broughtAlong(after: Matter, action: Extract<Dated, { type: 'MatterOpened' }>, law: Law, calendar: string): Readings {
  const situation = situationOf(after);
  const received = new Date(action.receivedAt);
  const registered = new Date(action.registeredAt);
  const past: readonly (readonly [ActionType, Date])[] = [
    ['IntakeReceived', received],
    ...(action.isPetitionDept ? ([['PetitionDeptReceived', received]] as const) : []),
    ['IntakeRegistered', registered],
    ['IntakeEntered', registered],
    ['MatterOpened', action.at],
  ];
  return past.reduce<Readings>((clocks, [type, at]) => advance(clocks, { type, at, calendar, unit: action.receivedBy }, situation, law), {});
}

function happeningOf(action: Dated, type: ActionType, calendar: string): Happening {
  const { at, by } = action;
  const from = action as Partial<Pick<Happening, 'assignment' | 'document' | 'on' | 'days' | 'dueOn' | 'told' | 'postmarkOn' | 'period' | 'part'>>;
  const { assignment, document, on, days, dueOn, told, postmarkOn, period, part } = from;
  return {
    type,
    at,
    calendar: action.calendar ?? calendar,
    unit: by.unit,
    ...(assignment && { assignment }),
    ...(document && { document }),
    ...(on && { on }),
    ...(days !== undefined && { days }),
    ...(dueOn && { dueOn }),
    ...(told && { told }),
    ...(postmarkOn && { postmarkOn }),
    ...(period && { period }),
    ...(part && { part }),
  };
}

/** What a matter is at a moment, as far as the law asks before it lets a clock run. */
export function situationOf(matter: Matter): Situation {
  const { opening, classification, firstReceipt, unitReceipt, acceptedOn } = matter;
  const kinds: ReadonlySet<Kind> = classification ? new Set([classification.kind]) : EVERY_KIND;
  return {
    kinds,
    facts: new Set(factsOf(matter)),
    holders: holdersOf(matter),
    ...(firstReceipt && { firstReceipt }),
    ...(unitReceipt && { unitReceipt }),
    ...(acceptedOn && { acceptance: acceptedOn }),
    ...(opening && { intake: { receivedAt: new Date(opening.receivedAt), registeredAt: new Date(opening.registeredAt) } }),
  };
}

function* factsOf(matter: Matter): Generator<Fact> {
  const { opening, classification, route } = matter;
  if (!opening) return;
  if (IN_PERSON.has(opening.channel)) yield 'inPerson';
  if (BY_WEB.has(opening.channel)) yield 'byWeb';
  if (opening.channel === 'letter') yield 'byLetter';
  yield opening.contactKnown ? 'contactKnown' : 'contactUnknown';
  if (!opening.isPetitionDept || currentAssignment(matter)) yield 'notPetitionDept';
  if (opening.level !== 'township') yield `level.${opening.level}`;
  if (route === 'petitionProcedure') yield 'petitionProcedure';
  if (route === 'dutyPerformance') yield 'dutyPerformance';
  if (matter.stage === 'routed') yield 'routed';
  if (currentAssignment(matter)?.reportDuty) yield 'reportDuty';
  if (supports(matter)) yield 'supported';
  if (!classification) return;
  if (classification.litigation) yield 'litigationClaim';
  if (classification.simple) yield 'simpleScope';
  if (classification.ownLower && !opening.isPetitionDept) yield 'ownSystemLower';
  if (classification.firstTime) yield 'firstTime';
  if (classification.general) yield 'generalMatter';
  if (classification.evaluation) yield 'evaluationScope';
}

function holdersOf(matter: Matter): Partial<Record<HolderRole, string>> {
  const { opening, petitionDept, desk, handlingUnit } = matter;
  const assignment = currentAssignment(matter);
  const answerable = answerableOrgan(matter);
  const handling = handlingUnit ?? assignment?.to ?? (matter.stage === 'awaitingAcceptance' ? desk : undefined);
  return {
    ...(opening && { receivingOrgan: opening.receivedBy }),
    ...(petitionDept && { petitionDept }),
    ...(opening && !opening.isPetitionDept && desk && { directUnit: desk }),
    ...(handling && { handlingUnit: handling }),
    ...(answerable && { answerableOrgan: answerable }),
    ...(assignment && { referringBody: assignment.from }),
    ...(handling && { deliveringOrgan: handling }),
    petitioner: '信访人',
  };
}

/** The newest run of a clock; of a paper or an assignment, if one is named. */
export function newestOf(clocks: Readings, clock: ClockId, instance?: string): Reading | undefined {
  return Object.values(clocks)
    .filter((reading) => reading.clock === clock && (instance === undefined || reading.instance === instance))
    .reduce<Reading | undefined>((newest, reading) => (newest && newest.startedAt > reading.startedAt ? newest : reading), undefined);
}

/** The names of duties that still run: a file is not closed over them. What may outlive a matter is not counted. */
export function openDuties(clocks: Readings): string[] {
  return Object.values(clocks)
    .filter(({ clock, stoppedOn }) => !stoppedOn && CLOCKS[clock].type !== 'right' && CLOCKS[clock].type !== 'window')
    .map(({ clock }) => CLOCKS[clock].name);
}

/** Who has to keep this clock now: a matter that was handed on took its clocks along. */
export function holderNow(reading: Reading, matter: Matter): string {
  const { role, holder, instance } = reading;
  if (instance !== undefined) return holder;
  if (role === 'handlingUnit') return matter.handlingUnit ?? currentAssignment(matter)?.to ?? holder;
  if (role === 'answerableOrgan') return answerableOrgan(matter) ?? holder;
  if (role === 'petitionDept') return matter.petitionDept ?? holder;
  return holder;
}

/** Does a clock of this stage still run? In every open stage the answer is yes (不变量 7). */
export function hasRunning(matter: Matter): boolean {
  return (
    !isOpen(matter.stage) ||
    Object.values(matter.clocks).some(({ stoppedOn, role, clock }) => !stoppedOn && (role === 'petitioner' || CLOCKS[clock].type !== 'right'))
  );
}
