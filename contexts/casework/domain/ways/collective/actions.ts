import type { Words } from '#kernel/decider.ts';
import type { Telling } from '../telling.ts';

/** What can have happened: 联名事项的名册. Names are words, and no telling shows them to anybody. */
export type CollectiveAction =
  | { type: 'RosterOpened'; representatives: number; round: number; election?: Words }
  | { type: 'MemberJoined'; member: string; card: Words }
  | { type: 'MemberLeft'; member: string };

/** How each is told on the line of what happened. Who joined and who left is told to nobody, only that somebody did. */
export const COLLECTIVE_TELLINGS = {
  RosterOpened: { title: '开设名册，成员凭加入码自己加入、自己退出', shown: true, words: 'election', shownWords: false },
  MemberJoined: { title: '一名成员自己加入名册', shown: false },
  MemberLeft: { title: '一名成员自己退出名册，姓名已经删除', shown: false },
} as const satisfies Record<CollectiveAction['type'], Telling>;
