import { addDays, dateInChina, type PlainDate } from '#kernel/dates.ts';
import { ALL_ROLES, type Role } from '#kernel/roles.ts';
import type { Words } from '#kernel/decider.ts';
import type { MatterAction, Opening } from '#contexts/casework/domain/actions.ts';
import type { CommandType, MatterCommand } from '#contexts/casework/domain/commands.ts';
import type { MatterDecider } from '#contexts/casework/domain/decide/index.ts';
import { currentAssignment, type Matter } from '#contexts/casework/domain/matter.ts';
import { performingUnit } from '#contexts/casework/domain/performing.ts';
import { PERMISSIONS, PETITIONER, SYSTEM } from '#contexts/casework/domain/permissions.ts';
import type { Stage } from '#contexts/casework/domain/stages.ts';
import { reviewMakers } from './random/review.ts';
import { paperToSend } from './random/sending.ts';
import { drawAim, Path } from './random/aims.ts';
import { awaited } from './random/awaited.ts';
import { hearingMakers } from './random/hearing.ts';
import { simpleMakers } from './random/simple.ts';
import { jointMakers } from './random/joint.ts';
import { withdrawalMakers } from './random/withdrawal.ts';
import { agreementMakers } from './random/agreement.ts';
import { promisesMakers } from './random/promises.ts';
import { sealingMakers } from './random/sealing.ts';
import { careMakers } from './random/care.ts';
import { repeatsMakers } from './random/repeats.ts';
import { collectiveMakers } from './random/collective.ts';
import { proceduresMakers } from './random/procedures.ts';
import { congressMakers } from './random/congress.ts';
import { drawingFrom, type RandomSource } from './random/chance.ts';
import { Tally } from './random/tally.ts';

/**
 * Random lawful lives of a matter, for property tests: at each step somebody
 * who may asks for something that the stage allows, with what it needs more or
 * less in order; the decider says yes or no, and time goes on.
 */
export { chance, type RandomSource } from './random/chance.ts';

export interface World {
  readonly decider: MatterDecider;
  readonly opening: Opening;
  readonly openedAt: Date;
  readonly units: { readonly petition: string; readonly handlers: readonly string[]; readonly government: string };
  readonly tally?: Tally; // of the whole run: what is seldom met is tried more often
  readonly mustHaveRole?: (command: CommandType, role: Role) => void; // somebody of the unit asks in one of its roles
}

export interface Life {
  readonly actions: readonly MatterAction[];
  readonly states: readonly Matter[]; // after each action
  readonly accepted: readonly CommandType[];
  readonly refused: number;
}

