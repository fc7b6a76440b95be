import { addDays } from '#kernel/dates.ts';
import type { Matter } from '#contexts/casework/domain/matter.ts';
import type { PaperKind } from '#contexts/casework/domain/papers.ts';
import type { ReviewCommand } from '#contexts/casework/domain/ways/review/commands.ts';
import { roundOf } from '#contexts/casework/domain/ways/review/outcome.ts';
import type { Makers, Making } from './making.ts';

export const REVIEWERS = ['复查甲', '复查乙', '复查丙', '复查丁'];

/** Requests in time and late, by the petitioner and on paper; people who took part and people who did not. */
export function reviewMakers({ matter, today, units, newPaper, grounds, below, pick, yes, as, handler }: Making): Makers<ReviewCommand> {
  const organ = roundOf(matter)?.organ ?? matter.opinion?.reviewOrgan ?? units.government;
  const someone = () => as(organ, pick(REVIEWERS));
  const asking = () => {
    const on = addDays(today, -below(3));
    const excuse = below(3) === 0 || matter.concluded ? { excuse: grounds } : {};
    const post = below(3) === 0 ? { postmarkOn: addDays(on, -below(4)) } : {};
    return { on, grounds, ...post, ...excuse, ...(yes() ? as('信访人') : as(organ)) };
  };
  const deciding = (result = pick(['uphold', 'change', 'revoke', 'revokeAndRemand', 'revokeAndRemand'] as const)) => {
    const supported = yes();
    const results = Object.fromEntries(matter.claims.map(({ no }) => [no, supported ? ('supported' as const) : ('notSupported' as const)]));
    const change = result === 'change' ? { results, ...(supported && { dueOn: addDays(today, 20), performingUnit: handler }) } : {};
    return { document: newPaper, result, grounds, ...change, redoBy: addDays(today, 1 + below(70)), ...someone() };
  };
  const publicationMakers = () => {
    const ours = () => as(matter.recheck?.organ ?? organ, pick(['复核甲', '复核乙']));
    const left = below(4) === 0 ? ['张三丰'] : [];
    const startsOn = addDays(today, 8 + below(8));
    return {
      proposePublication: () =>
        ({ type: 'proposePublication', document: newPaper, text: grounds, left, startsOn, endsOn: addDays(startsOn, below(35)), ...ours() }) as const,
      tellPublication: () => ({ type: 'tellPublication', on: addDays(today, -below(2)), told: grounds, ...ours() }) as const,
      objectToPublication: () => ({ type: 'objectToPublication', grounds, ...(yes() ? as('信访人') : ours()) }) as const,
      answerObjection: () => ({ type: 'answerObjection', upheld: yes(), grounds, ...ours() }) as const,
      releasePublication: () => ({ type: 'releasePublication', reviewed: below(4) > 0, left, grounds, ...ours() }) as const,
      takeDownPublication: () => ({ type: 'takeDownPublication', grounds, ...ours() }) as const,
    };
  };
  const at = matter.assignments.at(-1)?.to ?? matter.desk ?? handler;
  return {
    requestReview: () => ({ type: 'requestReview', ...asking() }),
    requestRecheck: () => ({ type: 'requestRecheck', ...asking() }),
    admitReview: () =>
      below(8) === 0
        ? { type: 'admitReview', accepted: false, ground: 'lateWithoutExcuse', grounds, ...someone() }
        : { type: 'admitReview', accepted: true, officer: { person: pick(REVIEWERS), card: grounds }, ...someone() },
    replaceReviewer: () => ({ type: 'replaceReviewer', officer: { person: pick(REVIEWERS), card: grounds }, ...someone() }),
    extendReview: () => ({ type: 'extendReview', days: 10, grounds, document: newPaper, method: 'post', evidence: grounds, ...someone() }),
    decideReview: () => ({ type: 'decideReview', ...deciding() }),
    decideRecheck: () => ({ type: 'decideRecheck', ...deciding() }),
    compareWithEarlier: () => ({
      type: 'compareWithEarlier',
      earlier: { id: 'earlier', no: '先前', ...(below(4) > 0 && { recheckDeliveredOn: addDays(today, -90) }) },
      factsBefore: grounds,
      factsNow: grounds,
      reasonsBefore: grounds,
      reasonsNow: grounds,
      samePetitioner: true,
      newFactsClaimed: yes(),
      ...as(at, '对照人'),
    }),
    recordReaudit: () => ({ type: 'recordReaudit', confirmed: yes(), grounds, ...as(pick([units.government, at]), pick(['督查人', '审核人'])) }),
    ...publicationMakers(),
    refuseFurther: () => ({ type: 'refuseFurther', refused: yes(), grounds, ...(yes() && { notNew: grounds }), ...as(at, pick(['对照人', '审核人'])) }),
  };
}

/** The paper that has to go out next before the organ above, if one has. */
export function reviewPaperDue(matter: Matter): PaperKind | undefined {
  const { stage, hearings = [], papers } = matter;
  if (stage === 'reviewIssued') return 'reviewOpinion';
  if (stage === 'recheckIssued') return 'recheckOpinion';
  if (stage === 'furtherRefused') return 'refusalNotice';
  if (hearings.some(({ suspends, state, toldStart, toldEnd }) => suspends && (!toldStart || (!toldEnd && ENDED.includes(state))))) return 'suspensionNotice';
  if (hearings.some(({ state }) => state === 'scheduled')) return 'hearingNotice';
  return roundOf(matter)?.officer && !Object.values(papers).some(({ kind }) => kind === 'reviewNotice') ? 'reviewNotice' : undefined;
}

const ENDED: readonly string[] = ['reported', 'cancelled'];

export const hasRound = (kind: PaperKind) => kind === 'reviewNotice' || kind === 'hearingNotice' || kind === 'suspensionNotice';

export const reviewDocument = ({ review, recheck }: Matter, kind: PaperKind) =>
  kind === 'reviewOpinion' ? review?.opinion?.document : kind === 'recheckOpinion' ? recheck?.opinion?.document : undefined;

export const suspensionPhase = ({ hearings = [] }: Matter) =>
  hearings.some(({ suspends, toldStart }) => suspends && toldStart) ? ('end' as const) : ('start' as const);
