import type { Matter } from '../../matter.ts';
import type { Changes } from '../rule.ts';
import type { ReviewAction } from './actions.ts';
import type { PublicationAction } from './publication/actions.ts';
import { PUBLICATION_CHANGES } from './publication/changes.ts';
import { instanceOf, isUnderReview, resultsNow, roundOf, supportsAny } from './outcome.ts';
import type { Instance, Proceeding, ReviewOpinion } from './state.ts';

type Requested = Extract<ReviewAction, { type: 'ReviewRequested' }>;
type Issued = Extract<ReviewAction, { type: 'ReviewOpinionIssued' }>;

/** What each action changes in a matter. */
export const REVIEW_CHANGES: Changes<ReviewAction | PublicationAction> = {
  ...PUBLICATION_CHANGES,
  ReviewRequested: (matter, action) => ({ ...asked(matter, action), stage: 'reviewRequested', review: round(matter, action), ...gone('recheck') }),
  RecheckRequested: (matter, action) => ({ ...asked(matter, action), stage: 'recheckRequested', recheck: round(matter, action) }),
  ConclusionUndone: (matter) => ({ stage: matter.review?.deliveredOn ? 'reviewDelivered' : 'opinionDelivered', ...gone('concluded', 'archiveNo') }),
  ReviewAccepted: (matter, { officer }) => ({ stage: 'underReview', ...amended(matter, 'review', { officer }) }),
  RecheckAccepted: (matter, { officer }) => ({ stage: 'underRecheck', ...amended(matter, 'recheck', { officer }) }),
  ReviewOfficerReplaced: (matter, { officer }) => amended(matter, matter.stage === 'underRecheck' ? 'recheck' : 'review', { officer }),
  ReviewRefused: (matter, { ground }) => ({ stage: matter.review?.from ?? 'opinionDelivered', ...amended(matter, 'review', { refused: ground }) }),
  RecheckRefused: (matter, { ground }) => ({ stage: matter.recheck?.from ?? 'reviewDelivered', ...amended(matter, 'recheck', { refused: ground }) }),
  ReviewExtended: (matter, { part }) => amended(matter, part === 'A20' ? 'recheck' : 'review', { extended: true }),
  ReviewOpinionIssued: (matter, action) => ({ stage: 'reviewIssued', ...decided(matter, 'review', action) }),
  RecheckOpinionIssued: (matter, action) => ({ stage: 'recheckIssued', ...decided(matter, 'recheck', action) }),
  MatterRemanded: remanded,
  RecheckTermLapsed: (matter) => ({ lapsed: true, ...(matter.performance && matter.performance !== 'verified' && { stage: 'performing' as const }) }),
  EarlierCompared: (_, { earlier, earlierNo, newFactsClaimed, by }) => ({ comparison: { earlier, earlierNo, newFactsClaimed, comparedBy: by.person } }),
  FurtherRefusalDropped: ({ comparison }) => ({ ...gone('comparison'), ...(comparison && { follows: comparison.earlier }) }),
  FurtherAcceptanceRefused: ({ stage }, { by, comparedBy }) => ({
    stage: 'furtherRefused',
    stageBefore: stage,
    refusal: { unit: by.unit, persons: [by.person, comparedBy] },
  }),
  ReauditRecorded: (matter, { confirmed }) => (matter.refusal ? { refusal: { ...matter.refusal, reaudit: confirmed ? 'confirmed' : 'wrong' } } : {}),
};

function asked(matter: Matter, { organ }: Omit<Requested, 'type'>): Partial<Matter> {
  return { lapsed: false, reviewers: [...new Set([...(matter.reviewers ?? []), organ])] };
}

function round({ stage }: Matter, { organ, on, grounds, newFacts, postmarkOn, excuse }: Omit<Requested, 'type'>): Proceeding {
  return { organ, from: stage, requestedOn: on, grounds, ...(newFacts && { newFacts }), ...(postmarkOn && { postmarkOn }), ...(excuse && { excuse }) };
}

function amended(matter: Matter, instance: Exclude<Instance, 'handling'>, more: Partial<Proceeding>): Partial<Matter> {
  const now = matter[instance];
  return now ? { [instance]: { ...now, ...more } } : {};
}

/** Who stood aside in the middle of a round leaves it without an officer, until another is named. */
export function standingAside(matter: Matter, person: string): Partial<Matter> {
  const instance = isUnderReview(matter) && instanceOf(matter);
  const round = roundOf(matter);
  if (!instance || instance === 'handling' || round?.officer?.person !== person) return {};
  const { officer: _, ...rest } = round;
  return { [instance]: rest };
}

/** With the opinion issued, what is owed is what it says; the old promise falls where it was revoked. */
function decided(matter: Matter, instance: Exclude<Instance, 'handling'>, action: Omit<Issued, 'type'>): Partial<Matter> {
  const { document, result, results, dueOn, performingUnit, redoBy, recheckOrgan } = action;
  const opinion: ReviewOpinion = {
    document,
    result,
    ...(results && { results }),
    ...(dueOn && { dueOn }),
    ...(performingUnit && { performingUnit }),
    ...(redoBy && { redoBy }),
    ...(recheckOrgan && { recheckOrgan }),
  };
  const changed = amended(matter, instance, { opinion });
  if (result === 'uphold') return changed;
  return { ...changed, ...(supportsAny({ ...matter, ...changed }) ? { performance: 'owed' as const } : gone('performance')) };
}

/** Back to the unit, without a handler: another one has to be named. What was revoked is kept for comparison (不变量 19). */
function remanded(matter: Matter, { from }: { from: 'review' | 'recheck' }): Partial<Matter> {
  const { opinion, tookPart } = matter;
  const results = opinion?.results ?? resultsNow(matter);
  const persons = matter.opinionBy ?? tookPart?.handling ?? [];
  return { stage: 'inProgress', remand: { by: from, results, persons }, lapsed: false, ...gone('handler', 'performance') };
}

/** Absent, not present with the value undefined: a key that is taken away is gone from the state. */
function gone(...keys: (keyof Matter)[]): Partial<Matter> {
  return Object.fromEntries(keys.map((key) => [key, undefined])) as Partial<Matter>;
}
