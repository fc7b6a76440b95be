import type { PlainDate } from '#kernel/dates.ts';
import type { Words } from '#kernel/decider.ts';

/** What may be asked: 复核意见公示. `left` is what a look through the text found that still leads to a person. */
export type PublicationCommand =
  | { type: 'proposePublication'; document: string; text: Words; left: readonly string[]; startsOn: PlainDate; endsOn: PlainDate }
  | { type: 'tellPublication'; on: PlainDate; told: Words }
  | { type: 'objectToPublication'; grounds: Words }
  | { type: 'answerObjection'; upheld: boolean; grounds: Words }
  | { type: 'releasePublication'; reviewed: boolean; left: readonly string[]; grounds: Words }
  | { type: 'takeDownPublication'; grounds: Words };
