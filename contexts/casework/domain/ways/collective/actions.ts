import type { PlainDate } from '#kernel/dates.ts';
import type { Words } from '#kernel/decider.ts';
import type { Telling } from '../telling.ts';

/** What can have happened: 联名事项的名册. Names are words, and no telling shows them to anybody. */
export type CollectiveAction =
  | { type: 'RosterOpened'; representatives: number; round: number; election?: Words }
  | { type: 'MemberJoined'; member: string; card: Words }
  | { type: 'MemberLeft'; member: string }
  | { type: 'MemberAgreedToWithdraw'; member: string }
  | { type: 'MemberStays'; member: string }
  // 双向承诺书, by each for themselves (rights R7). Beside MutualCommitmentSigned of lifecycle 4.5, which is whoever's brought the matter:
  // it moves no clock of the matter, the days to think it over stand in it.
  | { type: 'MemberSignedCommitment'; member: string; parts: readonly string[]; until: PlainDate; savingClause: true; coolingUntil?: PlainDate }
  | { type: 'MemberLeftCommitment'; member: string };

/** How each is told on the line of what happened. Who joined, left or signed is told to nobody, only that somebody did. */
export const COLLECTIVE_TELLINGS = {
  RosterOpened: { title: '开设名册，成员凭加入码自己加入、自己退出', shown: true, words: 'election', shownWords: false },
  MemberJoined: { title: '一名成员自己加入名册', shown: false },
  MemberLeft: { title: '一名成员自己退出名册，姓名已经删除', shown: false },
  MemberAgreedToWithdraw: { title: '一名成员自己同意撤回', shown: false },
  MemberStays: { title: '一名成员不同意撤回', shown: false },
  MemberSignedCommitment: { title: '一名成员自己签了双向承诺书，只算本人，不影响任何权利', shown: false },
  MemberLeftCommitment: { title: '一名成员自己退出双向承诺书，照常办理', shown: false },
} as const satisfies Record<CollectiveAction['type'], Telling>;
