import type { PlainDate } from '#kernel/dates.ts';
import type { Answers } from './answers.ts';

/** A call for suggestions that is open (第二十九条第三款). */
export interface OpenCall {
  readonly id: string;
  readonly title: string;
  readonly organ: string;
  readonly until: PlainDate;
}

/** Only a suggestion answers a call: whoever chooses another purpose has left it. */
export function settled({ call, ...answers }: Answers): Answers {
  return call && answers.purpose === 'suggestion' ? { ...answers, call } : answers;
}
