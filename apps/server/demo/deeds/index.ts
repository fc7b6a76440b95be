import type { DeedName } from '../parts.ts';
import { answer, classify, keep, open, register } from './arriving.ts';
import { command, post } from './commands.ts';
import type { Do } from './deed.ts';
import { arrive, comeBack, draft, send, sign } from './papers.ts';
import { askReview, rate, supplement } from './petitioner.ts';
import { nameAccused, receive, seal, tellReporter, transfer } from './sealed.ts';

/** Every deed of the replay, by its name. */
export const DEEDS: Readonly<Record<DeedName, Do>> = {
  register,
  keep,
  answer,
  open,
  classify,
  command,
  post,
  draft,
  sign,
  send,
  arrive,
  comeBack,
  rate,
  supplement,
  askReview,
  seal,
  nameAccused,
  transfer,
  receive,
  tellReporter,
};
export type { Doing, Stage } from './deed.ts';
