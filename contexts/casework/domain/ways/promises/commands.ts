/** What may be asked: 承诺、双签、绿色通道. Text comes as `Words`, already put away. */
export type PromisesCommand = never;
