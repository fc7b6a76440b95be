import { dateInChina } from '#kernel/dates.ts';
import type { MatterAction } from './actions.ts';
import { supports, type Assignment, type Matter, type Paper } from './matter.ts';
import { reviewPaper } from './ways/review/papers.ts';
import { REVIEW_CHANGES } from './ways/review/changes.ts';
import { HEARING_CHANGES } from './ways/hearing/changes.ts';
import { SIMPLE_CHANGES } from './ways/simple/changes.ts';
import { JOINT_CHANGES } from './ways/joint/changes.ts';
import { WITHDRAWAL_CHANGES } from './ways/withdrawal/changes.ts';
import { AGREEMENT_CHANGES } from './ways/agreement/changes.ts';
import { PROMISES_CHANGES } from './ways/promises/changes.ts';
import { CARE_CHANGES } from './ways/care/changes.ts';
import { SEALING_CHANGES } from './ways/sealing/changes.ts';
import { REPEATS_CHANGES } from './ways/repeats/changes.ts';
import { COLLECTIVE_CHANGES } from './ways/collective/changes.ts';
import { PROCEDURES_CHANGES } from './ways/procedures/changes.ts';
import { CONGRESS_CHANGES } from './ways/congress/changes.ts';

type Change = (matter: Matter, action: MatterAction) => Partial<Matter>;

const WAYS = {
  ...REVIEW_CHANGES,
  ...HEARING_CHANGES,
  ...SIMPLE_CHANGES,
  ...JOINT_CHANGES,
  ...WITHDRAWAL_CHANGES,
  ...AGREEMENT_CHANGES,
  ...PROMISES_CHANGES,
  ...CARE_CHANGES,
  ...CONGRESS_CHANGES,
  ...PROCEDURES_CHANGES,
  ...SEALING_CHANGES,
  ...COLLECTIVE_CHANGES,
  ...REPEATS_CHANGES,
};

