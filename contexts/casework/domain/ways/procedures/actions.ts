import type { Telling } from '../telling.ts';

/** What can have happened: 其他程序的节点. The vocabulary of lifecycle 4.5. */
export type ProceduresAction = never;

/** How each is told on the line of what happened. */
export const PROCEDURES_TELLINGS = {} as const satisfies Record<ProceduresAction['type'], Telling>;
