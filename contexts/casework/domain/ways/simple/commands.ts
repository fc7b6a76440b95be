/** What may be asked: 简易办理. Text comes as `Words`, already put away. */
export type SimpleCommand = never;
