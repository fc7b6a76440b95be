import type { PlainDate } from '#kernel/dates.ts';
import type { Words } from '#kernel/decider.ts';

/**
 * What may be asked: 联名事项的名册. `member` is nobody's number: it is made of the
 * member's own query code, stands in this one matter, and is found nowhere else.
 */
export type CollectiveCommand =
  | { type: 'openRoster'; representatives: number; election?: Words }
  | { type: 'joinRoster'; member: string; card: Words }
  | { type: 'leaveRoster'; member: string }
  | { type: 'answerWithdrawal'; member: string; agrees: boolean } // the representative would withdraw: each says so for themselves
  | { type: 'signAsMember'; member: string; parts: readonly string[]; until: PlainDate } // the promises of the unit as the member read them
  | { type: 'cancelAsMember'; member: string };
