import type { ActionType } from '#kernel/vocabulary.ts';

/**
 * What it means to a matter that a paper goes out, and that it arrives
 * (lifecycle 4.5). The documents context owns the papers; this table is the
 * legal effect that casework gives them.
 */
export type PaperKind =
  | 'destinationNotice' // F06
  | 'acceptanceNotice' // F07
  | 'nonAcceptanceNotice' // F08
  | 'routeNotice' // F10
  | 'guidanceSlip' // F11
  | 'extensionNotice' // F16
  | 'handlingOpinion' // F23
  | 'suggestionReply' // F25
  | 'dutyReply' // F58
  | 'correctionDecision' // F59
  | 'statusNotice' // F60
  | 'refusalNotice' // F09
  | 'hearingNotice' // F19
  | 'reviewNotice' // F34
  | 'reviewOpinion' // F35
  | 'recheckOpinion' // F36
  | 'suspensionNotice' // F57
  | 'withdrawalConfirmation' // F56
  | 'conversionNotice'; // F63

interface PaperRule {
  readonly code: string;
  readonly name: string;
  readonly dispatched: ActionType | BesideVocabulary;
  readonly delivered: ActionType;
}

/** Papers whose going out moves no clock are told by a record of their own. */
type BesideVocabulary = 'SuspensionNoticeDispatched' | 'WithdrawalConfirmationDispatched' | 'ConversionNoticeDispatched';

export const PAPERS = {
  destinationNotice: { code: 'F06', name: '转送（交办）去向告知书', dispatched: 'DestinationNoticeDispatched', delivered: 'NoticeDelivered' },
  acceptanceNotice: { code: 'F07', name: '受理告知书', dispatched: 'AcceptanceNoticeDispatched', delivered: 'NoticeDelivered' },
  nonAcceptanceNotice: { code: 'F08', name: '不予受理告知书', dispatched: 'NonAcceptanceNoticeDispatched', delivered: 'NoticeDelivered' },
  routeNotice: { code: 'F10', name: '程序（途径）告知书', dispatched: 'RouteNoticeDispatched', delivered: 'NoticeDelivered' },
  guidanceSlip: { code: 'F11', name: '引导告知单', dispatched: 'GuidanceDispatched', delivered: 'NoticeDelivered' },
  extensionNotice: { code: 'F16', name: '延期告知书', dispatched: 'ExtensionNoticeDispatched', delivered: 'NoticeDelivered' },
  handlingOpinion: { code: 'F23', name: '信访处理意见书', dispatched: 'OpinionDispatched', delivered: 'OpinionDelivered' },
  suggestionReply: { code: 'F25', name: '建议意见答复函', dispatched: 'SuggestionReplyDispatched', delivered: 'SuggestionReplyDelivered' },
  dutyReply: { code: 'F58', name: '履行职责情况答复书', dispatched: 'DutyReplyDispatched', delivered: 'DutyReplyDelivered' },
  correctionDecision: { code: 'F59', name: '更正决定书', dispatched: 'DocumentCorrected', delivered: 'NoticeDelivered' },
  statusNotice: { code: 'F60', name: '办理状态告知书', dispatched: 'StatusNoticeDispatched', delivered: 'NoticeDelivered' },
  refusalNotice: { code: 'F09', name: '不再受理告知书', dispatched: 'RefusalNoticeDispatched', delivered: 'NoticeDelivered' },
  hearingNotice: { code: 'F19', name: '听证通知书', dispatched: 'HearingNoticeDispatched', delivered: 'NoticeDelivered' },
  reviewNotice: { code: 'F34', name: '复查（复核）受理情况告知书', dispatched: 'ReviewNoticeDispatched', delivered: 'NoticeDelivered' },
  reviewOpinion: { code: 'F35', name: '复查意见书', dispatched: 'ReviewOpinionDispatched', delivered: 'ReviewOpinionDelivered' },
  recheckOpinion: { code: 'F36', name: '复核意见书', dispatched: 'RecheckOpinionDispatched', delivered: 'RecheckOpinionDelivered' },
  suspensionNotice: { code: 'F57', name: '听证期间不计入复核期限告知书', dispatched: 'SuspensionNoticeDispatched', delivered: 'NoticeDelivered' },
  withdrawalConfirmation: { code: 'F56', name: '撤回确认书', dispatched: 'WithdrawalConfirmationDispatched', delivered: 'NoticeDelivered' },
  conversionNotice: { code: 'F63', name: '简易转普通程序告知书', dispatched: 'ConversionNoticeDispatched', delivered: 'NoticeDelivered' },
} as const satisfies Record<PaperKind, PaperRule>;

export type DispatchedAction = (typeof PAPERS)[PaperKind]['dispatched'];

/** The outcomes: the first of them to arrive opens the evaluation of both offices. */
export const OUTCOMES: readonly PaperKind[] = ['handlingOpinion', 'suggestionReply', 'dutyReply'];

export type DeliveryMethod = 'direct' | 'adultFamily' | 'leftAtHome' | 'electronic' | 'post' | 'throughOrgan' | 'publicNotice' | 'queryCode' | 'oral';

/** What may be told by word of mouth where a local text allows it: where the matter is and who has it. What says no, or starts a term, is always on paper. */
export const TOLD_ORALLY: readonly PaperKind[] = ['destinationNotice', 'acceptanceNotice', 'statusNotice'];

/** How a paper may reach somebody (民事诉讼法 2023 第八十七至九十五条, by analogy), and what proves it. */
export const DELIVERY_METHODS: Readonly<Record<DeliveryMethod, { readonly name: string; readonly evidence: string }>> = {
  direct: { name: '直接送达', evidence: '受送达人签字' },
  adultFamily: { name: '同住成年家属签收', evidence: '家属签字及关系' },
  leftAtHome: { name: '留置送达', evidence: '见证人或者现场照片' },
  electronic: { name: '电子送达', evidence: '到达指定系统的记录' },
  post: { name: '邮寄送达', evidence: '挂号信号码；送达凭回执日期' },
  throughOrgan: { name: '委托送达', evidence: '受托单位的回证' },
  publicNotice: { name: '公告送达', evidence: '公告的地点、日期' },
  oral: { name: '口头告知', evidence: '本人同意的记录和告知笔录' },
  queryCode: { name: '凭查询码公布', evidence: '公布记录；第一次凭码打开即为收到' },
};