const TYPES = Object.keys(PERMISSIONS) as CommandType[];
const IDLE: ReadonlySet<CommandType> = new Set([
  'takeNote',
  'changeContact',
  'addMaterial',
  'consentElectronic',
  'recordToldLater',
  'postStatus',
  'decideReward',
  'reportCompletion',
  'checkReport',
  'chooseSimple',
  'convertToOrdinary',
  'signInstruction',
  'formTaskForce',
  'meetPetitioner',
  'declineMeeting',
  'signCommitment',
  'cancelCommitment',
  'makeCommitment',
  'verifyCommitment',
  'releaseCommitment',
  'submitPreliminaryReport',
  'requestRecusal',
  'challengePanel',
  'decideRecusal',
  'passRecusalUp',
  'flagUrgent',
  'reportUrgent',
  'offerHelp',
  'recordMilestone',
  'disputeRoute',
  'confirmRoute',
  'failMediation',
  'recordAgreementEffect',
  'applyConfirmation',
  'submitCoUnitOpinion',
  'openRoster',
  'joinRoster',
  'leaveRoster',
  'answerWithdrawal',
  'answerAgreement',
  'signAsMember',
  'cancelAsMember',
  'recordRepeat',
  'appealRepeat',
]);
/** What usually comes next: half of the tries follow it, so that a life also reaches the late stages. */
const USUAL: Readonly<Partial<Record<Stage, readonly CommandType[]>>> = {
  registered: ['classify'],
  triaged: ['refer', 'assign', 'accept', 'refer', 'assign', 'accept', 'dispatch', 'passDown', 'guideElsewhere'],
  awaitingAcceptance: ['accept', 'accept', 'dispatch'],
  objectionPending: ['decideObjection'],
  jurisdictionPending: ['decideJurisdiction'],
  awaitingLeadership: ['decideAsLeadership'],
  accepted: ['startHandling', 'startHandling', 'dispatch'],
  inProgress: ['startHandling', 'recordInvestigation', 'hearPetitioner', 'issueOpinion', 'issueOpinion', 'replyDuty', 'requestRecheck'],
  studying: ['replySuggestion'],
  opinionIssued: ['dispatch'],
  opinionDispatched: ['recordDelivery'],
  opinionDelivered: ['requestReview', 'requestReview', 'lapseTerm', 'reportPerformance', 'verifyPerformance'],
  reviewRequested: ['admitReview'],
  underReview: ['decideReview', 'dispatch', 'holdHearing', 'reportHearing'],
  reviewIssued: ['dispatch'],
  reviewDispatched: ['recordDelivery'],
  reviewDelivered: ['requestRecheck', 'requestRecheck', 'lapseTerm', 'reportPerformance', 'verifyPerformance'],
  recheckRequested: ['admitReview'],
  underRecheck: ['decideHearing', 'scheduleHearing', 'dispatch', 'holdHearing', 'reportHearing', 'decideRecheck', 'decideRecheck'],
  recheckIssued: ['dispatch'],
  recheckDispatched: ['recordDelivery'],
  performing: ['reportPerformance', 'verifyPerformance', 'requestReview', 'requestRecheck', 'conclude'],
  replied: ['dispatch', 'recordDelivery'],
  merged: ['detachDuplicate', 'dispatch', 'archive'],
  guided: ['reopen', 'dispatch', 'archive'],
  notAccepted: ['reopen', 'dispatch', 'archive'],
  furtherRefused: ['reopen', 'dispatch', 'archive'],
  routed: ['recordMilestone', 'disputeRoute', 'checkOtherProcedure', 'reopen', 'dispatch'],
  concluded: ['archive'],
};
const text = (id: string): Words => ({ id, hash: 'h' });

/** Lives one matter through `steps` attempts. */
export function live({ decider, opening, openedAt, units, tally = new Tally(), mustHaveRole }: World, random: RandomSource, steps: number): Life {
  const actions: MatterAction[] = [];
  const states: Matter[] = [];
  const accepted: CommandType[] = [];
  let refused = 0;
  let matter = decider.initial;
  let now = openedAt;
  const path = new Path(drawAim(random));

  const record = (type: CommandType, made: () => MatterCommand) => {
    const { stage } = matter;
    const done = tally.attempt('matter', type, () => {
      const taken = decider.decide(made(), matter);
      for (const action of taken) {
        matter = decider.evolve(matter, action);
        actions.push(action);
        states.push(matter);
      }
      return { from: stage, to: matter.stage, actions: taken };
    });
    path.tried(type, done, stage, matter.stage);
    if (done) accepted.push(type);
    else refused += 1;
  };
  record('open', () => ({ type: 'open', opening, by: { person: '登记人', unit: opening.receivedBy }, at: openedAt }));

  for (let step = 0; step < steps && !isOver(matter.stage, random); step += 1) {
    now = new Date(now.getTime() + random.below(path.pauseAt(matter.stage, random)) * 86_400_000 + random.below(8) * 3_600_000);
    const type = choose(matter, path, tally, random);
    record(type, () => {
      const command = make(type, matter, now, units, random, actions.length, path);
      if (mustHaveRole && !isNobodys(command.by.unit)) mustHaveRole(type, roleFor(type, random));
      return command;
    });
  }
  return { actions, states, accepted, refused };
}

/** Little happens any more to what is filed, and nothing to what is sealed. */
const isOver = (stage: Stage, random: RandomSource) => stage === 'sealed' || (stage === 'archived' && random.below(4) === 0);