/** What one more action changes in a matter, its clocks apart. Actions of other contexts change nothing here. */
export function changesOf(matter: Matter, action: MatterAction): Partial<Matter> {
  const { by, at } = action;
  const today = dateInChina(at);
  switch (action.type) {
    case 'MatterOpened': {
      const { type: _, by: __, at: ___, ...opening } = action;
      const held = action.receivedBy;
      return {
        stage: 'registered',
        opening,
        firstReceipt: dateInChina(new Date(action.receivedAt)),
        desk: held,
        claims: action.claims,
        parties: action.parties,
        electronic: action.electronic,
        ...(action.isPetitionDept ? { petitionDept: held } : { unitReceipt: dateInChina(new Date(action.receivedAt)) }),
        ...(action.unitReceipt && { unitReceipt: action.unitReceipt }),
      };
    }
    case 'MatterClassified':
      return { stage: 'triaged', classification: action };
    case 'DuplicateAttached':
      return { stage: 'merged', stageBefore: matter.stage, duplicateOf: action.to };
    case 'DuplicateDetached':
      return { stage: matter.stageBefore ?? 'triaged', ...without(matter, 'stageBefore', 'duplicateOf') };
    case 'VisitorGuided':
      return { stage: 'guided', guidedBy: 'petitionDept' };
    case 'PassedToNextPetitionDept':
      return { desk: action.to, petitionDept: action.to };
    case 'AssignmentReceived': {
      const { assignment: id, from, to, reportDuty, byCongress } = action;
      const added: Assignment = { id, from, to, receivedOn: today, reportDuty, ...(byCongress && { byCongress }), state: 'open' };
      const before = matter.assignments.map((one) => (one.state === 'open' ? { ...one, state: 'replaced' as const } : one));
      const taken = matter.acceptedOn !== undefined; // 改派 after acceptance: the new unit takes it as it stands
      return {
        stage: taken ? 'accepted' : 'awaitingAcceptance', // the new unit names its own handler
        assignments: [...before, added],
        ...(taken && { handlingUnit: to }),
        ...(!matter.unitReceipt && { unitReceipt: today }),
        ...(reportDuty && { report: 'due' as const }),
      };
    }
    case 'MatterReassigned':
      return without(matter, 'joint'); // the new unit takes it alone
    case 'ObjectionRaised':
      return { stage: 'objectionPending', assignments: marked(matter, 'objected'), objectors: [...matter.objectors, by.unit] };
    case 'ObjectionRejected':
      return { stage: 'awaitingAcceptance', assignments: marked(matter, 'open') };
    case 'ObjectionUpheld':
      return { stage: 'triaged', assignments: marked(matter, 'upheld'), ...without(matter, 'unitReceipt', 'report', 'joint') };
    case 'MatterAccepted':
      return {
        stage: 'accepted',
        handlingUnit: by.unit,
        acceptedOn: today,
        claims: action.claims,
        ...(action.route && { route: action.route }),
      };
    case 'MatterRouted':
      return { stage: 'routed', stageBefore: matter.stage, handlingUnit: by.unit, route: action.route };
    case 'MatterDeclined':
      return { stage: 'notAccepted', handlingUnit: by.unit };
    case 'MatterReopened':
      return reopened(matter);
    case 'HandlingStarted':
      return { stage: matter.classification?.kind === 'suggestion' ? 'studying' : 'inProgress', handler: action.handler };
    case 'InvestigationRecorded':
      return { investigations: matter.investigations + 1 };
    case 'PetitionerHeard':
      return { statements: matter.statements + 1 };
    case 'HandlingExtended':
      return { extended: true };
    case 'OpinionIssued': {
      const { document, results, dueOn, performingUnit, reviewOrgan } = action;
      const opinion = { document, results, reviewOrgan, ...(dueOn && { dueOn }), ...(performingUnit && { performingUnit }) };
      const made = { opinionBy: [...new Set([...(matter.tookPart?.handling ?? []), by.person])], ...without(matter, 'review', 'recheck') };
      return {
        stage: 'opinionIssued',
        opinion,
        lapsed: false,
        ...made,
        ...(supports({ opinion }) ? { performance: 'owed' as const } : without(matter, 'performance')),
      };
    }
    case 'OpinionRevoked':
      return {
        stage: 'inProgress',
        lapsed: false,
        revokedBy: [...(matter.revokedBy ?? []), action.by2],
        ...without(matter, 'opinion', 'performance', 'review', 'recheck'),
      };
    case 'SuggestionReplyIssued':
      return { stage: 'replied', reply: { document: action.document, adopted: action.adopted, contribution: action.contribution } };
    case 'DutyReplyIssued':
      return { stage: 'replied', dutyReply: { document: action.document, performed: action.performed } };
    case 'OpinionDispatched':
      return { ...sent(matter, action), stage: 'opinionDispatched' };
    case 'GuidanceDispatched':
      return { ...sent(matter, action), stage: 'guided', guidedBy: 'unit' };
    case 'DestinationNoticeDispatched':
    case 'AcceptanceNoticeDispatched':
    case 'NonAcceptanceNoticeDispatched':
    case 'RouteNoticeDispatched':
    case 'ExtensionNoticeDispatched':
    case 'SuggestionReplyDispatched':
    case 'DutyReplyDispatched':
    case 'DocumentCorrected':
    case 'StatusNoticeDispatched':
    case 'WithdrawalConfirmationDispatched':
    case 'ConversionNoticeDispatched':
    case 'RefusalNoticeDispatched':
      return sent(matter, action);
    case 'ReviewNoticeDispatched':
    case 'ReviewOpinionDispatched':
    case 'RecheckOpinionDispatched':
    case 'HearingNoticeDispatched':
    case 'SuspensionNoticeDispatched':
      return { ...sent(matter, action), ...reviewPaper(matter, action) };
    case 'ReviewOpinionDelivered':
    case 'RecheckOpinionDelivered':
      return { ...arrived(matter, action.document, 'delivered'), ...unconfirmed(matter), ...reviewPaper(matter, action) };
    case 'OpinionDelivered':
      return {
        ...arrived(matter, action.document, 'delivered'),
        ...unconfirmed(matter),
        ...(matter.stage === 'opinionDispatched' && { stage: 'opinionDelivered' as const }),
        ...(matter.opinion?.document === action.document && { opinion: { ...matter.opinion, deliveredOn: action.on } }),
      };
    case 'SuggestionReplyDelivered':
    case 'DutyReplyDelivered':
    case 'NoticeDelivered':
      return arrived(matter, action.document, 'delivered');
    case 'DeliveryFailed':
      return {
        ...arrived(matter, action.document, 'failed', action.unproven),
        ...(matter.stage === 'opinionDispatched' && matter.opinion?.document === action.document && { stage: 'opinionIssued' as const }),
        ...reviewPaper(matter, action),
      };
    case 'StatusPosted':
      return { statusPosted: true };
    case 'CompletionReported':
      return { report: 'reported' };
    case 'CompletionReportAccepted':
      return { report: 'accepted' };
    case 'CompletionReportReturned':
      return { report: 'due' };
    case 'PerformanceReported': {
      const performedBy = [...new Set([...(matter.performedBy ?? []), by.person])];
      return matter.stage === 'agreed' ? { performedBy, agreement: { ...matter.agreement, reported: true } } : { performedBy, performance: 'reported' };
    }
    case 'PerformanceVerified':
      return { performance: 'verified' };
    case 'PerformanceRefuted':
      return { performance: 'owed' };
    case 'ReviewTermLapsed':
      return { lapsed: true, ...(matter.performance && matter.performance !== 'verified' && { stage: 'performing' as const }) };
    case 'MatterConcluded':
      return { stage: 'concluded', concluded: action.reason };
    case 'MatterArchived':
      return { stage: 'archived', archiveNo: action.archiveNo };
    case 'ContactChanged':
      return { parties: action.parties, ...(matter.opening && { opening: { ...matter.opening, contactKnown: action.contactKnown } }) };
    case 'ElectronicDeliveryConsented':
      return { electronic: action.consented };
    default:
      return (WAYS[action.type as keyof typeof WAYS] as Change | undefined)?.(matter, action) ?? {};
  }
}

