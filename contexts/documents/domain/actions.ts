import type { PlainDate } from '#kernel/dates.ts';
import type { Done, Words } from '#kernel/decider.ts';
import type { Method } from './delivery.ts';
import type { PaperCode } from './kind.ts';

/**
 * What happens to a paper, in its own stream `document/N`. `DocumentNumbered`,
 * `DocumentSealed` and `DocumentVoided` are of the vocabulary; the records of
 * its way are called Paper…, since their legal effect stands in the stream of
 * the matter, in the same act (casework: OpinionDispatched, NoticeDelivered …).
 */
export type PaperAction = Done &
  (
    | ({ readonly type: 'DocumentNumbered' } & Issue)
    | ({ readonly type: 'DocumentSealed'; readonly document: string } & Rendering)
    | { readonly type: 'DocumentVoided'; readonly document: string; readonly grounds: Words }
    | { readonly type: 'PaperDispatched'; readonly document: string; readonly method: Method; readonly evidence: Words }
    | { readonly type: 'PaperDelivered'; readonly document: string; readonly method: Method; readonly evidence: Words; readonly on: PlainDate }
    | { readonly type: 'PaperReturned'; readonly document: string; readonly grounds: Words }
  );

/** What is fixed when a paper is issued; nothing of it can be changed afterwards (不变量 35). */
export interface Issue {
  readonly document: string; // 'document/4'
  readonly code: PaperCode;
  readonly number: string | null; // 发文字号; forms and slips have none
  readonly series: Series | null;
  readonly organ: string; // unit code
  readonly organName: string; // as it stood on that day
  readonly issuedOn: PlainDate; // 成文日期
  readonly template: string; // 'F07/1'
  readonly content: Words; // every blank, as it was signed
  readonly check: string; // of the content, printed on the paper
  readonly verify: string; // the code in its QR
  readonly corrects: string | null; // the paper that this one corrects
}

/** One series an organ, kind of paper and year, without gaps. */
export interface Series {
  readonly word: string; // 清住建信意
  readonly year: number;
  readonly n: number;
}

/** The bytes: made once after the act, never anew. */
export interface Rendering {
  readonly file: Words; // name and key of the blob, encrypted
  readonly hash: string; // SHA-256 of the PDF
  readonly bytes: number;
  readonly pages: number;
}

/** What the machine does of itself, seconds after a number: whoever has the page open has lost nothing by it. */
export const SEALING: ReadonlySet<string> = new Set(['DocumentSealed']);
