import type { Method, PaperCode } from '#contexts/documents/index.ts';
import type { Story } from '../../../data/demo/schema.ts';
import type { Step } from '../../../data/demo/steps.ts';
import { ask, byDesk, byUnit, notice, written, type AnyRule, type Context, type Part, type Rule } from './part.ts';
import type { Standing } from './standing.ts';

const above = ({ superior, unit }: Standing): string => superior ?? unit;
const reviewerOf = ({ reviewer, unit }: Standing): string => reviewer ?? unit;
const byReviewer: AnyRule = (_, { standing }) => [ask(reviewerOf(standing))];
const byAbove: AnyRule = (_, { standing }) => [ask(above(standing))];

const ONLINE: readonly Story['channel'][] = ['web', 'mobile'];

/** On the portal by whoever came that way; else on paper: taken down by the organ above, and for a recheck by the desk that people know. */
const requested: AnyRule = (step, { story, standing: { unit, superior, desk } }) => {
  const by = step.do === 'requestRecheck' ? desk : (superior ?? unit);
  return [ONLINE.includes(story.channel) ? { deed: 'askReview', by, after: 0 } : ask(by)];
};

const sent =
  (paper: PaperCode): AnyRule =>
  (step, { standing }) => [{ deed: 'send', by: reviewerOf(standing), paper, method: methodOf(step), after: 0 }];

const methodOf = (step: Step | undefined): Method => (step && (step.do === 'dispatchReview' || step.do === 'dispatchRecheck') ? step.method : 'direct');

const arrived =
  (paper: PaperCode): AnyRule =>
  (_, context) => [{ deed: 'arrive', by: reviewerOf(context.standing), paper, method: lastMethod(context), after: 0 }];

const lastMethod = ({ matter, index }: Context): Method =>
  methodOf(matter.path.slice(0, index).findLast((step) => step.do === 'dispatchReview' || step.do === 'dispatchRecheck'));

const told = (paper: PaperCode, by: string, context: Context): readonly Part[] => [ask(by), ...notice(paper, by, context)];

/** What the further steps mean in the office: joint matters, agreements, withdrawal, promises, care, review and recheck. */
export const WAY_PARTS = {
  askLeadership: byDesk,
  decideAsLeadership: byAbove,
  openJurisdictionTalks: byUnit,
  agreeLead: byUnit,
  submitCoUnitOpinion: ({ by }) => [ask(by)],
  disputeJurisdiction: byUnit,
  decideJurisdiction: (_, { standing }) => written('F14', above(standing)),

  chooseSimple: byUnit,
  convertToOrdinary: (_, context) => told('F63', context.standing.unit, context),

  startMediation: byUnit,
  failMediation: byUnit,
  signAgreement: (_, { standing: { unit } }) => written('F26', unit),
  recordAgreementEffect: byUnit,
  applyConfirmation: byUnit,
  performAgreement: byDesk,

  requestWithdrawal: byUnit,
  confirmWithdrawal: ({ answer }, context) => (answer === 'free' ? told('F56', context.standing.desk, context) : [ask(context.standing.desk)]),
  undoWithdraw: byDesk,

  signInstruction: byUnit,
  formTaskForce: byUnit,
  meetPetitioner: byUnit,
  declineMeeting: byUnit,
  signCommitment: (_, { standing: { unit } }) => written('F28', unit),
  makeCommitment: byUnit,
  verifyCommitment: byDesk,
  openGreenChannel: byAbove,
  submitPreliminaryReport: byUnit,

  requestRecusal: byUnit,
  decideRecusal: (_, context) => told('F18', context.standing.unit, context),
  flagUrgent: byDesk,
  reportUrgent: byDesk,
  offerHelp: byDesk,

  requestReview: requested,
  requestRecheck: requested,
  admitReview: (_, context) => told('F34', reviewerOf(context.standing), context),
  decideReview: (_, { standing }) => written('F35', reviewerOf(standing)),
  dispatchReview: sent('F35'),
  recordReviewDelivery: arrived('F35'),
  applyForHearing: byUnit,
  declineHearing: byUnit,
  decideHearing: (_, context) => told('F57', reviewerOf(context.standing), context),
  scheduleHearing: (_, context) => told('F19', reviewerOf(context.standing), context),
  holdHearing: byReviewer,
  reportHearing: (_, context) => told('F57', reviewerOf(context.standing), context),
  decideRecheck: (_, { standing }) => written('F36', reviewerOf(standing)),
  dispatchRecheck: sent('F36'),
  recordRecheckDelivery: arrived('F36'),
  proposePublication: (_, { standing }) => written('F37', reviewerOf(standing)),
  tellPublication: byReviewer,
  releasePublication: byReviewer,

  compareWithEarlier: byDesk,
  refuseFurther: (_, context) => told('F09', context.standing.desk, context),
  recordReaudit: byAbove,
  moveToSealed: (_, { standing: { unit } }) => [{ deed: 'seal', by: unit, after: 0 }],
} as const satisfies { readonly [Name in Step['do']]?: Rule<Name> };
