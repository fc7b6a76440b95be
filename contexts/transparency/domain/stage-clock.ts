import type { ClockId } from '#kernel/clocks/rule.ts';
import type { ActionType } from '#kernel/vocabulary.ts';
import type { PublicClock, PublicMatter, PublicStage } from './progress.ts';

/** Nothing goes on in it any more. */
export const ENDED = ['merged', 'guided', 'notAccepted', 'furtherRefused', 'concluded', 'archived'] as const satisfies readonly PublicStage[];
export type EndedStage = (typeof ENDED)[number];

export const hasEnded = (stage: PublicStage): stage is EndedStage => (ENDED as readonly PublicStage[]).includes(stage);

const SENDING: readonly ClockId[] = ['A03', 'B01', 'B05a', 'B05b', 'B05c', 'B05d', 'C04'];
const TELLING: readonly ClockId[] = ['A05', 'A06'];
const ANSWERING: readonly ClockId[] = ['A14', 'A15', 'A37', 'B03', 'B04', 'C03a', 'D02'];

/**
 * The clocks that the sentence of a stage speaks of: only their day may stand in
 * it. The day of any other clock is said with what that clock is about, so that
 * the delivery of an old notice is never called the opinion.
 */
const OWN: Readonly<Record<PublicStage, readonly ClockId[]>> = {
  registered: SENDING,
  triaged: SENDING,
  awaitingLeadership: ['A32'],
  awaitingAcceptance: TELLING,
  objectionPending: TELLING,
  jurisdictionPending: TELLING,
  accepted: ANSWERING,
  inProgress: ANSWERING,
  studying: ['A22'],
  agreed: ['A38'],
  withdrawn: ['A39'],
  opinionIssued: ANSWERING,
  opinionDispatched: ['A34'],
  opinionDelivered: ['A17'],
  reviewRequested: ['A18'],
  underReview: ['A18'],
  reviewIssued: ['A18'],
  reviewDispatched: ['A34'],
  reviewDelivered: ['A19'],
  recheckRequested: ['A20'],
  underRecheck: ['A20'],
  recheckIssued: ['A20'],
  recheckDispatched: ['A34'],
  performing: ['A27'],
  replied: ['A34'],
  routed: ['A36'],
  merged: [],
  guided: [],
  notAccepted: [],
  furtherRefused: [],
  concluded: [],
  archived: [],
};

/** Several papers may be on their way at once: which one the stage means. */
const OWN_PAPER: Readonly<Partial<Record<PublicStage, readonly ActionType[]>>> = {
  opinionDispatched: ['OpinionDispatched'],
  reviewDispatched: ['ReviewOpinionDispatched'],
  recheckDispatched: ['RecheckOpinionDispatched'],
  replied: ['SuggestionReplyDispatched', 'DutyReplyDispatched'],
};

/** Whether the sentence of the stage is about this clock, and names whoever owes it. */
export function isOwn(clock: PublicClock, { stage, answerable }: Pick<PublicMatter, 'stage' | 'answerable'>): boolean {
  if (!OWN[stage].includes(clock.id)) return false;
  if (clock.id === 'A34' && !OWN_PAPER[stage]?.includes(clock.startedBy)) return false;
  return clock.mine || !answerable || clock.holder === answerable.short;
}

/** The proof that some earlier paper arrived: it is owed, and is never what the matter waits for. */
export const isOfEarlierPaper = (clock: PublicClock, matter: Pick<PublicMatter, 'stage' | 'answerable'>): boolean =>
  clock.id === 'A34' && !hasEnded(matter.stage) && !isOwn(clock, matter);
