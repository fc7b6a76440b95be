/** Between which stages the further steps lead (lifecycle 3): the part of walk.ts that speaks of the ways of casework. */
import type { StoryMatter } from './schema.ts';
import type { Step } from './steps.ts';

type Stage = StoryMatter['stage'];
type Name = Step['do'];

export const WAYS_ANYWHERE: readonly Name[] = [
  'flagUrgent',
  'reportUrgent',
  'offerHelp',
  'makeCommitment',
  'verifyCommitment',
  'requestRecusal',
  'decideRecusal',
  'submitPreliminaryReport',
  'moveToSealed',
];

const IN_HAND: readonly Stage[] = ['awaitingAcceptance', 'accepted', 'inProgress', 'studying'];
const BEFORE_DELIVERY: readonly Stage[] = ['triaged', ...IN_HAND, 'opinionIssued', 'reviewRequested', 'underReview'];

export const WAYS_FROM: Partial<Record<Name, readonly Stage[]>> = {
  askLeadership: ['triaged'],
  decideAsLeadership: ['awaitingLeadership'],
  openJurisdictionTalks: ['awaitingAcceptance'],
  agreeLead: ['awaitingAcceptance'],
  submitCoUnitOpinion: ['accepted', 'inProgress'],
  disputeJurisdiction: ['awaitingAcceptance'],
  decideJurisdiction: ['jurisdictionPending'],
  chooseSimple: ['accepted', 'inProgress'],
  convertToOrdinary: ['accepted', 'inProgress'],
  startMediation: ['inProgress'],
  failMediation: ['inProgress'],
  signAgreement: ['inProgress'],
  recordAgreementEffect: ['agreed'],
  applyConfirmation: ['agreed'],
  performAgreement: ['agreed'],
  requestWithdrawal: BEFORE_DELIVERY,
  confirmWithdrawal: BEFORE_DELIVERY,
  undoWithdraw: ['withdrawn'],
  signInstruction: IN_HAND,
  formTaskForce: IN_HAND,
  meetPetitioner: IN_HAND,
  declineMeeting: IN_HAND,
  signCommitment: ['accepted', 'inProgress'],
  openGreenChannel: ['triaged', ...IN_HAND],
  requestReview: ['opinionDelivered', 'performing'],
  requestRecheck: ['reviewDelivered'],
  admitReview: ['reviewRequested', 'recheckRequested'],
  decideReview: ['underReview'],
  dispatchReview: ['reviewIssued'],
  recordReviewDelivery: ['reviewDispatched'],
  applyForHearing: ['inProgress', 'underReview', 'underRecheck'],
  declineHearing: ['inProgress', 'underReview', 'underRecheck'],
  decideHearing: ['inProgress', 'underReview', 'underRecheck'],
  scheduleHearing: ['inProgress', 'underReview', 'underRecheck'],
  holdHearing: ['inProgress', 'underReview', 'underRecheck'],
  reportHearing: ['inProgress', 'underReview', 'underRecheck'],
  decideRecheck: ['underRecheck'],
  dispatchRecheck: ['recheckIssued'],
  recordRecheckDelivery: ['recheckDispatched'],
  proposePublication: ['performing', 'concluded'],
  tellPublication: ['performing', 'concluded', 'archived'],
  releasePublication: ['performing', 'concluded', 'archived'],
  recordReaudit: ['furtherRefused'],
  compareWithEarlier: ['registered', 'triaged', 'awaitingAcceptance'],
  refuseFurther: ['registered', 'triaged', 'awaitingAcceptance'],
};

export const WAYS_TO: Partial<Record<Name, Stage>> = {
  askLeadership: 'awaitingLeadership',
  decideAsLeadership: 'triaged',
  disputeJurisdiction: 'jurisdictionPending',
  decideJurisdiction: 'awaitingAcceptance',
  signAgreement: 'agreed',
  requestReview: 'reviewRequested',
  decideReview: 'reviewIssued',
  dispatchReview: 'reviewDispatched',
  requestRecheck: 'recheckRequested',
  decideRecheck: 'recheckIssued',
  dispatchRecheck: 'recheckDispatched',
  refuseFurther: 'furtherRefused',
  moveToSealed: 'sealed',
};
