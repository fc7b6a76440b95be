/**
 * The further steps of a story: joint matters, short procedure, agreements,
 * withdrawal, promises, care, review and recheck. As in steps.ts each is one
 * command under its own name, and its days count from receipt.
 */
import Type from 'typebox';
import { days, method, reason, step, unit, words } from './step.ts';

const said = words(6, 300);
const claimResult = Type.Enum(['supported', 'explained', 'notSupported']);

/** What a higher organ says of the opinion before it (第三十五条、第三十六条). */
const decision = {
  result: Type.Enum(['uphold', 'change', 'revoke', 'revokeAndRemand']),
  found: words(10, 500),
  opinion: words(10, 400),
  basis: words(4, 160),
  changes: Type.Optional(Type.Array(Type.Object({ claim: Type.Integer({ minimum: 1, maximum: 3 }), result: claimResult }, { additionalProperties: false }))),
  dueDays: Type.Optional(days), // of what is now supported, and of a new opinion
};
const request = { reason: said, newFacts: Type.Optional(said), excuse: Type.Optional(said) };

export const WAY_STEPS = [
  // who is competent
  step('askLeadership', { proposal: said }),
  step('decideAsLeadership', { organ: unit, instruction: said }),
  step('openJurisdictionTalks', { units: Type.Array(unit, { minItems: 1 }), reason: said }),
  step('agreeLead', { to: unit, coUnits: Type.Array(unit), record: said }),
  step('submitCoUnitOpinion', { by: unit, opinion: said }),
  step('disputeJurisdiction', { views: said }),
  step('decideJurisdiction', {
    to: unit,
    coUnits: Type.Array(unit),
    views: Type.Array(Type.Object({ unit, view: words(4, 200) }, { additionalProperties: false }), { minItems: 2 }),
    reason: said,
  }),
  // the short procedure
  step('chooseSimple', {}),
  step('convertToOrdinary', { reason: said }),
  // mediation, agreement
  step('startMediation', { record: said }),
  step('failMediation', { reason: said }),
  step('signAgreement', {
    form: Type.Enum(['mediation', 'settlement']),
    opponent: words(2, 40),
    mediator: Type.Optional(words(2, 40)),
    facts: said,
    terms: Type.Array(Type.Object({ what: words(4, 120), who: words(2, 40), dueDays: days }, { additionalProperties: false }), { minItems: 1 }),
  }),
  step('recordAgreementEffect', {}),
  step('applyConfirmation', { court: said }),
  step('performAgreement', { kept: Type.Boolean(), words: said }),
  // withdrawal
  step('requestWithdrawal', { statement: said }),
  step('confirmWithdrawal', { answer: Type.Enum(['free', 'pressured', 'unclear']), record: said }),
  step('undoWithdraw', { statement: said }),
  // promises
  step('signInstruction', { instruction: said }),
  step('formTaskForce', { charter: said }),
  step('meetPetitioner', { record: said }),
  step('declineMeeting', { statement: said }), // told on the telephone, and meeting is not wanted
  step('signCommitment', { what: words(6, 200), dueDays: days, witness: words(4, 60) }),
  step('makeCommitment', { what: said, dueDays: days }),
  step('verifyCommitment', { no: Type.Integer({ minimum: 1 }), kept: Type.Boolean(), words: said }),
  step('openGreenChannel', { reason: said }),
  step('submitPreliminaryReport', { report: said }),
  // care
  step('requestRecusal', { interest: said }),
  step('decideRecusal', { recused: Type.Boolean(), reason: said }),
  step('flagUrgent', { what: said }),
  step('reportUrgent', { upward: Type.Boolean(), evidence: said }),
  step('offerHelp', { what: said }),
  // review, recheck
  step('requestReview', request),
  step('requestRecheck', request),
  step('admitReview', { reason: said }), // of either, as the matter stands
  step('decideReview', decision),
  step('dispatchReview', { method }),
  step('recordReviewDelivery', {}),
  step('applyForHearing', { reason: said }),
  step('declineHearing', { reason: words(10, 300) }),
  step('decideHearing', { ground: Type.Enum(['major', 'complex', 'difficult']), reason: words(10, 300) }),
  step('scheduleHearing', { onDay: days, place: words(4, 60), members: Type.Array(words(4, 40), { minItems: 2 }), challenge: said, recorder: words(2, 30) }),
  step('holdHearing', {
    attended: said,
    minutes: words(10, 500),
    agree: Type.Integer({ minimum: 0 }),
    disagree: Type.Integer({ minimum: 0 }),
    dissent: Type.Optional(said),
  }),
  step('reportHearing', { report: words(10, 500) }),
  step('decideRecheck', { ...decision, otherWays: said }),
  step('dispatchRecheck', { method }),
  step('recordRecheckDelivery', {}),
  // what everybody may read of a recheck after a hearing, with nobody in it (第三十六条第二款)
  step('proposePublication', { subject: words(4, 60), claims: words(6, 200), result: words(10, 500) }),
  step('tellPublication', { told: said }),
  step('releasePublication', { reviewed: said }),
  // what ends a matter in its own way
  step('compareWithEarlier', {
    earlier: Type.String({ pattern: '^[a-z]+-\\d\\d(#\\d)?$' }),
    factsBefore: said,
    factsNow: said,
    reasonsBefore: said,
    reasonsNow: said,
  }),
  step('refuseFurther', { reason, newFacts: said, help: said }),
  step('recordReaudit', { confirmed: Type.Boolean(), found: words(10, 300) }),
  step('moveToSealed', {}),
] as const;
