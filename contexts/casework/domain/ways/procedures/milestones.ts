import type { ActionType } from '#kernel/vocabulary.ts';
import type { ClaimRoute } from '../../kinds.ts';

interface Milestone {
  readonly name: string;
  readonly of: readonly ClaimRoute[]; // the procedures in which it occurs
}

/** What is followed in the other procedure until it ends (第三十一条第一至四项). */
export const MILESTONES = {
  AdministrativeActKnown: { name: '知道该行政行为之日', of: ['administrativeProcedure'] },
  ReconsiderationApplied: { name: '申请行政复议', of: ['administrativeProcedure'] },
  ReconsiderationAccepted: { name: '行政复议已受理', of: ['administrativeProcedure'] },
  ReconsiderationRejected: { name: '行政复议不予受理', of: ['administrativeProcedure'] },
  JudicialReceived: { name: '法院、检察院收到', of: ['litigation'] },
  JudicialProceduralReply: { name: '法院、检察院程序回复', of: ['litigation'] },
  JudicialResultReply: { name: '法院、检察院结果答复', of: ['litigation'] },
} as const satisfies Partial<Record<ActionType, Milestone>>;

export type MilestoneType = keyof typeof MILESTONES;
