import type { PlainDate } from '#kernel/dates.ts';
import type { Words } from '#kernel/decider.ts';
import type { Telling } from '../telling.ts';
import type { MilestoneType } from './milestones.ts';

/** What can have happened: 跟踪其他程序. The vocabulary of lifecycle 4.5. */
export type ProceduresAction =
  | { type: MilestoneType; on: PlainDate; state: Words }
  | { type: 'PetitionerDisputedRoute'; grounds: Words }
  | { type: 'RouteConfirmed'; grounds: Words };

/** How each is told on the line of what happened. */
export const PROCEDURES_TELLINGS = {
  AdministrativeActKnown: { title: '登记知道行政行为的日期，申请复议的期限从此起算', shown: true, words: 'state' },
  ReconsiderationApplied: { title: '已申请行政复议', shown: true, words: 'state' },
  ReconsiderationAccepted: { title: '行政复议已受理', shown: true, words: 'state' },
  ReconsiderationRejected: { title: '行政复议不予受理', shown: true, words: 'state' },
  JudicialReceived: { title: '法院、检察院已收到', shown: true, words: 'state' },
  JudicialProceduralReply: { title: '法院、检察院作了程序回复', shown: true, words: 'state' },
  JudicialResultReply: { title: '法院、检察院作了结果答复', shown: true, words: 'state' },
  PetitionerDisputedRoute: { title: '信访人对导入的程序有异议', shown: true, words: 'grounds' },
  RouteConfirmed: { title: '核对后仍走导入的程序', shown: true, words: 'grounds' },
} as const satisfies Record<ProceduresAction['type'], Telling>;
