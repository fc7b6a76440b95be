import { resultsNow, type Matter } from '#contexts/casework/index.ts';
import { dateInChina, type PlainDate } from '#kernel/dates.ts';
import type { Recorded } from '#platform/history.ts';
import type { Answered, PublicClaim, PublicPaper } from '../domain/progress.ts';

interface Told {
  readonly matter: Pick<Matter, 'stage' | 'opinion' | 'review' | 'recheck'>;
  readonly past: readonly Recorded[];
  readonly papers: readonly Pick<PublicPaper, 'document' | 'opens'>[];
}

/** What stands on a claim now, as far as the petitioner can read it, and what was said before. */
export function answersOf({ matter, past, papers }: Told, no: number): Omit<PublicClaim, 'text'> {
  const { opinion, stage } = matter;
  if (!opinion?.deliveredOn) return {};
  const review = wentOut(matter.review, stage === 'reviewDispatched');
  const recheck = wentOut(matter.recheck, stage === 'recheckDispatched');
  const readable = (round: Round | undefined) => (round && !isClosed(round, papers) ? round : undefined);
  const [openReview, openRecheck] = [readable(review), readable(recheck)];
  const first = { opinion };
  const second = { ...first, ...(openReview && { review: openReview }) };
  const last = { ...second, ...(openRecheck && { recheck: openRecheck }) };
  const result = resultsNow(last)[no];
  const said = (by: 'review' | 'recheck', round: Round, answers: Parameters<typeof resultsNow>[0]) => {
    const [on, now] = [dispatchedOn(past, by), resultsNow(answers)[no]];
    return { by, ...(on && { on }), ...(readable(round) && { said: round.opinion!.result, ...(now && { result: now }) }) };
  };
  const opened: Answered<'opinion'> = { by: 'opinion', on: opinion.deliveredOn, ...(opinion.results[no] && { result: opinion.results[no] }) };
  const reviewed = review && (said('review', review, second) as Answered<'review'>);
  const rechecked = recheck && (said('recheck', recheck, last) as Answered<'recheck'>);
  const standing = rechecked ?? reviewed;
  return {
    ...(result && { result }),
    ...(standing && { standing, before: [opened, ...(rechecked && reviewed ? [reviewed] : [])] }),
  };
}

type Round = NonNullable<Matter['review']>;

const wentOut = (round: Round | undefined, isOnItsWay: boolean): Round | undefined => (round?.opinion && (round.deliveredOn || isOnItsWay) ? round : undefined);

/** It counts as received on the day when it is opened: until then the page does not say what is in it (documents 4). */
const isClosed = ({ opinion, deliveredOn }: Round, papers: Told['papers']) =>
  !deliveredOn && papers.some(({ document, opens }) => document === opinion?.document && opens === 'receipt');

const DISPATCHED = { review: 'ReviewOpinionDispatched', recheck: 'RecheckOpinionDispatched' } as const;

function dispatchedOn(past: readonly Recorded[], by: 'review' | 'recheck'): PlainDate | undefined {
  const sent = past.findLast(({ type }) => type === DISPATCHED[by]);
  return sent && dateInChina(sent.at);
}
