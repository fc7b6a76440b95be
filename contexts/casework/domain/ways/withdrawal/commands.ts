/** What may be asked: 撤回和无承继人. Text comes as `Words`, already put away. */
export type WithdrawalCommand = never;
