import type { Telling } from '../telling.ts';

/** What can have happened: 听证. The vocabulary of lifecycle 4.5. */
export type HearingAction = never;

/** How each is told on the line of what happened. */
export const HEARING_TELLINGS = {} as const satisfies Record<HearingAction['type'], Telling>;
