import type { Words } from '#kernel/decider.ts';
import type { RepeatKind } from '../../repeats.ts';
import type { Telling } from '../telling.ts';

/** What can have happened: what a matter is to an earlier one, as a person found, beside what the rule proposed. */
export type RepeatsAction =
  | {
      type: 'RepeatRecorded';
      earlier: string;
      earlierNo: string;
      sameFacts: boolean;
      sameReasons: boolean;
      aboutPromise: boolean;
      rule?: string; // that proposed, with its version; absent in what was recorded before rules had names. Kept, shown nowhere
      proposed: RepeatKind;
      kind: RepeatKind;
      grounds: Words;
    }
  | { type: 'RepeatAppealed'; grounds: Words };

/** How each is told on the line of what happened. */
export const REPEATS_TELLINGS = {
  RepeatRecorded: { title: '和先前的一件对照过', shown: true, words: 'grounds' },
  RepeatAppealed: { title: '信访人不同意对照的结论，由另一个人重新对照', shown: true, words: 'grounds' },
} as const satisfies Record<RepeatsAction['type'], Telling>;
