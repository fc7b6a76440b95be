import type { Words } from '#kernel/decider.ts';
import type { Telling } from '../telling.ts';

/** What can have happened: 简易办理. The vocabulary of lifecycle 4.5. */
export type SimpleAction = { type: 'SimpleChosen' } | { type: 'ConvertedToOrdinary'; grounds: Words };

/** How each is told on the line of what happened. */
export const SIMPLE_TELLINGS = {
  SimpleChosen: { title: '按简易程序办理', shown: true },
  ConvertedToOrdinary: { title: '转为普通程序，办理期限不变', shown: true, words: 'grounds' },
} as const satisfies Record<SimpleAction['type'], Telling>;
