import type { PlainDate } from '#kernel/dates.ts';
import type { Words } from '#kernel/decider.ts';
import type { Telling } from '../../telling.ts';

/** What can have happened: 复核意见公示. Beside the vocabulary of lifecycle 4.5: 第三十六条第二款 allows it, and sets no term. */
export type PublicationAction =
  | { type: 'PublicationProposed'; document: string; text: Words; startsOn: PlainDate; endsOn: PlainDate }
  | { type: 'PublicationTold'; document: string; on: PlainDate; until: PlainDate; told: Words }
  | { type: 'PublicationObjected'; document: string; grounds: Words }
  | { type: 'PublicationObjectionAnswered'; document: string; upheld: boolean; grounds: Words }
  | { type: 'PublicationReleased'; document: string; text: Words; grounds: Words }
  | { type: 'PublicationTakenDown'; document: string; grounds: Words };

/** How each is told on the line of what happened. */
export const PUBLICATION_TELLINGS = {
  PublicationProposed: { title: '拟公示复核意见，公示稿已去标识', shown: true },
  PublicationTold: { title: '公示以前告知信访人', shown: true, words: 'told', shownWords: false },
  PublicationObjected: { title: '信访人对公示提出异议，答复以前不公示', shown: true, words: 'grounds' },
  PublicationObjectionAnswered: { title: '答复对公示的异议', shown: true, words: 'grounds' },
  PublicationReleased: { title: '公示复核意见（去标识）', shown: true, words: 'grounds', shownWords: false },
  PublicationTakenDown: { title: '公示已经撤下', shown: true, words: 'grounds' },
} as const satisfies Record<PublicationAction['type'], Telling>;
