import { earlier as earlierDay, type PlainDate } from '#kernel/dates.ts';

/**
 * 重复信访 (lifecycle 3.2): what an arrival is to an earlier matter of the same
 * petitioner. The rule proposes, a person who has compared the texts decides,
 * and the petitioner may appeal. It compares two matters and counts nothing:
 * there is no number of repeats of anybody (rights R1, 不变量 43).
 */
export type RepeatKind = 'insideTerm' | 'insideReviewTerm' | 'insideRecheckTerm' | 'afterRecheck' | 'promiseNotKept' | 'newFacts' | 'again';

export const REPEATS: Readonly<Record<RepeatKind, { readonly name: string; readonly does: string; readonly article: string }>> = {
  insideTerm: { name: '同一事项正在期限内办理', does: '并入先前的一件，告知办理状态；上级不再受理', article: '第十九条第三款' },
  insideReviewTerm: { name: '意见送达后还在复查期限内', does: '当作复查申请，或者告诉怎样申请复查', article: '第三十五条' },
  insideRecheckTerm: { name: '复查意见送达后还在复核期限内', does: '当作复核申请，或者告诉怎样申请复核', article: '第三十六条第一款' },
  afterRecheck: { name: '复核意见已送达，事实和理由都相同', does: '由两人对照后不再受理，写明什么算新的事实', article: '第三十六条第三款' },
  promiseNotKept: { name: '答应的没有做到', does: '不是重复信访：重新督促落实', article: '第三十二条第二款' },
  newFacts: { name: '有新的事实或者新的理由', does: '作为新的事项受理，注明与先前的一件有关', article: '第三十六条第三款' },
  again: { name: '先前的一件已有结果，没有复核过', does: '照常登记、转送，由办理单位看', article: '第二十二条、第二十三条' },
};

/** The earlier matter, as far as the law asks, and what a person found when comparing. */
export interface Earlier {
  readonly open: boolean; // an organ still has to decide on it: the unit, or the one that reviews or rechecks
  readonly answeredOn?: PlainDate; // the newest opinion that arrived, of whichever of the three
  readonly contest?: { readonly kind: 'insideReviewTerm' | 'insideRecheckTerm'; readonly until: PlainDate }; // unused right against that opinion, and its legal last day
  readonly rechecked: boolean; // that opinion is the last word
  readonly promised: boolean; // an opinion, agreement or commitment that is not yet verified as performed
}

export interface Compared {
  readonly sameFacts: boolean;
  readonly sameReasons: boolean;
  readonly aboutPromise: boolean; // what is said is that the promise was not kept
}

/** Which rule proposed, and in which wording: with every change to `kindOfRepeat` the number goes up (不变量 33). */
export const REPEAT_RULE = 'repeat/3';

/**
 * New facts go before everything, and an unkept promise before every closed
 * door. What counts is the day on which this one came: whoever compares late
 * takes no right away, and a letter that came before the last word is none
 * against it. The postmark keeps a term, and keeps from a door that was not yet
 * closed when the letter was posted (民事诉讼法第八十五条, by analogy).
 */
export function kindOfRepeat(
  earlier: Earlier,
  { sameFacts, sameReasons, aboutPromise }: Compared,
  cameOn: PlainDate,
  postmarkOn: PlainDate = cameOn,
): RepeatKind {
  const sentOn = earlierDay(postmarkOn, cameOn);
  if (!sameFacts || !sameReasons) return 'newFacts';
  if (aboutPromise && earlier.promised) return 'promiseNotKept';
  if (earlier.answeredOn && cameOn < earlier.answeredOn) return 'insideTerm';
  if (earlier.rechecked) return earlier.answeredOn && sentOn < earlier.answeredOn ? 'insideTerm' : 'afterRecheck';
  if (earlier.contest && sentOn <= earlier.contest.until) return earlier.contest.kind;
  return earlier.open ? 'insideTerm' : 'again';
}

/** Its answer had arrived when this one came, and nobody has to decide on it any more: what came then wants something of its own (lifecycle 3.2, b). */
export function isAnswered({ open, answeredOn, rechecked }: Earlier, cameOn: PlainDate, postmarkOn: PlainDate = cameOn): boolean {
  const day = rechecked ? earlierDay(postmarkOn, cameOn) : cameOn; // while there is a right against it, a letter may be the use of that right
  return !open && answeredOn !== undefined && day >= answeredOn;
}

/** Only these stand for 重复信访 in the figures; an unkept promise and new facts never do. */
export const COUNTS_AS_REPEAT: ReadonlySet<RepeatKind> = new Set(['insideTerm', 'insideReviewTerm', 'insideRecheckTerm', 'afterRecheck']);
