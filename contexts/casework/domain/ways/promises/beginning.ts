import type { ClockId } from '#kernel/clocks/rule.ts';
import type { Stage } from '../../stages.ts';

/**
 * Local promises of how the handling begins: to meet, to sign, to form a task
 * force. No act ends them but their own, and a withdrawal (statutes D05–D07).
 * Once the handling is over nobody can keep them any more: they stand in the
 * matter as they are, kept or not, and no desk is asked for them.
 */
const OF_THE_BEGINNING: ReadonlySet<ClockId> = new Set(['D05', 'D06a', 'D06b', 'D07']);

/** Where the handling still goes on, or was sent back to do again. */
const HANDLING: ReadonlySet<Stage> = new Set([
  'registered',
  'triaged',
  'awaitingLeadership',
  'awaitingAcceptance',
  'objectionPending',
  'jurisdictionPending',
  'accepted',
  'inProgress',
  'studying',
  'opinionIssued',
  'withdrawn',
]);

export const isSpent = (clock: ClockId, stage: Stage): boolean => OF_THE_BEGINNING.has(clock) && !HANDLING.has(stage);
