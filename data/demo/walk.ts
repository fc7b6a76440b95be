/**
 * Where a story's path leads: the stages of lifecycle §3, as far as the stories
 * use them. It only checks the data; the law itself is decided by casework.
 */
import type { StoryMatter } from './schema.ts';
import type { Step } from './steps.ts';
import { WAYS_ANYWHERE, WAYS_FROM, WAYS_TO } from './walk-ways.ts';

type Stage = StoryMatter['stage'];
type Name = Step['do'];

const anywhere: readonly Name[] = [
  ...WAYS_ANYWHERE,
  'addNote',
  'addMaterial',
  'noticeFailed',
  'noticeResent',
  'postStatus',
  'reportCompletion',
  'checkReport',
  'evaluate',
  'rewardSuggestion',
];
const open: readonly Stage[] = ['inProgress', 'studying', 'accepted'];
const reopenable: readonly Stage[] = ['notAccepted', 'routed', 'guided'];
const afterOpinion: readonly Stage[] = ['opinionIssued', 'opinionDispatched', 'opinionDelivered', 'performing', 'concluded'];

/** Performing does not wait for a review. */
const BESIDE_REVIEW: readonly Stage[] = ['opinionDelivered', 'performing', 'reviewRequested', 'underReview', 'reviewDelivered'];

const FROM: Partial<Record<Name, readonly Stage[]>> = {
  ...WAYS_FROM,
  passDown: ['triaged'],
  refer: ['triaged'],
  assign: ['triaged'],
  raiseObjection: ['awaitingAcceptance'],
  decideObjection: ['objectionPending'],
  reassign: ['awaitingAcceptance', 'accepted', 'inProgress'],
  attachDuplicate: ['registered', 'triaged', 'awaitingAcceptance'],
  detachDuplicate: ['merged'],
  guideElsewhere: ['triaged'],
  transferSealed: ['registered', 'triaged'],
  receiveSealed: ['sealedTransferred'],
  accept: ['awaitingAcceptance', 'triaged'],
  decline: ['awaitingAcceptance', 'triaged'],
  routeToProcedure: ['awaitingAcceptance', 'triaged', 'inProgress'],
  checkOtherProcedure: ['routed'],
  reopen: reopenable,
  startHandling: ['accepted', 'inProgress'],
  hearPetitioner: open,
  recordInvestigation: open,
  extend: ['inProgress'],
  issueOpinion: ['inProgress'],
  replySuggestion: ['studying'],
  dispatch: ['opinionIssued', 'replied'],
  recordDelivery: ['opinionDispatched', 'replied'],
  deliveryFailed: ['opinionDispatched', 'replied'],
  postPublicNotice: ['opinionIssued', 'opinionDispatched'],
  deemDelivered: ['opinionDispatched'],
  lapseDelivery: ['opinionDispatched'],
  correct: afterOpinion,
  performOpinion: BESIDE_REVIEW,
  verifyPerformance: BESIDE_REVIEW,
  lapseTerm: ['opinionDelivered', 'reviewDelivered'],
  conclude: ['performing', 'opinionDelivered', 'replied', 'routed', 'sealedTransferred'],
  archive: ['concluded', 'furtherRefused', 'merged', 'guided', 'notAccepted'],
};

const TO: Partial<Record<Name, Stage>> = {
  ...WAYS_TO,
  refer: 'awaitingAcceptance',
  assign: 'awaitingAcceptance',
  raiseObjection: 'objectionPending',
  attachDuplicate: 'merged',
  guideElsewhere: 'guided',
  transferSealed: 'sealedTransferred',
  accept: 'accepted',
  decline: 'notAccepted',
  routeToProcedure: 'routed',
  reopen: 'awaitingAcceptance',
  issueOpinion: 'opinionIssued',
  replySuggestion: 'replied',
  postPublicNotice: 'opinionDispatched',
  deemDelivered: 'opinionDelivered',
  lapseDelivery: 'opinionIssued',
  correct: 'inProgress',
  lapseTerm: 'performing',
  conclude: 'concluded',
  archive: 'archived',
};

interface Walk {
  readonly stage: Stage;
  readonly unit: string; // that answers
  readonly before: Stage; // a withdrawal, to which a taken back one returns
  readonly remanded: boolean; // by what the higher organ decided last
  readonly delivered: boolean; // the reply to a suggestion has arrived
  readonly wrong: readonly string[];
}

/** Walks a path and collects what is wrong with it. */
export function walk(matter: StoryMatter, receivedBy: string): Walk {
  const start: Walk = {
    stage: matter.classifiedOn === undefined ? 'registered' : 'triaged',
    unit: receivedBy,
    before: 'triaged',
    remanded: false,
    delivered: false,
    wrong: [],
  };
  let before = matter.classifiedOn ?? 0;
  let stageBefore: Stage = 'triaged';
  return matter.path.reduce((past, step) => {
    const wrong = [...past.wrong];
    const from = FROM[step.do];
    if (!anywhere.includes(step.do) && !from?.includes(past.stage)) wrong.push(`${step.do} at ${past.stage}`);
    if (step.day < before) wrong.push(`${step.do} before day ${before}`);
    before = step.day;
    const next = { stage: nextStage(step, past, matter, stageBefore), unit: 'to' in step && step.do !== 'transferSealed' ? step.to : past.unit };
    if (step.do === 'attachDuplicate') stageBefore = past.stage;
    const kept = {
      before: step.do === 'confirmWithdrawal' ? past.stage : past.before,
      remanded: step.do === 'decideReview' || step.do === 'decideRecheck' ? step.result === 'revokeAndRemand' : past.remanded,
    };
    return { ...next, ...kept, delivered: past.delivered || step.do === 'recordDelivery', wrong };
  }, start);
}

function nextStage(step: Step, { stage, before, remanded }: Walk, { kind, path }: StoryMatter, stageBefore: Stage): Stage {
  switch (step.do) {
    case 'confirmWithdrawal':
      return step.answer === 'free' ? 'withdrawn' : stage;
    case 'undoWithdraw':
      return before;
    case 'performAgreement':
      return step.kept ? 'concluded' : 'inProgress';
    case 'admitReview':
      return stage === 'recheckRequested' ? 'underRecheck' : 'underReview';
    case 'recordReviewDelivery':
      return remanded ? 'inProgress' : 'reviewDelivered';
    case 'recordRecheckDelivery':
      return remanded ? 'inProgress' : 'performing';
    case 'startHandling':
      return kind === 'suggestion' ? 'studying' : 'inProgress';
    case 'decideObjection':
      return step.upheld ? 'triaged' : 'awaitingAcceptance';
    case 'reassign':
      return stage === 'inProgress' ? 'accepted' : 'awaitingAcceptance'; // the new unit names its own handler
    case 'detachDuplicate':
      return stageBefore;
    case 'receiveSealed':
      return step.accepted ? stage : 'triaged';
    case 'dispatch':
      return stage === 'replied' ? 'replied' : 'opinionDispatched';
    case 'recordDelivery':
      return stage === 'replied' ? 'replied' : 'opinionDelivered';
    case 'deliveryFailed':
      return stage === 'replied' ? 'replied' : 'opinionIssued';
    case 'lapseTerm':
      return path.some(({ do: name }) => name === 'issueOpinion') ? 'performing' : stage;
    default:
      return TO[step.do] ?? stage;
  }
}
