import type { PlainDate } from '#kernel/dates.ts';
import type { RecheckOnPage } from './heard.ts';
import type { SealedDates } from '#kernel/sealed-dates.ts';
import type { JoinPage, JoinProblem, JoinTyped } from './group.ts';
import type { AskAbout, ComplaintAbout, Grade, Fault } from './messages.ts';
import type { Wish } from './mine.ts';
import type { PublicNotice } from './notice.ts';
import type { PublishedPaper } from './paper.ts';
import type { ProgressPage } from './progress.ts';
import type { RefusedSaying } from './refused.ts';

/** The pages around a query code, and those that everybody may open. */
export type FollowPage =
  | { readonly name: 'home' }
  | {
      readonly name: 'follow';
      readonly typed?: string;
      readonly triesLeft?: number;
      readonly written?: readonly string[]; // the page was left too long, and what stood in its form
      readonly problem?: CodeProblem;
    }
  | { readonly name: 'waiting'; readonly intakeNo: string; readonly receivedAt: string; readonly last: PlainDate } // handed in, not yet taken up by the office
  | {
      readonly name: 'overview';
      readonly page: ProgressPage;
      readonly code: string;
      readonly refused: readonly RefusedSaying[];
      readonly sealedDates: readonly SealedDates[];
    }
  | { readonly name: 'progress'; readonly page: ProgressPage; readonly at: number; readonly code: string; readonly refused: readonly RefusedSaying[] }
  | { readonly name: 'refused'; readonly refused: readonly RefusedSaying[] } // the code opens nothing else: a joining that could not be
  | { readonly name: 'sealed'; readonly page: ProgressPage; readonly code: string; readonly sealedDates: readonly SealedDates[] }
  | { readonly name: 'opened'; readonly page: ProgressPage }
  | {
      readonly name: 'mine';
      readonly page: ProgressPage;
      readonly pdf: boolean;
      readonly refused: readonly RefusedSaying[];
      readonly typed?: { readonly wish?: Wish; readonly text: string };
      readonly problem?: 'chooseWish' | 'writeText' | 'tooLong';
    }
  | { readonly name: 'rate'; readonly page: ProgressPage; readonly at: number; readonly typed?: RateTyped; readonly problem?: 'chooseGrade' }
  | { readonly name: 'complain'; readonly page?: ProgressPage; readonly at: number; readonly typed?: ComplainTyped; readonly problem?: 'writeText' | 'tooLong' }
  | {
      readonly name: 'supplement';
      readonly page?: ProgressPage;
      readonly typed?: string;
      readonly problem?: 'writeText' | 'tooLong';
      readonly refused?: readonly { readonly name: string; readonly why: string }[];
    }
  | {
      readonly name: 'contact';
      readonly page?: ProgressPage;
      readonly typed?: { readonly phone: string; readonly address: string };
      readonly problem?: string;
      readonly count?: number;
    }
  | { readonly name: 'askReview'; readonly page: ProgressPage; readonly at: number; readonly typed?: ReviewTyped; readonly problem?: ReviewProblem }
  | {
      readonly name: 'ask';
      readonly page: ProgressPage;
      readonly at: number;
      readonly about: AskAbout;
      readonly typed?: string;
      readonly headConcerned?: boolean; // of a recusal
      readonly newGround?: boolean; // of a recusal that was not granted before
      readonly problem?: 'writeText' | 'tooLong';
    }
  | { readonly name: 'join'; readonly typed?: string; readonly triesLeft?: number; readonly written?: readonly string[] }
  | {
      readonly name: 'joinName';
      readonly matter: JoinPage;
      readonly join: string; // carried by the form, as there is no script
      readonly once: string;
      readonly typed?: JoinTyped;
      readonly problem?: JoinProblem;
    }
  | { readonly name: 'joined'; readonly code: string }
  | { readonly name: 'roster'; readonly page: ProgressPage; readonly at: number; readonly typed?: string; readonly problem?: 'representatives' }
  | { readonly name: 'commitment'; readonly page: ProgressPage; readonly at: number; readonly problem?: 'tick' }
  | { readonly name: 'withdraw'; readonly page: ProgressPage; readonly at: number }
  | {
      readonly name: 'thanks';
      readonly about:
        | 'ask'
        | 'openRoster'
        | 'leaveRoster'
        | 'agreeWithdrawal'
        | 'agreeToTerms'
        | 'notToTerms'
        | 'stayWithdrawal'
        | 'privacy'
        | 'complaint'
        | 'supplement'
        | 'contact'
        | 'electronicDelivery'
        | 'review'
        | 'recheck'
        | 'commitment'
        | 'cancelCommitment';
    }
  | { readonly name: 'thanks'; readonly about: 'rating'; readonly recorded: readonly Recorded[]; readonly changed?: boolean }
  | { readonly name: 'verify'; readonly code: string; readonly paper?: PublishedPaper; readonly compared?: 'same' | 'different' | 'nothing' }
  | { readonly name: 'proof'; readonly key?: SigningKey; readonly roots: readonly DayRoot[]; readonly until?: PlainDate; readonly older?: PlainDate }
  | { readonly name: 'rechecks'; readonly rechecks: readonly RecheckOnPage[] }
  | { readonly name: 'notices'; readonly notices: readonly PublicNotice[] }
  | { readonly name: 'offices'; readonly search: string }
  | { readonly name: 'ways'; readonly search: string }
  | { readonly name: 'privacy' | 'accessibility' | 'law' | 'accusation' | 'feedback' }
  | {
      readonly name: 'error';
      readonly status: number;
      readonly type: string;
      readonly title: string;
      readonly number?: string;
      readonly retry?: string;
      readonly written?: readonly string[];
    };

/** A code that cannot be one: so many characters too few or too many; nothing typed at all. */
export type CodeProblem = { readonly code: 'writeCode' } | { readonly code: 'codeShort' | 'codeLong'; readonly by: number };

/** What has just been said of an office: told this once, to whoever said it. No grade is “not rated”, never satisfied. */
export interface Recorded {
  readonly office: string;
  readonly grade?: Grade;
}

export interface RateTyped {
  readonly petitionDept?: Grade;
  readonly handlingUnit?: Grade;
  readonly faults: readonly Fault[];
  readonly text: string;
  readonly callBack: boolean;
}

export interface ReviewTyped {
  readonly organ?: string;
  readonly grounds: string;
  readonly newFacts: string;
  readonly excuse: string;
}

export type ReviewProblem = 'writeText' | 'tooLong' | 'writeExcuse';

export interface ComplainTyped {
  readonly about?: ComplaintAbout;
  readonly text: string;
  readonly to: 'supervision' | 'above';
}

/** The office's public key: whoever has a receipt checks it with this, without asking the office. */
export interface SigningKey {
  readonly key: string; // 'qinghe/1'
  readonly publicKey: string; // 32 bytes, base64
}

/** The one number of a day that stands for everything recorded on it. */
export interface DayRoot {
  readonly day: PlainDate;
  readonly leaves: number;
  readonly root: string;
  readonly chained: string;
  readonly signature: string;
}
