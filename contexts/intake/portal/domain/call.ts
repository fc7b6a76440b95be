import type { PlainDate } from '#kernel/dates.ts';
import type { Answers } from './answers.ts';

/** A call for suggestions that is open (第二十九条第三款). */
export interface OpenCall {
  readonly id: string;
  readonly title: string;
  readonly organ: string;
  readonly until: PlainDate;
}

/** A call as the desk knows it, whose letters come after a day or two: also one that is over. */
export interface Call extends OpenCall {
  readonly since: PlainDate;
}

/** Whoever writes on the last day is in time, whenever the letter is opened. */
export const isOpenOn = ({ since, until }: Call, day: PlainDate): boolean => since <= day && day <= until;

/** Only a suggestion answers a call: whoever chooses another purpose has left it. */
export function settled({ call, ...answers }: Answers): Answers {
  return call && answers.purpose === 'suggestion' ? { ...answers, call } : answers;
}
