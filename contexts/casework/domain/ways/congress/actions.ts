import type { Words } from '#kernel/decider.ts';
import type { Telling } from '../telling.ts';

/** What can have happened between a congress and the organ that it assigned a matter to (lifecycle 4.5). */
export type CongressAction = { type: 'WrittenFeedbackReceived'; assignment: string; feedback: Words };

/** How it is told on the line of what happened. */
export const CONGRESS_TELLINGS = {
  WrittenFeedbackReceived: { title: '交办单位收到书面反馈', shown: true, words: 'feedback', shownWords: false },
} as const satisfies Record<CongressAction['type'], Telling>;
