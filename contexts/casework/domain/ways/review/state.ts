import type { PlainDate } from '#kernel/dates.ts';
import type { Words } from '#kernel/decider.ts';
import type { ClaimResult, Contact } from '../../answers.ts';
import type { Stage } from '../../stages.ts';

/** What a review may say of the opinion before it (第三十五条、第三十六条; 山东 2015 第四十五条 as model). */
export type ReviewResult = 'uphold' | 'change' | 'revoke' | 'revokeAndRemand';

/** Why a review may be refused: only where a pack has an entry of evidence T for it (lifecycle 57). */
export type RefuseReviewGround = 'lateWithoutExcuse' | 'notPetitionProcedure' | 'notPetitioner';

export const REFUSE_REVIEW_GROUNDS: Readonly<Record<RefuseReviewGround, { readonly name: string }>> = {
  lateWithoutExcuse: { name: '超过期限，又没有正当理由' },
  notPetitionProcedure: { name: '不是第三十一条第六项的事项' },
  notPetitioner: { name: '申请人不是信访人，也没有受委托' },
};

/** One round before a higher organ: the review of an opinion, or the recheck of a review. */
export interface Proceeding {
  readonly organ: string;
  readonly from: Stage; // to which a refused request goes back
  readonly requestedOn: PlainDate;
  readonly grounds: Words;
  readonly newFacts?: Words;
  readonly postmarkOn?: PlainDate;
  readonly excuse?: Words;
  readonly officer?: Contact;
  readonly refused?: RefuseReviewGround;
  readonly extended?: true;
  readonly opinion?: ReviewOpinion;
  readonly deliveredOn?: PlainDate;
  readonly recheckWithdrawn?: { readonly requestedOn: PlainDate; readonly confirmedOn: PlainDate }; // a request beside the redo that it ordered
}

export interface ReviewOpinion {
  readonly document: string;
  readonly result: ReviewResult;
  readonly results?: Readonly<Record<number, ClaimResult>>; // where it changes the opinion
  readonly dueOn?: { readonly A27: PlainDate };
  readonly performingUnit?: string;
  readonly redoBy?: PlainDate; // where the unit has to decide anew (A37)
  readonly recheckOrgan?: string; // that it names; none above the last level
}

/** In which of the three stages a person has taken part: whoever did decides in no later one (不变量 18). */
export type Instance = 'handling' | 'review' | 'recheck';
export type TookPart = Readonly<Partial<Record<Instance, readonly string[]>>>;

/** What the unit has to do anew, and what it may not simply repeat (不变量 19). */
export interface Remand {
  readonly by: 'review' | 'recheck';
  readonly results: Readonly<Record<number, ClaimResult>>; // of the opinion that was revoked
  readonly persons: readonly string[]; // who made it: somebody else makes the new one
}

/** An earlier matter that was rechecked, and what is the same in this one: compared by one person, decided by another. */
export interface Comparison {
  readonly earlier: string;
  readonly earlierNo: string;
  readonly newFactsClaimed: boolean;
  readonly comparedBy: string;
}

/** Who refused to take the same matter up again, and what somebody outside that organ found of it (rights R3). */
export interface Refusal {
  readonly unit: string;
  readonly persons: readonly string[]; // who compared and who decided
  readonly reaudit?: 'confirmed' | 'wrong';
}
