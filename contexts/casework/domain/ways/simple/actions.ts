import type { Telling } from '../telling.ts';

/** What can have happened: 简易办理. The vocabulary of lifecycle 4.5. */
export type SimpleAction = never;

/** How each is told on the line of what happened. */
export const SIMPLE_TELLINGS = {} as const satisfies Record<SimpleAction['type'], Telling>;
