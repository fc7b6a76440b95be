import type { PlainDate } from '#kernel/dates.ts';
import type { ClaimResult, Contact } from '../../answers.ts';
import type { Stage } from '../../stages.ts';
import type { Instance, Proceeding, TookPart } from './state.ts';

/** Of a matter, what its instances have said. */
interface Answers {
  readonly opinion?: { readonly results: Readonly<Record<number, ClaimResult>>; readonly deliveredOn?: PlainDate };
  readonly review?: Proceeding;
  readonly recheck?: Proceeding;
}

interface Standing extends Answers {
  readonly stage: Stage;
}

interface InHand extends Standing {
  readonly handler?: Contact;
}

/** What stands on each claim after the last word: a review that changes puts its own in place, one that revokes leaves nothing. */
export function resultsNow({ opinion, review, recheck }: Answers): Readonly<Record<number, ClaimResult>> {
  for (const decided of [recheck?.opinion, review?.opinion]) {
    if (!decided || decided.result === 'uphold') continue;
    return decided.result === 'change' ? (decided.results ?? {}) : {};
  }
  return opinion?.results ?? {};
}

/** Is anything owed to the petitioner, so that it has to be performed (第三十二条第二款)? */
export const supportsAny = (answers: Answers): boolean => Object.values(resultsNow(answers)).includes('supported');

const RECHECK: readonly Stage[] = ['recheckRequested', 'underRecheck', 'recheckIssued', 'recheckDispatched'];
const REVIEW: readonly Stage[] = ['reviewRequested', 'underReview', 'reviewIssued', 'reviewDispatched', 'reviewDelivered'];

/** Which of the three stages the matter is in now. */
export function instanceOf({ stage }: Pick<Standing, 'stage'>): Instance {
  return RECHECK.includes(stage) ? 'recheck' : REVIEW.includes(stage) ? 'review' : 'handling';
}

/** Before the organ above, and not yet decided there. */
export const isUnderReview = ({ stage }: Pick<Standing, 'stage'>): boolean => stage === 'underReview' || stage === 'underRecheck';

/** The round that is going on, if one is. */
export function roundOf(matter: Standing): Proceeding | undefined {
  const instance = instanceOf(matter);
  return instance === 'handling' ? undefined : matter[instance];
}

/** Who has it in hand now: the handler, or whoever reviews where it is with the organ above; undefined until somebody is named. */
export function officerNow(matter: InHand): string | undefined {
  return instanceOf(matter) === 'handling' ? matter.handler?.person : roundOf(matter)?.officer?.person;
}

/** Does this decision send the matter back: by revoking, or by upholding a review that did? */
export function remands({ review, recheck }: Answers, result = recheck?.opinion?.result ?? review?.opinion?.result): boolean {
  if (result === 'revokeAndRemand') return true;
  return result === 'uphold' && review?.opinion?.result === 'revokeAndRemand';
}

/** Everybody who took part before this stage (不变量 18). */
export function tookPartBefore({ tookPart }: { readonly tookPart?: TookPart }, instance: Instance): readonly string[] {
  const { handling = [], review = [] } = tookPart ?? {};
  return instance === 'handling' ? [] : instance === 'review' ? handling : [...handling, ...review];
}
