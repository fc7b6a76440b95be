import type { PlainDate } from '#kernel/dates.ts';
import type { Words } from '#kernel/decider.ts';
import type { Telling } from '../telling.ts';

/** What can have happened: 双签、承诺、绿色通道. The vocabulary of lifecycle 4.5. */
export type PromisesAction =
  | { type: 'LeaderInstructionSigned'; assignment?: string; instruction: Words }
  | { type: 'TaskForceFormed'; assignment?: string; charter: Words }
  | { type: 'MeetingWithPetitionerRecorded'; assignment?: string; on: PlainDate; record: Words }
  | { type: 'MeetingDeclined'; assignment?: string; statement: Words }
  | { type: 'MutualCommitmentSigned'; online: boolean; until: PlainDate; savingClause: true; steps: Words; witness?: Words }
  | { type: 'MutualCommitmentCancelled' }
  | { type: 'CommitmentMade'; part: string; owner: string; dueOn: { D11: PlainDate }; what: Words }
  | { type: 'CommitmentVerified'; part: string; asked: 'petitionerConfirms' | 'petitionerNotReached'; evidence: Words }
  | { type: 'CommitmentRefuted'; part: string; grounds: Words }
  | { type: 'CommitmentReleased'; part: string; grounds: Words }
  | { type: 'GreenChannelOpened'; leader: string; grounds: Words }
  | { type: 'PreliminaryReportSubmitted'; report: Words }
  | { type: 'LocalTermReleased'; grounds: Words };

/** How each is told on the line of what happened. */
export const PROMISES_TELLINGS = {
  LeaderInstructionSigned: { title: '单位负责人签批', shown: true, words: 'instruction', shownWords: false },
  TaskForceFormed: { title: '成立工作专班', shown: true, words: 'charter' },
  MeetingWithPetitionerRecorded: { title: '与信访人见面沟通', shown: true, words: 'record' },
  MeetingDeclined: { title: '信访人不需要见面，照常办理', shown: true, words: 'statement' },
  MutualCommitmentSigned: { title: '签订双向承诺书，不影响任何权利', shown: true, words: 'steps' },
  MutualCommitmentCancelled: { title: '信访人退出双向承诺书，照常办理', shown: true },
  CommitmentMade: { title: '作出承诺', shown: true, words: 'what' },
  CommitmentVerified: { title: '核实承诺已经做到', shown: true, words: 'evidence' },
  CommitmentRefuted: { title: '核实承诺没有做到，交督查处理', shown: true, words: 'grounds' },
  CommitmentReleased: { title: '承诺解除，理由已写明', shown: true, words: 'grounds' },
  GreenChannelOpened: { title: '开通绿色通道', shown: true, words: 'grounds' },
  PreliminaryReportSubmitted: { title: '反馈初步办理情况', shown: true, words: 'report', shownWords: false },
  LocalTermReleased: { title: '本地承诺期限解除，法定期限不变', shown: true, words: 'grounds' },
} as const satisfies Record<PromisesAction['type'], Telling>;
