import type { Words } from '#kernel/decider.ts';
import type { Telling } from '../telling.ts';

/** What can have happened: 回避、紧急报告、帮扶. The vocabulary of lifecycle 4.5. */
export type CareAction =
  | { type: 'RecusalRequested'; part: string; person: string; unit: string; interest: Words; again?: true }
  | { type: 'RecusalPassedUp'; part: string; to: string; grounds: Words } // beside the vocabulary: the three days go on, with the organ above
  | { type: 'RecusalDecided'; part: string; recused: boolean; grounds: Words }
  | { type: 'UrgencyFlagged'; what: Words }
  | { type: 'UrgentReportSent'; evidence: Words }
  | { type: 'UrgentReportSentUpward'; evidence: Words }
  | { type: 'HelpOffered'; what: Words }; // whether it was taken is nobody's business here (rights R4)

/** How each is told on the line of what happened. */
export const CARE_TELLINGS = {
  RecusalRequested: { title: '申请回避：第一次申请、有新理由的，决定前该工作人员不办理本件', shown: true, words: 'interest', shownWords: false },
  RecusalPassedUp: { title: '回避申请报请上一级决定', shown: true, words: 'grounds', shownWords: false },
  RecusalDecided: { title: '回避申请已决定', shown: true, words: 'grounds' },
  UrgencyFlagged: { title: '发现重大、紧急情况', shown: false, words: 'what' },
  UrgentReportSent: { title: '已报告本级党委、政府和主管部门', shown: false, words: 'evidence' },
  UrgentReportSentUpward: { title: '已报告上一级信访部门和国家信访局', shown: false, words: 'evidence' },
  HelpOffered: { title: '告知可以申请的帮扶，接不接受都不影响办理', shown: true, words: 'what' },
} as const satisfies Record<CareAction['type'], Telling>;