const isNobodys = (unit: string) => unit === SYSTEM || unit === PETITIONER;

/** Mostly one that may; now and then any other, and is refused. */
function roleFor(type: CommandType, random: RandomSource): Role {
  const { roles } = PERMISSIONS[type];
  const list: readonly Role[] = roles.length > 0 && random.below(12) > 0 ? roles : ALL_ROLES;
  return list[random.below(list.length)]!;
}

/** Mostly what is wanted here. Else of eight tries three go the usual way, three take up what waits, the rest is whatever was done least at this stage. */
function choose(matter: Matter, path: Path, tally: Tally, random: RandomSource): CommandType {
  const fitting = TYPES.filter((type) => type !== 'open' && fits(type, matter));
  const wanted = path.wantedAt(matter.stage);
  if (wanted && fitting.includes(wanted) && random.below(4) > 0) return wanted;
  const waiting = awaited(matter).filter((type) => fitting.includes(type));
  const isHeldUp = waiting.includes('confirmWithdrawal') || waiting.includes('deemDelivered'); // somebody is called back, or the notice hangs out
  const isReady = (type: CommandType) => fitting.includes(type) && (type !== 'archive' || waiting.includes('archive'));
  const usual = (USUAL[matter.stage] ?? []).filter((type) => !isHeldUp && isReady(type));
  const turn = path.leads && random.below(8) > 0 ? 0 : random.below(8);
  if (turn < 3 && usual.length > 0) return usual[random.below(usual.length)]!;
  if (turn < 6 && waiting.length > 0) return waiting[random.below(waiting.length)]!;
  const deciding = random.below(3) > 0 ? fitting.filter((type) => !IDLE.has(type)) : fitting; // what decides something is tried more often than notes
  return tally.choose(deciding.length > 0 ? deciding : fitting, 'matter', matter.stage, random) ?? 'takeNote';
}

function fits(type: CommandType, { stage, papers }: Matter): boolean {
  const { stages } = PERMISSIONS[type];
  if (type === 'recordDelivery' || type === 'reportDeliveryFailed' || type === 'postPublicNotice' || type === 'deemDelivered' || type === 'lapseDelivery') {
    return Object.values(papers).some(({ state }) => state === 'dispatched');
  }
  return stages === 'any' || stages === 'open' || (stages as readonly string[]).includes(stage);
}

