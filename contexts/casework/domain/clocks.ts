import { advance, recalculate, stopAll } from '#kernel/clocks/engine.ts';
import { CLOCKS } from '#kernel/clocks/index.ts';
import type { Happening, Reading, Readings, Situation } from '#kernel/clocks/reading.ts';
import { settledMeanwhile } from '#kernel/clocks/stops.ts';
import { EVERY_KIND, type ClockId, type Fact, type HolderRole, type Kind } from '#kernel/clocks/rule.ts';
import type { Law } from '#kernel/law.ts';
import { ACTIONS, type ActionType } from '#kernel/vocabulary.ts';
import { BY_WEB, IN_PERSON } from '#kernel/channels.ts';
import { answerableOrgan, currentAssignment, supports, type Matter } from './matter.ts';
import type { MatterAction } from './actions.ts';
import { isOpen } from './stages.ts';
import { recusalsOf } from './ways/care/state.ts';
import { coUnitsOf, hasCoUnits } from './ways/joint/state.ts';
import { resumed } from './ways/review/undone.ts';
import { withoutRequest } from './ways/withdrawal/request.ts';

/** An action with what its recording adds; before it is recorded, the calendar in force is given by the decider. */
export type Dated = MatterAction & { readonly calendar?: string };

/** The clocks of a matter after one more action, of whatever stream: they are a fold over its whole history. */
export function clocksAfter(before: Matter, after: Matter, action: Dated, law: Law, calendar: string): Readings {
  if (action.type === 'MatterOpened') return broughtAlong(after, action, law, action.calendar ?? calendar);
  const { type } = action;
  if (type === 'MatterSealed') return {}; // they go on in the sealed line, from the same receipt
  if (type === 'TermsRecounted') return recalculate(before.clocks, action.calendar ?? calendar, law);
  if (type === 'ConclusionUndone') return resumed(before.clocks, action.at);
  if (action.type === 'RecheckRequestWithdrawn') return withoutRequest(before, action, law, action.calendar ?? calendar);
  if (!isAction(type)) return before.clocks; // a record beside the vocabulary moves no clock
  const happening = happeningOf(action, type, calendar);
  const situation = situationOf(after, action);
  const stood = before.stage === 'withdrawn' ? { ...before, clocks: settledMeanwhile(before.clocks, happening, situation) } : before;
  const clocks = advance(replaced(stood, after, happening), happening, situation, law);
  return isOpen(before.stage) && !isOpen(after.stage) ? stopAll(clocks, happening, OUTLIVING) : clocks;
}

/**
 * What goes on beside an end stage (lifecycle 4.1): the notice that is still
 * owed, the proof that it arrived, reports, performance, rewards, the rating.
 */
const OUTLIVING: readonly ClockId[] = ['A04', 'A05', 'A06', 'A16', 'A27', 'A34', 'A41', 'A44', 'A48', 'B06', 'B07', 'B08', 'B16', 'D11'];

const isAction = (type: string): type is ActionType => type in ACTIONS;

/** What the clocks of an opinion are when another takes its place: a new one, or one before a higher organ that changes or revokes it. */
function replaced(before: Matter, after: Matter, happening: Happening): Readings {
  if (happening.type === 'PublicNoticePosted') return hung(before.clocks, happening);
  const ended = endedBy(after, happening);
  if (ended.length === 0) return before.clocks;
  const others = Object.values(before.clocks).flatMap(({ clock }) => (ended.includes(clock) ? [] : [clock]));
  return stopAll(before.clocks, happening, others);
}

/** While a notice hangs, the notice is the proof: what is waited for is B16, and the paper does not count as failed meanwhile. */
function hung(clocks: Readings, happening: Happening): Readings {
  const proof = newestOf(clocks, 'A34', happening.document);
  if (!proof) return clocks;
  if (proof.stoppedBy === 'MatterWithdrawn') return { ...clocks, [proof.key]: { ...proof, stoppedBy: happening.type } }; // and does not come back with the matter
  return proof.stoppedOn ? clocks : { ...clocks, ...stopAll({ [proof.key]: proof }, happening) };
}

function endedBy({ review, recheck }: Matter, { type }: Happening): readonly ClockId[] {
  if (type === 'OpinionIssued') return ['A17', 'A19', 'E07']; // the new opinion has terms of its own
  if (type === 'AgreementBroken') return ['A38']; // what was promised in it is owed no more; the next agreement has a date of its own
  const round = type === 'ReviewOpinionDispatched' ? review : type === 'RecheckOpinionDispatched' ? recheck : undefined;
  return round?.opinion && round.opinion.result !== 'uphold' ? ['A27'] : []; // what the old one promised gives way before anything is promised anew
}

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
  const { assignment, document, days, dueOn, told, postmarkOn, period, part } = from;
  const on = 'termFrom' in action && action.termFrom ? action.termFrom : from.on;
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

