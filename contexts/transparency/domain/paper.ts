import type { PlainDate } from '#kernel/dates.ts';

/** What anyone may learn of an issued paper from the code on it: enough to tell a real one, no name, no content. */
export interface PublishedPaper {
  readonly title: string; // 信访处理意见书
  readonly no?: string; // 清水信意〔2026〕12号
  readonly organ: string;
  readonly issuedOn: PlainDate;
  readonly check: string; // printed beside the QR
  readonly sha256?: string; // of the PDF, once it is made
  readonly state: 'inForce' | 'corrected' | 'revoked' | 'voided';
  readonly replacedBy?: string; // number of the paper that corrected it
}
