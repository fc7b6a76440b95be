import type { PlainDate } from '#kernel/dates.ts';
import type { Words } from '#kernel/decider.ts';
import type { MilestoneType } from './milestones.ts';

/** What may be asked: 跟踪其他程序. Text comes as `Words`, already put away. */
export type ProceduresCommand =
  | { type: 'recordMilestone'; milestone: MilestoneType; on: PlainDate; state: Words }
  | { type: 'disputeRoute'; grounds: Words }
  | { type: 'confirmRoute'; grounds: Words };