function make(
  type: CommandType,
  matter: Matter,
  at: Date,
  units: World['units'],
  random: RandomSource,
  count: number,
  path: Pick<Path, 'kind' | 'grantsNothing'>,
): MatterCommand {
  const drawing = drawingFrom(random);
  const { pick, yes } = drawing;
  const today = dateInChina(at);
  const grounds = text('理由');
  const assignee = currentAssignment(matter)?.to;
  const handler = matter.handlingUnit ?? assignee ?? matter.desk ?? units.petition;
  const onTheWay = Object.entries(matter.papers).filter(([, { state }]) => state === 'dispatched');
  const paper = onTheWay.length > 0 ? pick([onTheWay.at(-1)!, pick(onTheWay)])[0] : `document/${count}`;
  const newPaper = `document/${count}`;
  const sending = { method: pick(['post', 'direct', 'electronic'] as const), evidence: text('凭证') };
  const as = (unit: string, person = `${unit}的人`) => ({ by: { person, unit }, at });
  const writtenOn = () => (random.below(8) > 0 ? today : addDays(today, 1 - random.below(40))); // entered late now and then, or before it happened
  const making = { matter, today, units, handler, newPaper, grounds, ...drawing, as };
  const commands: { readonly [Type in CommandType]: () => MatterCommand } = {
    open: () => ({ type: 'takeNote', text: grounds, shown: true, ...as(handler) }),
    classify: () => {
      const kind = path.kind ?? (yes() || yes() ? 'claim' : 'suggestion');
      const litigation = random.below(matter.opening?.channel === 'visit' ? 3 : 8) === 0;
      return {
        type: 'classify',
        kind,
        purpose: kind === 'claim' ? 'seekResolution' : 'suggestion',
        category: '0306',
        also: [],
        firstTime: yes(),
        general: yes(),
        simple: yes(),
        ownLower: yes(),
        litigation: kind === 'claim' && litigation,
        evaluation: true,
        ...as(matter.desk ?? units.petition),
      };
    },
    attachDuplicate: () => ({
      type: 'attachDuplicate',
      target: { id: 'main', no: '主件', kind: matter.classification?.kind, open: true },
      ground: 'insideTerm',
      grounds,
      ...as(matter.desk ?? units.petition),
    }),
    detachDuplicate: () => ({ type: 'detachDuplicate', grounds, ...as(matter.desk ?? units.petition) }),
    guideElsewhere: () => ({ type: 'guideElsewhere', reason: 'litigationVisitor', place: grounds, grounds, ...as(matter.desk ?? units.petition) }),
    refer: () => ({ type: 'refer', to: pick(units.handlers), ...as(matter.desk ?? units.petition) }),
    assign: () => ({ type: 'assign', to: pick(units.handlers), dueOn: addDays(today, 1 + random.below(80)), ...as(matter.desk ?? units.petition) }),
    passDown: () => ({
      type: 'passDown',
      to: pick([units.petition, units.petition, 'linshui/petition']),
      level: 'county',
      grounds,
      ...as(matter.desk ?? units.petition),
    }),
    raiseObjection: () => ({ type: 'raiseObjection', grounds, ...as(assignee ?? handler) }),
    decideObjection: () => ({ type: 'decideObjection', upheld: yes(), grounds, ...as(currentAssignment(matter)?.from ?? units.petition) }),
    reassign: () => ({ type: 'reassign', to: pick(units.handlers), ground: 'superior', grounds, ...as(units.government) }),
    accept: () => ({
      type: 'accept',
      ...(matter.classification?.kind === 'claim' && { route: random.below(5) === 0 ? ('dutyPerformance' as const) : ('petitionProcedure' as const) }),
      ...(yes() && { claims: [1, 2, 3].slice(0, 1 + random.below(3)).map((no) => ({ no, text: grounds })) }),
      ...as(assignee ?? handler),
    }),
    routeToProcedure: () => ({
      type: 'routeToProcedure',
      route: pick(['administrativeProcedure', 'litigation', 'arbitration'] as const),
      organ: grounds,
      term: grounds,
      reviewer: '审查人',
      grounds,
      ...as(handler),
    }),
    decline: () => ({
      type: 'decline',
      reason: pick(['alreadyAcceptedBelow', 'outsideOwnAndSystem'] as const),
      remedy: grounds,
      grounds,
      ...as(assignee ?? handler),
    }),
    reopen: () => ({ type: 'reopen', grounds, ...as(yes() ? units.government : handler) }),
    checkOtherProcedure: () => ({ type: 'checkOtherProcedure', ended: random.below(4) === 0, state: grounds, ...as(handler) }),
    startHandling: () => ({ type: 'startHandling', handler: { person: pick(['承办人', '承办人乙', '承办人丙']), card: grounds }, ...as(handler) }),
    recordInvestigation: () => ({ type: 'recordInvestigation', on: writtenOn(), staff: 2, record: grounds, ...as(handler) }),
    hearPetitioner: () => ({ type: 'hearPetitioner', on: writtenOn(), refused: yes(), record: grounds, ...as(handler) }),
    extend: () => ({ type: 'extend', days: 1 + random.below(35), grounds, document: newPaper, ...sending, ...as(handler) }),
    issueOpinion: () => {
      const supported = random.below(3) > 0 && !path.grantsNothing;
      const answered = matter.claims.filter(() => random.below(20) > 0); // now and then one is forgotten
      const results = Object.fromEntries(answered.map(({ no }) => [no, supported ? 'supported' : 'explained'] as const));
      const performingUnit = (count % 3 === 0 && units.handlers.find((unit) => unit !== handler)) || handler; // now and then another unit carries it out
      const plan = supported ? { dueOn: addDays(today, 10) as PlainDate, performingUnit } : {};
      return { type: 'issueOpinion', document: newPaper, results, ...plan, ...as(handler) };
    },
    replySuggestion: () => ({ type: 'replySuggestion', document: newPaper, adopted: 'partly', contribution: yes(), grounds, ...as(handler) }),
    performDuty: () => ({ type: 'performDuty', done: grounds, ...as(handler) }),
    replyDuty: () => ({ type: 'replyDuty', document: newPaper, performed: yes(), grounds, ...as(handler) }),
    decideReward: () => ({ type: 'decideReward', rewarded: yes(), grounds, ...as(handler) }),
    dispatch: () => ({ type: 'dispatch', ...paperToSend(making), ...sending }),
    recordDelivery: () => ({
      type: 'recordDelivery',
      document: paper,
      method: 'direct',
      evidence: grounds,
      on: writtenOn(),
      ...as(matter.papers[paper]?.by ?? handler),
    }),
    reportDeliveryFailed: () => ({ type: 'reportDeliveryFailed', document: paper, grounds, ...as(matter.papers[paper]?.by ?? handler) }),
    postPublicNotice: () => ({ type: 'postPublicNotice', document: paper, place: grounds, ...as(matter.papers[paper]?.by ?? handler) }),
    deemDelivered: () => ({
      type: 'deemDelivered',
      document: Object.values(matter.clocks).find(({ clock, stoppedOn }) => clock === 'B16' && !stoppedOn)?.instance ?? paper,
      ...as('系统'),
    }),
    lapseDelivery: () => ({
      type: 'lapseDelivery',
      document: Object.values(matter.clocks).find(({ clock, stoppedOn, legalOn }) => clock === 'A34' && !stoppedOn && legalOn < today)?.instance ?? paper,
      ...as('系统'),
    }),
    postStatus: () => ({ type: 'postStatus', told: grounds, ...as(handler) }),
    recordToldLater: () => ({ type: 'recordToldLater', grounds, ...as(matter.desk ?? units.petition) }),
    reportCompletion: () => ({ type: 'reportCompletion', report: grounds, ...as(assignee ?? handler) }),
    checkReport: () => ({ type: 'checkReport', accepted: yes(), grounds, ...as(currentAssignment(matter)?.from ?? units.petition) }),
    reportPerformance: () => ({ type: 'reportPerformance', evidence: grounds, ...as(performingUnit(matter) ?? handler) }),
    verifyPerformance: () => ({
      type: 'verifyPerformance',
      answer: pick(['petitionerConfirms', 'petitionerDenies', 'petitionerNotReached'] as const),
      evidence: grounds,
      ...as(matter.petitionDept ?? units.petition),
    }),
    lapseTerm: () => ({ type: 'lapseTerm', ...as('系统') }),
    conclude: () => ({ type: 'conclude', reason: 'noReviewInTime', ...as(handler) }),
    archive: () => ({ type: 'archive', archiveNo: 'J021-ZY·XF·01·2026·Y-0001', ...as(matter.handlingUnit ?? matter.desk ?? handler) }),
    correct: () => ({ type: 'correct', as: 'superior', dueOn: addDays(today, random.below(70)), grounds, ...as(units.government) }),
    consentElectronic: () => ({ type: 'consentElectronic', consented: yes(), ...as('信访人') }),
    changeContact: () => ({ type: 'changeContact', parties: grounds, contactKnown: matter.opening?.contactKnown ?? true, ...as('信访人') }),
    takeNote: () => ({ type: 'takeNote', text: grounds, shown: yes(), ...as(handler) }),
    addMaterial: () => ({ type: 'addMaterial', text: grounds, ...as('信访人') }),
    ...reviewMakers(making),
    ...hearingMakers(making),
    ...simpleMakers(making),
    ...jointMakers(making),
    ...withdrawalMakers(making),
    ...agreementMakers(making),
    ...promisesMakers(making),
    ...careMakers(making),
    ...congressMakers(making),
    ...sealingMakers(making),
    ...proceduresMakers(making),
    ...collectiveMakers(making),
    ...repeatsMakers(making),
  };
  return commands[type]();
}
