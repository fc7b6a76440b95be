import { addDays, dateInChina, type PlainDate } from '#kernel/dates.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { Words } from '#kernel/decider.ts';
import type { MatterAction, Opening } from '#contexts/casework/domain/actions.ts';
import type { CommandType, MatterCommand } from '#contexts/casework/domain/commands.ts';
import type { MatterDecider } from '#contexts/casework/domain/decide/index.ts';
import { answerableOrgan, currentAssignment, type Matter } from '#contexts/casework/domain/matter.ts';
import { PERMISSIONS } from '#contexts/casework/domain/permissions.ts';
import type { Stage } from '#contexts/casework/domain/stages.ts';
import type { PaperKind } from '#contexts/casework/domain/papers.ts';
import { hasRound, reviewDocument, reviewMakers, reviewPaperDue, suspensionPhase } from './random/review.ts';
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

/**
 * Random lawful lives of a matter, for property tests: at each step somebody
 * who may asks for something that the stage allows, with what it needs more or
 * less in order; the decider says yes or no, and time goes on.
 */
export interface RandomSource {
  below(limit: number): number;
}

/** The same numbers for the same seed (mulberry32): a failure can be run again. */
export function chance(seed: number): RandomSource {
  let state = seed >>> 0;
  return {
    below(limit) {
      state = (state + 0x6d2b79f5) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
    },
  };
}

interface World {
  readonly decider: MatterDecider;
  readonly opening: Opening;
  readonly openedAt: Date;
  readonly units: { readonly petition: string; readonly handlers: readonly string[]; readonly government: string };
}

export interface Life {
  readonly actions: readonly MatterAction[];
  readonly states: readonly Matter[]; // after each action
  readonly accepted: readonly CommandType[];
  readonly refused: number;
}

const TYPES = Object.keys(PERMISSIONS) as CommandType[];
const ASIDE: ReadonlySet<CommandType> = new Set([
  'correct',
  'reassign',
  'attachDuplicate',
  'decline',
  'routeToProcedure',
  'passDown',
  'extend',
  'reportDeliveryFailed',
  'postPublicNotice',
  'deemDelivered',
  'compareWithEarlier',
  'refuseFurther',
  'extendReview',
  'tellHearingRight',
  'cancelHearing',
  'confirmWithdrawal',
  'askLeadership',
  'openJurisdictionTalks',
  'disputeJurisdiction',
  'recordNoSuccessor',
  'openGreenChannel',
  'releaseLocalTerm',
  'undoWithdraw',
  'startMediation',
  'signAgreement',
  'moveToSealed',
]);
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
  'requestWithdrawal',
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
  'decideRecusal',
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
  'recordRepeat',
  'appealRepeat',
]);
/** What usually comes next: half of the tries follow it, so that a life also reaches the late stages. */
const USUAL: Readonly<Partial<Record<Stage, readonly CommandType[]>>> = {
  registered: ['classify'],
  triaged: ['refer', 'assign', 'accept', 'refer', 'assign', 'accept', 'dispatch', 'guideElsewhere', 'refuseFurther'],
  awaitingAcceptance: ['accept', 'accept', 'accept', 'compareWithEarlier', 'refuseFurther'],
  accepted: ['startHandling'],
  inProgress: ['startHandling', 'recordInvestigation', 'hearPetitioner', 'issueOpinion', 'issueOpinion', 'replyDuty'],
  studying: ['replySuggestion'],
  opinionIssued: ['dispatch'],
  opinionDispatched: ['recordDelivery'],
  opinionDelivered: ['requestReview', 'requestReview', 'lapseTerm', 'reportPerformance', 'verifyPerformance'],
  reviewRequested: ['admitReview'],
  underReview: ['decideReview', 'dispatch'],
  reviewIssued: ['dispatch'],
  reviewDispatched: ['recordDelivery'],
  reviewDelivered: ['requestRecheck', 'requestRecheck', 'lapseTerm', 'reportPerformance', 'verifyPerformance'],
  recheckRequested: ['admitReview'],
  underRecheck: ['decideHearing', 'scheduleHearing', 'dispatch', 'holdHearing', 'reportHearing', 'decideRecheck'],
  recheckIssued: ['dispatch'],
  recheckDispatched: ['recordDelivery'],
  performing: ['reportPerformance', 'verifyPerformance', 'requestReview', 'conclude'],
  replied: ['dispatch', 'recordDelivery'],
  concluded: ['archive'],
};
const text = (id: string): Words => ({ id, hash: 'h' });

