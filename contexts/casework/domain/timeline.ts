import { RECOUNTED } from '#kernel/clocks/moved.ts';
import type { Words } from '#kernel/decider.ts';
import type { MatterAction } from './actions.ts';
import { REVIEW_TELLINGS } from './ways/review/actions.ts';
import { PUBLICATION_TELLINGS } from './ways/review/publication/actions.ts';
import { HEARING_TELLINGS } from './ways/hearing/actions.ts';
import { SIMPLE_TELLINGS } from './ways/simple/actions.ts';
import { JOINT_TELLINGS } from './ways/joint/actions.ts';
import { WITHDRAWAL_TELLINGS } from './ways/withdrawal/actions.ts';
import { AGREEMENT_TELLINGS } from './ways/agreement/actions.ts';
import { PROMISES_TELLINGS } from './ways/promises/actions.ts';
import { CARE_TELLINGS } from './ways/care/actions.ts';
import { SEALING_TELLINGS } from './ways/sealing/actions.ts';
import { REPEATS_TELLINGS } from './ways/repeats/actions.ts';
import { COLLECTIVE_TELLINGS } from './ways/collective/actions.ts';
import { PROCEDURES_TELLINGS } from './ways/procedures/actions.ts';
import type { Telling } from './ways/telling.ts';
import { CONGRESS_TELLINGS } from './ways/congress/actions.ts';

