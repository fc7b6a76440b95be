import type { Words } from '#kernel/decider.ts';

/** What may be answered to a claim, and who is told as being in charge: words that every instance shares. */
export type ClaimResult = 'supported' | 'explained' | 'notSupported';

export const CLAIM_RESULTS: Readonly<Record<ClaimResult, string>> = {
  supported: '支持',
  explained: '解释说明',
  notSupported: '不支持',
};

/** Name, post and phone of who is in charge, as told to the petitioner: official facts, yet encrypted with the rest. */
export interface Contact {
  readonly person: string;
  readonly card: Words;
}