/** Lives one matter through `steps` attempts. */
export function live(world: World, random: RandomSource, steps: number): Life {
  const { decider, opening, openedAt, units } = world;
  const actions: MatterAction[] = [];
  const states: Matter[] = [];
  const accepted: CommandType[] = [];
  let refused = 0;
  let matter = decider.initial;
  let now = openedAt;

  const record = (command: MatterCommand) => {
    for (const action of decider.decide(command, matter)) {
      matter = decider.evolve(matter, action);
      actions.push(action);
      states.push(matter);
    }
    accepted.push(command.type);
  };
  record({ type: 'open', opening, by: { person: '登记人', unit: opening.receivedBy }, at: openedAt });

  for (let step = 0; step < steps; step += 1) {
    now = new Date(now.getTime() + random.below(random.below(4) === 0 ? 40 : 4) * 86_400_000 + random.below(8) * 3_600_000);
    const fitting = TYPES.filter((type) => type !== 'open' && fits(type, matter));
    const moving = fitting.filter((type) => !IDLE.has(type)); // what decides something is tried more often than notes
    const onward = moving.filter((type) => !ASIDE.has(type));
    const usual = (USUAL[matter.stage] ?? []).filter((type) => fitting.includes(type));
    const other = onward.length > 0 && random.below(3) > 0 ? onward : moving.length > 0 && random.below(4) > 0 ? moving : fitting;
    const list = usual.length > 0 && random.below(2) === 0 ? usual : other;
    const waiting = awaited(matter).filter((one) => fitting.includes(one));
    const chosen = waiting.length > 0 && random.below(3) === 0 ? waiting : list;
    const type = chosen[random.below(chosen.length)] ?? 'takeNote';
    try {
      record(make(type, matter, now, units, random, actions.length));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused += 1;
    }
  }
  return { actions, states, accepted, refused };
}

function fits(type: CommandType, { stage, papers }: Matter): boolean {
  const { stages } = PERMISSIONS[type];
  if (type === 'recordDelivery' || type === 'reportDeliveryFailed' || type === 'postPublicNotice' || type === 'deemDelivered') {
    return Object.values(papers).some(({ state }) => state === 'dispatched');
  }
  return stages === 'any' || stages === 'open' || (stages as readonly string[]).includes(stage);
}

const KINDS_OF_PAPER: readonly PaperKind[] = [
  'destinationNotice',
  'acceptanceNotice',
  'nonAcceptanceNotice',
  'routeNotice',
  'guidanceSlip',
  'handlingOpinion',
  'suggestionReply',
  'statusNotice',
  'refusalNotice',
];