/** 第四十九号: what was wrongly guided, declined or led away goes back through acceptance, never past it (不变量 53). */
function reopened(matter: Matter): Partial<Matter> {
  const refusedAtDesk = matter.stage === 'furtherRefused' && matter.stageBefore !== 'awaitingAcceptance';
  const desk = matter.guidedBy === 'petitionDept' || (refusedAtDesk && matter.petitionDept !== undefined);
  const back = !desk ? 'awaitingAcceptance' : matter.classification ? 'triaged' : 'registered';
  return { stage: back, ...without(matter, 'guidedBy', 'handlingUnit', 'acceptedOn', 'route', 'stageBefore', 'joint', 'simple') };
}

type SentAction = Extract<MatterAction, { document: string; paper: string; method: string }>;

function sent(matter: Matter, { document, paper, method, on, by, at }: Omit<SentAction, 'type'> & { readonly on?: Paper['on'] }): Partial<Matter> {
  const before = matter.papers[document];
  const state: Paper = { kind: paper, state: 'dispatched', by: by.unit, method, on: dateInChina(at) };
  if (on && before) return { papers: { ...matter.papers, [document]: { ...state, by: before.by, on, late: true } } };
  return { papers: { ...matter.papers, [document]: state } };
}

/** Until the opinion is delivered one may withdraw: what was asked for and not confirmed by then is over, and nobody calls for it later (lifecycle 3.2). */
const unconfirmed = (matter: Matter): Partial<Matter> => (matter.withdrawal && !matter.withdrawal.confirmedOn ? without(matter, 'withdrawal') : {});

function arrived(matter: Matter, document: string, state: 'delivered' | 'failed', unproven?: true): Partial<Matter> {
  const paper = matter.papers[document];
  return paper ? { papers: { ...matter.papers, [document]: { ...paper, state, ...(unproven && { unproven }) } } } : {};
}

function marked({ assignments }: Matter, state: Assignment['state']): Assignment[] {
  return assignments.map((one, index) => (index === assignments.length - 1 ? { ...one, state } : one));
}

/** Absent, not present with the value undefined: a key that is taken away is gone from the state. */
function without<Key extends keyof Matter>(_: Matter, ...keys: Key[]): Partial<Matter> {
  return Object.fromEntries(keys.map((key) => [key, undefined])) as Partial<Matter>;
}
