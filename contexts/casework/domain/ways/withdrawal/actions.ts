import type { Telling } from '../telling.ts';

/** What can have happened: 撤回和无承继人. The vocabulary of lifecycle 4.5. */
export type WithdrawalAction = never;

/** How each is told on the line of what happened. */
export const WITHDRAWAL_TELLINGS = {} as const satisfies Record<WithdrawalAction['type'], Telling>;
