import type { ClaimRoute } from './kinds.ts';

/**
 * The closed lists of reasons (lifecycle 4.2 and 4.3). What is not in them
 * cannot be a reason: no number of visits, no "repeat petitioner", no label.
 */
export type DeclineReason = 'alreadyAcceptedBelow' | 'outsideOwnAndSystem';

export const DECLINE_REASONS: Readonly<Record<DeclineReason, { readonly name: string; readonly article: string }>> = {
  alreadyAcceptedBelow: { name: '下级机关、单位已经受理或者正在办理，尚在期限内', article: '第十九条第三款' },
  outsideOwnAndSystem: { name: '不属于本机关、单位及本系统职权范围', article: '第二十三条第一款' },
};

export type GuideReason = 'outsideOwnAndSystem' | 'litigationVisitor';

export const GUIDE_REASONS: Readonly<Record<GuideReason, { readonly name: string; readonly article: string }>> = {
  outsideOwnAndSystem: DECLINE_REASONS.outsideOwnAndSystem,
  litigationVisitor: { name: '来访反映涉法涉诉事项，释法明理后引导到政法部门', article: '第二十二条第二款' },
};

export type ConcludeReason =
  | 'noReviewInTime'
  | 'recheckDelivered'
  | 'suggestionReplied'
  | 'dutyPerformed'
  | 'accusationHandedOver'
  | 'otherProcedureEnded'
  | 'agreementPerformed'
  | 'withdrawn'
  | 'noSuccessor';

export const CONCLUDE_REASONS: Readonly<Record<ConcludeReason, { readonly name: string }>> = {
  noReviewInTime: { name: '处理意见已送达，复查期限已过，应当执行的已经落实' },
  recheckDelivered: { name: '复核意见已送达，应当执行的已经落实' },
  suggestionReplied: { name: '建议意见已答复并送达' },
  dutyPerformed: { name: '依法履行职责或者答复，已送达' },
  accusationHandedOver: { name: '检举控告已移送并签收' },
  otherProcedureEnded: { name: '所导入的程序已经结束' },
  agreementPerformed: { name: '调解、和解协议已经履行' },
  withdrawn: { name: '已撤回，反悔的期限已过（不计为解决）' },
  noSuccessor: { name: '信访人死亡或者终止，没有承继人（地方规定）' },
};

/** Where a claim may be led instead of the petition procedure: by law never back, never sideways. */
export const OTHER_PROCEDURES: readonly ClaimRoute[] = ['litigation', 'arbitration', 'partyAppeal', 'administrativeProcedure'];
