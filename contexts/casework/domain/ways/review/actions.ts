import type { Telling } from '../telling.ts';

/** What can have happened: 复查、复核、不再受理. The vocabulary of lifecycle 4.5. */
export type ReviewAction = never;

/** How each is told on the line of what happened. */
export const REVIEW_TELLINGS = {} as const satisfies Record<ReviewAction['type'], Telling>;