/** What a matter is at a moment, as far as the law asks before it lets a clock run; most acts ask for little of it. */
export function situationOf(matter: Matter, action?: Dated): Situation {
  const { opening, classification, firstReceipt, unitReceipt, acceptedOn } = matter;
  let facts: Situation['facts'] | undefined;
  let holders: Situation['holders'] | undefined;
  const situation: { -readonly [Key in keyof Situation]: Situation[Key] } = {
    kinds: classification ? ONE_KIND[classification.kind] : EVERY_KIND,
    get facts() {
      return (facts ??= new Set(factsOf(matter)));
    },
    get holders() {
      return (holders ??= holdersOf(matter, action));
    },
  };
  if (firstReceipt) situation.firstReceipt = firstReceipt;
  if (unitReceipt) situation.unitReceipt = unitReceipt;
  if (acceptedOn) situation.acceptance = acceptedOn;
  if (hasCoUnits(matter)) situation.coUnits = coUnitsOf(matter).map(({ unit }) => unit);
  if (opening) situation.intake = { receivedAt: new Date(opening.receivedAt), registeredAt: new Date(opening.registeredAt) };
  return situation;
}

/** One set each, made once: every act asks. */
const ONE_KIND = Object.fromEntries([...EVERY_KIND].map((kind) => [kind, new Set([kind])])) as unknown as Readonly<Record<Kind, ReadonlySet<Kind>>>;

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
  if (currentAssignment(matter)?.byCongress) yield 'byCongress';
  if (supports(matter)) yield 'supported';
  if (hasCoUnits(matter)) yield 'severalUnits';
  if (matter.promises?.mutual?.online) yield 'signedOnline';
  const rechecking = matter.hearings?.filter(({ instance, decidedOn }) => instance === 'recheck' && decidedOn).length ?? 0;
  if (matter.stage === 'underRecheck') yield 'atRecheck';
  if (rechecking === 1) yield 'firstHearing';
  if (!classification) return;
  if (classification.litigation || (matter.stage === 'routed' && route === 'litigation')) yield 'litigationClaim';
  if (classification.simple) yield 'simpleScope';
  if (classification.ownLower && !opening.isPetitionDept) yield 'ownSystemLower';
  if (classification.firstTime) {
    yield 'firstTime';
    yield 'firstTimeOrImportant';
  }
  if (classification.general) yield 'generalMatter';
  if (classification.evaluation) yield 'evaluationScope';
}

function holdersOf(matter: Matter, action?: Dated): Partial<Record<HolderRole, string>> {
  const { opening, petitionDept, desk, handlingUnit, joint, promises } = matter;
  const assignment = currentAssignment(matter);
  const answerable = answerableOrgan(matter);
  const issuer = action && 'document' in action && matter.reviewers?.includes(action.by.unit) ? action.by.unit : undefined; // a paper of the organ above
  const handling = handlingUnit ?? joint?.lead ?? assignment?.to ?? (matter.stage === 'awaitingAcceptance' ? desk : undefined);
  return {
    ...(opening && { receivingOrgan: opening.receivedBy }),
    ...(petitionDept && { petitionDept }),
    ...(opening && !opening.isPetitionDept && desk && { directUnit: desk }),
    ...(handling && { handlingUnit: handling }),
    ...(answerable && { answerableOrgan: answerable }),
    ...(assignment && { referringBody: assignment.from }),
    ...(handling && { deliveringOrgan: handling }),
    ...(matter.review && { reviewOrgan: matter.review.organ }),
    ...(matter.recheck && { recheckOrgan: matter.recheck.organ }),
    ...(issuer && { deliveringOrgan: issuer }),
    ...(matter.hearings?.length && answerable && { hearingHost: answerable }),
    ...(opening && { territorialOrgan: matter.petitionDept ?? opening.receivedBy }), // named by the county, until the place of the petitioner is told (P)
    ...(joint?.dispute && { decidingBody: joint.dispute.decidingBody }),
    ...(joint?.leadership && { partyGovernment: joint.leadership.to }),
    ...(handling && { unitLeader: handling }),
    ...((handling ?? desk) && { unitHead: recusalsOf(matter).findLast(({ state }) => state === 'pending')?.unit ?? handling ?? desk! }),
    ...(promises?.green && { countyLeader: promises.green.leader }),
    ...(promises && promises.commitments.length > 0 && { promiser: promises.commitments.at(-1)!.owner }),
    ...(matter.stage === 'routed' && OUTSIDE),
    parties: '双方当事人',
    petitioner: '信访人',
  };
}

/** Organs of the other procedure: their terms are shown, and no desk of ours is charged with them. */
const OUTSIDE: Partial<Record<HolderRole, string>> = { reconsiderationOrgan: '行政复议机关', judicialOrgan: '人民法院、人民检察院' };

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
  if (role === 'unitHead') return recusalsOf(matter).find(({ part }) => part === instance)?.above ?? holder;
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
