/** What may be asked: 听证. Text comes as `Words`, already put away. */
export type HearingCommand = never;
