/** The steps of the line of progress, and in which of them each stage of the domain stands: a stage that is forgotten here does not compile. */
import type { MatterAction } from '#contexts/casework/domain/actions.ts';
import type { Stage } from '#contexts/casework/domain/stages.ts';

export type ActionName = MatterAction['type'];

export type StepName =
  | 'received'
  | 'sent'
  | 'leadership'
  | 'accept'
  | 'handle'
  | 'study'
  | 'agreement'
  | 'opinion'
  | 'delivery'
  | 'review'
  | 'recheck'
  | 'perform'
  | 'reply'
  | 'procedure'
  | 'withdrawal'
  | 'merged'
  | 'guided'
  | 'declined'
  | 'refused'
  | 'sealed'
  | 'file';

interface StepRule {
  readonly name: string;
  readonly by: readonly ActionName[]; // the actions that take a matter over this step, the one that counts first
  readonly right?: true; // of the petitioner
  readonly ends?: true; // nothing that was to come does
}

export const STEPS: Readonly<Record<StepName, StepRule>> = {
  received: { name: '收到', by: ['MatterOpened'] },
  sent: { name: '转交', by: ['MatterReassigned', 'MatterReferred', 'MatterAssigned', 'AssignmentReceived'] },
  leadership: { name: '报请决定', by: ['LeadershipDecided'] },
  accept: { name: '受理', by: ['MatterAccepted', 'MatterRouted'] },
  handle: { name: '办理', by: ['OpinionIssued', 'AgreementSigned'] },
  study: { name: '研究', by: ['SuggestionReplyIssued'] },
  agreement: { name: '履行协议', by: ['AgreementPerformed'] },
  opinion: { name: '意见书', by: ['OpinionDispatched'] },
  delivery: { name: '送达', by: ['OpinionDelivered', 'DeemedDelivered'] },
  review: { name: '复查', by: ['ReviewOpinionDelivered', 'ReviewTermLapsed'], right: true },
  recheck: { name: '复核', by: ['RecheckOpinionDelivered', 'RecheckTermLapsed'], right: true },
  perform: { name: '落实', by: ['PerformanceVerified'] },
  reply: { name: '答复', by: ['SuggestionReplyDelivered', 'DutyReplyDelivered'] },
  procedure: { name: '其他程序', by: ['OtherProcedureEnded'] },
  withdrawal: { name: '已撤回', by: ['MatterWithdrawn'] },
  merged: { name: '并入另一件', by: ['DuplicateAttached'], ends: true },
  guided: { name: '已引导', by: ['VisitorGuided', 'GuidanceDispatched'], ends: true },
  declined: { name: '不予受理', by: ['MatterDeclined'], ends: true },
  refused: { name: '不再受理', by: ['FurtherAcceptanceRefused'], ends: true },
  sealed: { name: '移入密件', by: ['MatterSealed'], ends: true },
  file: { name: '归档', by: ['MatterArchived'] },
};

export const STEP_OF: Readonly<Record<Stage, StepName>> = {
  unknown: 'received',
  registered: 'sent',
  triaged: 'sent',
  awaitingLeadership: 'leadership',
  awaitingAcceptance: 'accept',
  objectionPending: 'accept',
  jurisdictionPending: 'accept',
  accepted: 'handle',
  inProgress: 'handle',
  studying: 'study',
  agreed: 'agreement',
  withdrawn: 'withdrawal',
  opinionIssued: 'opinion',
  opinionDispatched: 'delivery',
  opinionDelivered: 'review',
  reviewRequested: 'review',
  underReview: 'review',
  reviewIssued: 'review',
  reviewDispatched: 'review',
  reviewDelivered: 'recheck',
  recheckRequested: 'recheck',
  underRecheck: 'recheck',
  recheckIssued: 'recheck',
  recheckDispatched: 'recheck',
  performing: 'perform',
  replied: 'reply',
  routed: 'procedure',
  merged: 'merged',
  guided: 'guided',
  notAccepted: 'declined',
  furtherRefused: 'refused',
  concluded: 'file',
  archived: 'file',
  sealed: 'sealed',
};
