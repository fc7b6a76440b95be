import type { PlainDate } from '#kernel/dates.ts';
import type { Answers } from './answers.ts';
import type { OpenCall } from './call.ts';
import type { Receipt } from './filing.ts';
import type { Problem } from './problems.ts';
import type { Step } from './steps.ts';

/** The pages of filing, and what each of them shows. */
export type FilingPage =
  | { readonly name: 'file-start'; readonly calls: readonly OpenCall[] }
  | QuestionPage
  | ReviewPage
  | { readonly name: 'file-stop'; readonly resumeCode: string; readonly until: PlainDate }
  | { readonly name: 'resume'; readonly typed?: string; readonly triesLeft?: number }
  | { readonly name: 'file-expired' }
  | { readonly name: 'receipt'; readonly receipt: Receipt; readonly qr: Qr; readonly pdf: boolean };

interface ReviewPage {
  readonly name: 'file-review';
  readonly answers: Answers;
  readonly call?: OpenCall;
  readonly files: readonly FileLine[];
  readonly next: Receipt['next'];
  readonly back: Step;
}

/** A QR code as one path in a square of `size` modules, quiet zone included. */
export interface Qr {
  readonly size: number;
  readonly path: string;
}

export interface QuestionPage {
  readonly name: 'question';
  readonly step: Step;
  readonly at: number;
  readonly of: number;
  readonly answers: Answers;
  readonly files: readonly FileLine[];
  readonly problems: readonly Problem[];
  readonly refused?: readonly RefusedFile[];
  readonly back?: Step;
  readonly trouble?: 'ours' | 'placeFull'; // what was typed is on the page, and not yet saved
  readonly most?: number; // bytes of all files together
  readonly toReview: boolean; // came from the review, goes back to it
  readonly resumeCode: string;
  readonly until?: PlainDate;
}

export interface FileLine {
  readonly blob: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
}

/** Why a file was not taken; the page says it in words and names what can be done instead. */
export interface RefusedFile {
  readonly name: string;
  readonly why: 'tooBig' | 'wrongType' | 'disguised' | 'heic' | 'broken' | 'empty' | 'tooMany' | 'notStored' | NoRoom;
  readonly most?: number; // bytes of all files of one matter, where that is why
}

/** Why there is no room for a file, in the order in which somebody can do something about it. */
export type NoRoom = 'draftFull' | 'placeFull' | 'shareFull';

export const MOST_BYTES = 20 * 1024 * 1024; // each
export const MOST_FILES = 20;
