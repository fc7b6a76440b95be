import type { RepeatKind } from '../../repeats.ts';

/** What this matter is to an earlier one. It says something of two matters and nothing of anybody (rights R1). */
export interface Repeat {
  readonly earlier: string;
  readonly earlierNo: string;
  readonly kind: RepeatKind;
  readonly decidedBy: string;
  readonly appealed: boolean; // the question is open again
}
