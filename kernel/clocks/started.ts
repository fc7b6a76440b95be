import type { ActionType } from '../vocabulary.ts';

/** In a word, what set a clock running: “8月3日受理，当天不算”. Only acts that start a clock have one. */
// biome-ignore format: one line a step of the way
export const STARTED: Readonly<Partial<Record<ActionType, string>>> = {
  IntakeReceived: '收到', IntakeRegistered: '登记', PetitionDeptReceived: '信访部门收到', ContactStarted: '接访',
  AssignmentReceived: '转送、交办件送到', MatterReopened: '重新办理', ObjectionRaised: '提出异议', JurisdictionDisputed: '受理争议',
  JurisdictionTalksOpened: '开始协商', LeadershipAsked: '报请决定', LeadAgreed: '商定牵头单位', UrgencyFlagged: '发现紧急情况',
  MatterAccepted: '受理', SimpleChosen: '受理（简易办理）', ConvertedToOrdinary: '受理（转普通程序）', MatterRouted: '导入其他程序',
  OtherProcedureChecked: '上一次核对', PetitionerDisputedRoute: '对途径提出异议', HandlingExtended: '原期限届满', ReviewExtended: '原期限届满',
  AcceptanceNoticeDispatched: '寄出', RouteNoticeDispatched: '寄出', NonAcceptanceNoticeDispatched: '寄出', GuidanceDispatched: '寄出',
  DestinationNoticeDispatched: '寄出', ExtensionNoticeDispatched: '寄出', ReviewNoticeDispatched: '寄出', RefusalNoticeDispatched: '寄出',
  OpinionDispatched: '寄出处理意见书', SuggestionReplyDispatched: '寄出答复', DutyReplyDispatched: '寄出答复',
  ReviewOpinionDispatched: '寄出复查意见书', RecheckOpinionDispatched: '寄出复核意见书', PublicNoticePosted: '发出公告',
  OpinionDelivered: '收到处理意见书', SuggestionReplyDelivered: '收到答复', ReviewOpinionDelivered: '收到复查意见书',
  RecheckOpinionDelivered: '收到复核意见书', ReviewRequested: '收到复查请求', RecheckRequested: '收到复核请求',
  ReviewTermEnded: '请求复查期满', RecheckTermEnded: '请求复核期满', MatterRemanded: '退回重办', OpinionRevoked: '撤销原意见',
  HearingDecided: '决定听证', HearingRightTold: '告知听证权利', HearingApplied: '申请听证', HearingScheduled: '定下听证日期',
  MatterWithdrawn: '撤回', AgreementSigned: '签订协议', AgreementEffective: '协议生效', ContributionFound: '确认贡献',
  AccusationTransferred: '移送', DisciplineReceived: '收到', DisciplineReceivedFromSuperior: '收到上级转来', AccusationHandled: '办结',
  CadreProblemFlagged: '发现干部问题', MajorCadreProblemFlagged: '发现重大问题', AdministrativeActKnown: '知道该行政行为',
  ReconsiderationApplied: '收到复议申请', JudicialReceived: '收到', BreachDetected: '发现超期', RecommendationSent: '发出建议',
  RecommendationNotAdopted: '决定不采纳', InspectionEnded: '督查结束', InspectorateMaterialRequested: '收到来函',
  YearStarted: '年初', YearEnded: '年末', MonthStarted: '月初', WorkingDayStarted: '当日', GreenChannelOpened: '开通绿色通道',
  CommitmentMade: '作出承诺', MutualCommitmentSigned: '签订承诺书', MeetingDecided: '会议议定', CallOutSent: '吹哨', BoardItemChanged: '内容变化',
  BoardReviewDue: '到核对日', DangerWordsFound: '发现危险表述', PrivacyRequestReceived: '收到请求', RecusalRequested: '申请回避',
  ConductComplaintReceived: '收到投诉',
};

/** For the public page in English: what a petitioner may meet there. */
export const STARTED_ENGLISH: Readonly<Partial<Record<ActionType, string>>> = {
  IntakeReceived: 'received',
  IntakeRegistered: 'registered',
  AssignmentReceived: 'reached the handling office',
  MatterReopened: 'taken up again',
  MatterAccepted: 'accepted',
  SimpleChosen: 'accepted',
  ConvertedToOrdinary: 'accepted',
  HandlingExtended: 'end of the first term',
  OpinionDelivered: 'you received the decision',
  SuggestionReplyDelivered: 'you received the reply',
  OpinionDispatched: 'decision sent',
  ReviewRequested: 'request for review received',
  ReviewOpinionDelivered: 'you received the review decision',
  RecheckRequested: 'request for a second review received',
  RecheckOpinionDelivered: 'you received the second review decision',
  MatterWithdrawn: 'withdrawn',
  AgreementSigned: 'agreement signed',
  MatterRouted: 'led into another procedure',
};
