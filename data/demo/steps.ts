/**
 * The steps of a story: one for each command of lifecycle §4 that the stories
 * use, under the same name. Days count from receipt. A step moves with the
 * calendar: what falls on a rest day is done on the next working day. A notice
 * that nobody mentions is delivered by the replay three days after it went out.
 */
import Type, { type Static } from 'typebox';
import { attached, days, method, reason, step, unit, words } from './step.ts';
import { WAY_STEPS } from './steps-ways.ts';

const grade = Type.Enum(['satisfied', 'basically', 'dissatisfied']);

const Answer = Type.Object(
  {
    claim: Type.Integer({ minimum: 1, maximum: 3 }),
    result: Type.Enum(['supported', 'explained', 'notSupported']),
    facts: words(15, 400), // found for this claim, and what follows from it
    basis: words(4, 160),
  },
  { additionalProperties: false },
);
const Performance = Type.Object({ by: unit, dueDays: days, plan: words(4, 200) }, { additionalProperties: false });

export type Step = Static<typeof Step>;
export const Step = Type.Union([
  // the way to the unit
  step('passDown', { to: unit, reason }),
  step('refer', { to: unit }),
  step('assign', { to: unit, reportDays: days, note: Type.Optional(words(4, 200)) }),
  step('raiseObjection', { reason, proposed: Type.Optional(unit) }),
  step('decideObjection', { upheld: Type.Boolean(), reason }),
  step('reassign', { to: unit, reason }),
  step('attachDuplicate', { target: Type.String({ pattern: '^[a-z]+-\\d\\d(#\\d)?$' }), ground: Type.Enum(['sameText', 'insideTerm']), reason }),
  step('detachDuplicate', { reason }),
  step('guideElsewhere', { ground: Type.Enum(['litigationVisitor', 'outsideOwnAndSystem']), organ: unit, reason }),
  step('transferSealed', { to: unit, pages: Type.Integer({ minimum: 1 }), accused: unit, whom: Type.Enum(['leaders', 'cadres']) }), // whose conduct it is about
  step('receiveSealed', { accepted: Type.Boolean(), reason: Type.Optional(reason) }),
  // taking it on, or not
  step('accept', {}),
  step('decline', { ground: Type.Enum(['alreadyAcceptedBelow', 'outsideOwnAndSystem']), reason, remedy: words(6, 200) }),
  step('routeToProcedure', { organ: words(4, 60), term: words(4, 120), reason }),
  step('checkOtherProcedure', { state: words(6, 200), ended: Type.Boolean() }),
  step('reopen', { reason }),
  step('noticeFailed', { reason }),
  step('noticeResent', { method }),
  step('postStatus', { text: words(6, 200) }),
  // handling
  step('startHandling', {}),
  step('hearPetitioner', { record: words(6, 400), refused: Type.Optional(Type.Literal(true)) }),
  step('recordInvestigation', { record: words(15, 500) }),
  step('addNote', { text: words(6, 200) }), // shown to the petitioner
  step('addMaterial', { text: words(6, 200), files: Type.Optional(Type.Array(attached, { minItems: 1 })) }), // by the petitioner
  step('extend', { days: Type.Integer({ minimum: 1, maximum: 30 }), reason }),
  step('issueOpinion', { answers: Type.Array(Answer, { minItems: 1 }), performance: Type.Optional(Performance) }),
  step('replySuggestion', { adopted: Type.Enum(['adopted', 'partly', 'not']), text: words(20, 500), contribution: Type.Optional(Type.Literal(true)) }),
  step('rewardSuggestion', { rewarded: Type.Boolean(), reason }),
  step('dispatch', { method }),
  step('recordDelivery', {}),
  step('deliveryFailed', { reason }),
  step('postPublicNotice', { place: words(4, 100) }),
  step('deemDelivered', {}),
  step('lapseDelivery', {}),
  step('correct', { reason, dueDays: days }),
  // afterwards
  step('reportCompletion', { report: words(10, 300) }),
  step('checkReport', { accepted: Type.Boolean(), reason: Type.Optional(reason) }),
  step('performOpinion', { evidence: words(6, 300) }),
  step('verifyPerformance', { verified: Type.Boolean(), words: words(4, 200) }),
  step('evaluate', { petitionDept: grade, handlingUnit: grade, words: Type.Optional(words(2, 200)) }),
  step('lapseTerm', {}),
  step('conclude', { reason: Type.Enum(['noReviewInTime', 'recheckDelivered', 'suggestionReplied', 'accusationHandedOver', 'otherProcedureEnded']) }),
  step('archive', {}),
  ...WAY_STEPS,
]);
