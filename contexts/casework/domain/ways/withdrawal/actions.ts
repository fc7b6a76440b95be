import type { PlainDate } from '#kernel/dates.ts';
import type { Words } from '#kernel/decider.ts';
import type { Telling } from '../telling.ts';

/** What can have happened: 撤回. The vocabulary of lifecycle 4.5; a call-back that did not confirm is a record beside it. */
export type WithdrawalAction =
  | { type: 'WithdrawalRequested'; statement: Words }
  | { type: 'WithdrawalNotConfirmed'; answer: 'pressured' | 'unclear'; record: Words }
  | { type: 'WithdrawnBySome'; agreed: number; staying: number; othersAsked: boolean; record: Words } // beside the vocabulary: for the others it goes on
  | { type: 'RecheckRequestWithdrawn'; until: PlainDate; record: Words } // beside the vocabulary: only the request, the redo goes on
  | { type: 'MatterWithdrawn'; publicInterest: boolean; record: Words }
  | { type: 'WithdrawalUndone'; statement: Words }
  | { type: 'WithdrawalTermLapsed' }
  | { type: 'NoSuccessorRecorded'; reviewer: string; article: string; grounds: Words };

/** How each is told on the line of what happened. */
export const WITHDRAWAL_TELLINGS = {
  WithdrawalRequested: { title: '申请撤回，等承办单位以外的人回访确认', shown: true, words: 'statement' },
  WithdrawalNotConfirmed: { title: '回访后没有确认撤回，照常办理', shown: true, words: 'record' },
  WithdrawnBySome: { title: '回访后：不是每个人都同意撤回，代表的撤回只算本人，其余的人照常办理', shown: true, words: 'record', shownWords: false },
  RecheckRequestWithdrawn: { title: '复核申请已撤回，三十日内可以再请求复核；重新办理按原来的日期照常进行', shown: true, words: 'record' },
  MatterWithdrawn: { title: '已撤回，三十日内可以反悔', shown: true, words: 'record' },
  WithdrawalUndone: { title: '撤回已取消，按原来的日期接着办', shown: true, words: 'statement' },
  WithdrawalTermLapsed: { title: '反悔的期限已过', shown: true },
  NoSuccessorRecorded: { title: '信访人死亡或者终止，没有承继人', shown: true, words: 'grounds' },
} as const satisfies Record<WithdrawalAction['type'], Telling>;
