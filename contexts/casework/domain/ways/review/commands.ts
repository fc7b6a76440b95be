import type { PlainDate } from '#kernel/dates.ts';
import type { Done, Words } from '#kernel/decider.ts';
import type { ClaimResult, Contact } from '../../answers.ts';
import type { Sending } from '../../sending.ts';
import type { PublicationCommand } from './publication/commands.ts';
import type { RefuseReviewGround, ReviewResult } from './state.ts';

/** What may be asked: 复查复核、不再受理. Text comes as `Words`, already put away. */
export type ReviewCommand = Done &
  (
    | ({ type: 'requestReview' } & Request)
    | ({ type: 'requestRecheck' } & Request)
    | { type: 'admitReview'; accepted: boolean; officer?: Contact; ground?: RefuseReviewGround; grounds?: Words }
    | { type: 'replaceReviewer'; officer: Contact }
    | ({ type: 'extendReview'; days: number; grounds: Words; document: string } & Sending)
    | ({ type: 'decideReview' } & Decision)
    | ({ type: 'decideRecheck' } & Decision)
    | {
        type: 'compareWithEarlier';
        earlier: EarlierMatter;
        factsBefore: Words;
        factsNow: Words;
        reasonsBefore: Words;
        reasonsNow: Words;
        samePetitioner: boolean;
        newFactsClaimed: boolean;
      }
    | PublicationCommand
    | { type: 'recordReaudit'; confirmed: boolean; grounds: Words }
    | { type: 'refuseFurther'; refused: boolean; grounds: Words; notNew?: Words }
  );

interface Request {
  readonly organ?: string; // where two are competent, the petitioner chooses
  readonly on: PlainDate; // when it was handed in
  readonly postmarkOn?: PlainDate; // it came by post: this day counts for the term
  readonly grounds: Words;
  readonly newFacts?: Words;
  readonly excuse?: Words; // why it comes late
}

interface Decision {
  readonly document: string;
  readonly result: ReviewResult;
  readonly grounds: Words;
  readonly results?: Readonly<Record<number, ClaimResult>>;
  readonly dueOn?: PlainDate;
  readonly performingUnit?: string;
  readonly redoBy?: PlainDate;
}

/** What must be known of the earlier matter: that its recheck opinion has arrived. */
export interface EarlierMatter {
  readonly id: string;
  readonly no: string;
  readonly recheckDeliveredOn?: PlainDate;
}
