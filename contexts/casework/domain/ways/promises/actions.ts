import type { Telling } from '../telling.ts';

/** What can have happened: 承诺、双签、绿色通道. The vocabulary of lifecycle 4.5. */
export type PromisesAction = never;

/** How each is told on the line of what happened. */
export const PROMISES_TELLINGS = {} as const satisfies Record<PromisesAction['type'], Telling>;
