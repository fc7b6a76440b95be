import type { Telling } from '../telling.ts';

/** What can have happened: 回避、紧急报告、帮扶. The vocabulary of lifecycle 4.5. */
export type CareAction = never;

/** How each is told on the line of what happened. */
export const CARE_TELLINGS = {} as const satisfies Record<CareAction['type'], Telling>;
