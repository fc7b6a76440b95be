import type { Words } from '#kernel/decider.ts';
import type { Earlier, RepeatKind } from '../../repeats.ts';

/** The earlier matter, by what the law asks of it: looked up when the command comes in, never typed. */
export interface EarlierSeen extends Earlier {
  readonly id: string;
  readonly no: string;
}

/** What may be asked: 重复信访的认定. A person who has compared both texts decides; the petitioner may appeal. */
export type RepeatsCommand =
  | { type: 'recordRepeat'; earlier: EarlierSeen; sameFacts: boolean; sameReasons: boolean; aboutPromise: boolean; kind: RepeatKind; grounds: Words }
  | { type: 'appealRepeat'; grounds: Words };
