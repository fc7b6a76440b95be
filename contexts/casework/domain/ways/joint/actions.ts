import type { Telling } from '../telling.ts';

/** What can have happened: 多部门：协商、争议、党委政府决定. The vocabulary of lifecycle 4.5. */
export type JointAction = never;

/** How each is told on the line of what happened. */
export const JOINT_TELLINGS = {} as const satisfies Record<JointAction['type'], Telling>;