/** How each action is told, to the office and to the petitioner. */
export const TELLINGS: Readonly<Record<MatterAction['type'], Telling>> = {
  MatterOpened: { title: '登记立件', shown: true },
  MatterClassified: { title: '甄别', shown: true },
  DuplicateAttached: { title: '与先前的一件合并办理', shown: true, words: 'grounds' },
  DuplicateDetached: { title: '拆出单独办理', shown: true, words: 'grounds' },
  VisitorGuided: { title: '释法明理后引导到政法部门', shown: true, words: 'place' },
  MatterReferred: { title: '转送', shown: true, words: 'note', shownWords: false },
  MatterAssigned: { title: '交办', shown: true, words: 'note', shownWords: false },
  AssignmentReceived: { title: '单位收到', shown: true },
  PassedToNextPetitionDept: { title: '转下级信访部门', shown: true, words: 'grounds' },
  PetitionDeptReceived: { title: '信访部门收到', shown: true },
  ObjectionRaised: { title: '收到的单位提出异议', shown: true, words: 'grounds', shownWords: false },
  ObjectionUpheld: { title: '异议成立，重新确定办理单位', shown: true, words: 'grounds', shownWords: false },
  ObjectionRejected: { title: '异议不成立，由原单位办理', shown: true, words: 'grounds', shownWords: false },
  MatterReassigned: { title: '改派', shown: true, words: 'grounds' },
  MatterAccepted: { title: '受理', shown: true },
  MatterRouted: { title: '导入其他法定程序', shown: true, words: 'organ' },
  MatterDeclined: { title: '不予受理', shown: true, words: 'grounds' },
  MatterReopened: { title: '重新办理', shown: true, words: 'grounds' },
  OtherProcedureChecked: { title: '跟踪其他程序', shown: true, words: 'state' },
  OtherProcedureEnded: { title: '其他程序已结束', shown: true, words: 'state' },
  HandlingStarted: { title: '确定承办人，开始办理', shown: true },
  InvestigationRecorded: { title: '调查核实', shown: true, words: 'record', shownWords: false },
  PetitionerHeard: { title: '听取信访人陈述', shown: true, words: 'record' },
  HandlingExtended: { title: '延期', shown: true, words: 'grounds' },
  OpinionIssued: { title: '作出处理意见', shown: true },
  OpinionRevoked: { title: '处理意见撤销，重新作出', shown: true, words: 'grounds' },
  SuggestionReplyIssued: { title: '作出答复', shown: true, words: 'grounds' },
  DutyPerformed: { title: '履行职责', shown: true, words: 'done' },
  DutyReplyIssued: { title: '作出履行职责答复', shown: true, words: 'grounds' },
  DutyReplyDispatched: { title: '履行职责答复书发出', shown: true, words: 'evidence', shownWords: false },
  DutyReplyDelivered: { title: '履行职责答复书送达', shown: true, words: 'evidence', shownWords: false },
  ContributionFound: { title: '认定建议有贡献', shown: true },
  RewardDecided: { title: '决定奖励', shown: true, words: 'grounds' },
  DestinationNoticeDispatched: { title: '去向告知书发出', shown: true, words: 'evidence', shownWords: false },
  AcceptanceNoticeDispatched: { title: '受理告知书发出', shown: true, words: 'evidence', shownWords: false },
  NonAcceptanceNoticeDispatched: { title: '不予受理告知书发出', shown: true, words: 'evidence', shownWords: false },
  RouteNoticeDispatched: { title: '程序告知书发出', shown: true, words: 'evidence', shownWords: false },
  GuidanceDispatched: { title: '引导告知单发出', shown: true, words: 'evidence', shownWords: false },
  ExtensionNoticeDispatched: { title: '延期告知书发出', shown: true, words: 'evidence', shownWords: false },
  OpinionDispatched: { title: '处理意见书发出', shown: true, words: 'evidence', shownWords: false },
  SuggestionReplyDispatched: { title: '答复函发出', shown: true, words: 'evidence', shownWords: false },
  DocumentCorrected: { title: '更正决定书发出', shown: true, words: 'evidence', shownWords: false },
  StatusNoticeDispatched: { title: '办理状态告知书发出', shown: true, words: 'evidence', shownWords: false },
  WithdrawalConfirmationDispatched: { title: '撤回确认书发出', shown: true, words: 'evidence', shownWords: false },
  ConversionNoticeDispatched: { title: '简易转普通程序告知书发出', shown: true, words: 'evidence', shownWords: false },
  OpinionDelivered: { title: '处理意见书送达', shown: true, words: 'evidence', shownWords: false },
  SuggestionReplyDelivered: { title: '答复函送达', shown: true, words: 'evidence', shownWords: false },
  NoticeDelivered: { title: '文书送达', shown: true, words: 'evidence', shownWords: false },
  DeliveryFailed: { title: '没有送到，期限接着走', shown: true, words: 'grounds' },
  PublicNoticePosted: { title: '公告送达', shown: true, words: 'place' },
  DeemedDelivered: { title: '公告期满，视为送达', shown: true },
  StatusPosted: { title: '凭查询码公布', shown: true, words: 'told' },
  ToldLaterRecorded: { title: '不能当场告知，已记明理由', shown: true, words: 'grounds' },
  CompletionReported: { title: '报送办结报告', shown: false, words: 'report' },
  CompletionReportAccepted: { title: '办结报告审核同意', shown: false },
  CompletionReportReturned: { title: '办结报告退回', shown: false, words: 'grounds' },
  PerformanceReported: { title: '报告落实情况', shown: true, words: 'evidence' },
  PerformanceVerified: { title: '核实已经落实', shown: true, words: 'evidence' },
  PerformanceRefuted: { title: '核实没有落实，退回办理单位', shown: true, words: 'grounds' },
  ReviewTermEnded: { title: '申请复查的期限届满，等邮寄在途的申请', shown: true },
  ReviewTermLapsed: { title: '没有收到复查申请', shown: true },
  MatterConcluded: { title: '办结', shown: true },
  MatterArchived: { title: '归档', shown: true },
  ElectronicDeliveryConsented: { title: '登记电子送达意愿', shown: true },
  ContactChanged: { title: '信访人更新了联系方式', shown: true },
  NoteTaken: { title: '记一笔', shown: false, words: 'text' },
  MaterialAdded: { title: '补充材料', shown: true, words: 'text' },
  TermsRecounted: { title: RECOUNTED, shown: true },
  ...REVIEW_TELLINGS,
  ...PUBLICATION_TELLINGS,
  ...HEARING_TELLINGS,
  ...SIMPLE_TELLINGS,
  ...JOINT_TELLINGS,
  ...WITHDRAWAL_TELLINGS,
  ...AGREEMENT_TELLINGS,
  ...PROMISES_TELLINGS,
  ...CARE_TELLINGS,
  ...CONGRESS_TELLINGS,
  ...PROCEDURES_TELLINGS,
  ...SEALING_TELLINGS,
  ...COLLECTIVE_TELLINGS,
  ...REPEATS_TELLINGS,
};

/** The words that follow the title, if this action has any; for the petitioner, if they are theirs to read. */
export function wordsTold(action: MatterAction, forPetitioner: boolean): Words | undefined {
  const { words, shownWords } = TELLINGS[action.type];
  if (!words || (forPetitioner && shownWords === false)) return undefined;
  return (action as unknown as Readonly<Record<string, Words | undefined>>)[words];
}

/** Is this the petitioner's to see? A note says so itself. */
export function isShown(action: MatterAction): boolean {
  return action.type === 'NoteTaken' ? action.shown : TELLINGS[action.type].shown;
}
