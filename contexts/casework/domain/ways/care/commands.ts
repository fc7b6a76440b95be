import type { Words } from '#kernel/decider.ts';
import type { Contact } from '../../actions.ts';

/** What may be asked: 回避、紧急报告、帮扶. Text comes as `Words`, already put away. */
export type CareCommand =
  | { type: 'requestRecusal'; person?: string; interest: Words; headConcerned?: boolean; newGround?: boolean }
  | { type: 'passRecusalUp'; no?: number; grounds: Words }
  | { type: 'decideRecusal'; no?: number; recused: boolean; successor?: Contact; grounds: Words }
  | { type: 'flagUrgent'; what: Words }
  | { type: 'reportUrgent'; to: keyof typeof URGENT_TO; evidence: Words }
  | { type: 'offerHelp'; what: Words };

/** 第二十五条: sideways by whoever received it, upward by the petition department. */
export const URGENT_TO = {
  level: '本级党委、政府，主管部门，联席会议办公室',
  upward: '上一级信访部门和国家信访局',
} as const;