function make(type: CommandType, matter: Matter, at: Date, units: World['units'], random: RandomSource, count: number): MatterCommand {
  const pick = <T>(list: readonly T[]): T => list[random.below(list.length)]!;
  const yes = () => random.below(2) === 0;
  const today = dateInChina(at);
  const grounds = text('理由');
  const assignee = currentAssignment(matter)?.to;
  const handler = matter.handlingUnit ?? assignee ?? matter.desk ?? units.petition;
  const paper = Object.entries(matter.papers).find(([, { state }]) => state === 'dispatched')?.[0] ?? `document/${count}`;
  const newPaper = `document/${count}`;
  const sending = { method: pick(['post', 'direct', 'electronic'] as const), evidence: text('凭证') };
  const as = (unit: string, person = `${unit}的人`) => ({ by: { person, unit }, at });
  const making = { matter, today, units, handler, newPaper, grounds, below: random.below.bind(random), pick, yes, as };
  const commands: { readonly [Type in CommandType]: () => MatterCommand } = {
    open: () => ({ type: 'takeNote', text: grounds, shown: true, ...as(handler) }),
    classify: () => {
      const kind = yes() || yes() ? 'claim' : 'suggestion';
      const litigation = random.below(8) === 0;
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
    passDown: () => ({ type: 'passDown', to: units.petition, level: 'county', grounds, ...as(matter.desk ?? units.petition) }),
    raiseObjection: () => ({ type: 'raiseObjection', grounds, ...as(assignee ?? handler) }),
    decideObjection: () => ({ type: 'decideObjection', upheld: yes(), grounds, ...as(currentAssignment(matter)?.from ?? units.petition) }),
    reassign: () => ({ type: 'reassign', to: pick(units.handlers), ground: 'superior', grounds, ...as(units.government) }),
    accept: () => ({
      type: 'accept',
      ...(matter.classification?.kind === 'claim' && { route: random.below(5) === 0 ? ('dutyPerformance' as const) : ('petitionProcedure' as const) }),
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
    recordInvestigation: () => ({ type: 'recordInvestigation', on: today, staff: 2, record: grounds, ...as(handler) }),
    hearPetitioner: () => ({ type: 'hearPetitioner', on: today, refused: yes(), record: grounds, ...as(handler) }),
    extend: () => ({ type: 'extend', days: 1 + random.below(35), grounds, document: newPaper, ...sending, ...as(handler) }),
    issueOpinion: () => {
      const supported = yes();
      const results = Object.fromEntries(matter.claims.map(({ no }) => [no, supported ? 'supported' : 'explained'] as const));
      const plan = supported ? { dueOn: addDays(today, 10) as PlainDate, performingUnit: handler } : {};
      return { type: 'issueOpinion', document: newPaper, results, ...plan, ...as(handler) };
    },
    replySuggestion: () => ({ type: 'replySuggestion', document: newPaper, adopted: 'partly', contribution: yes(), grounds, ...as(handler) }),
    performDuty: () => ({ type: 'performDuty', done: grounds, ...as(handler) }),
    replyDuty: () => ({ type: 'replyDuty', document: newPaper, performed: yes(), grounds, ...as(handler) }),
    decideReward: () => ({ type: 'decideReward', rewarded: yes(), grounds, ...as(handler) }),
    dispatch: () => {
      const due =
        matter.stage === 'opinionIssued'
          ? 'handlingOpinion'
          : matter.stage === 'replied'
            ? matter.dutyReply
              ? 'dutyReply'
              : 'suggestionReply'
            : (reviewPaperDue(matter) ?? pick(KINDS_OF_PAPER));
      const document =
        due === 'handlingOpinion'
          ? (matter.opinion?.document ?? newPaper)
          : due === 'suggestionReply'
            ? (matter.reply?.document ?? newPaper)
            : due === 'dutyReply'
              ? (matter.dutyReply?.document ?? newPaper)
              : (reviewDocument(matter, due) ?? newPaper);
      const issuer = due === 'reviewOpinion' || due === 'recheckOpinion' || hasRound(due) ? (answerableOrgan(matter) ?? handler) : handler;
      return {
        type: 'dispatch',
        document,
        paper: due,
        ...(due === 'guidanceSlip' && { reason: 'outsideOwnAndSystem' as const }),
        ...(due === 'suspensionNotice' && { phase: suspensionPhase(matter) }),
        ...sending,
        ...as(issuer),
      };
    },
    recordDelivery: () => ({
      type: 'recordDelivery',
      document: paper,
      method: 'direct',
      evidence: grounds,
      on: today,
      ...as(matter.papers[paper]?.by ?? handler),
    }),
    reportDeliveryFailed: () => ({ type: 'reportDeliveryFailed', document: paper, grounds, ...as(matter.papers[paper]?.by ?? handler) }),
    postPublicNotice: () => ({ type: 'postPublicNotice', document: paper, place: grounds, ...as(matter.papers[paper]?.by ?? handler) }),
    deemDelivered: () => ({ type: 'deemDelivered', document: paper, ...as('系统') }),
    postStatus: () => ({ type: 'postStatus', told: grounds, ...as(handler) }),
    recordToldLater: () => ({ type: 'recordToldLater', grounds, ...as(matter.desk ?? units.petition) }),
    reportCompletion: () => ({ type: 'reportCompletion', report: grounds, ...as(assignee ?? handler) }),
    checkReport: () => ({ type: 'checkReport', accepted: yes(), grounds, ...as(currentAssignment(matter)?.from ?? units.petition) }),
    reportPerformance: () => ({ type: 'reportPerformance', evidence: grounds, ...as(handler) }),
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
