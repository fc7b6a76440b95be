import type { PlainDate } from '#kernel/dates.ts';
import type { Words } from '#kernel/decider.ts';

/** What the petitioner says when somebody outside the handling unit calls back. */
export const FREE_WILL = {
  free: '是本人自愿',
  pressured: '有人施压、劝说或者许了条件',
  unclear: '没有联系上，或者说不清',
} as const;

/** What may be asked: 撤回. Text comes as `Words`, already put away. */
export type WithdrawalCommand =
  | { type: 'requestWithdrawal'; statement: Words }
  | {
      type: 'confirmWithdrawal';
      answer: keyof typeof FREE_WILL;
      record: Words;
      publicInterest: boolean;
      everybody?: boolean; // of a group: whoever is not on its roster was asked as well, one by one, and agrees
      duty?: Words;
      dutyDueOn?: PlainDate;
    }
  | { type: 'undoWithdraw'; statement: Words }
  | { type: 'lapseWithdrawal' }
  | { type: 'recordNoSuccessor'; reviewer: string; grounds: Words };
