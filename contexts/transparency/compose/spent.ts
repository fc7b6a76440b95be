import type { Reading } from '#kernel/clocks/reading.ts';
import type { ClockId } from '#kernel/clocks/rule.ts';
import { dateInChina, type PlainDate } from '#kernel/dates.ts';
import type { Recorded } from '#platform/history.ts';
import type { PublicStage } from '../domain/progress.ts';

/** Local promises of how the handling begins: to meet, to sign, to form a task force. No act ends them but their own, and a withdrawal (statutes D05–D07). */
const OF_THE_BEGINNING: ReadonlySet<ClockId> = new Set(['D05', 'D06a', 'D06b', 'D07']);

/** With each of these the handling that they were promised for is over. */
const ENDS_HANDLING: ReadonlySet<string> = new Set([
  'OpinionDispatched',
  'SuggestionReplyDispatched',
  'DutyReplyDispatched',
  'AgreementSigned',
  'MatterRouted',
  'MatterDeclined',
  'VisitorGuided',
  'DuplicateAttached',
  'FurtherAcceptanceRefused',
  'MatterConcluded',
]);

/** Where the handling still goes on, or was sent back to do again: they are waited for. */
const HANDLING: ReadonlySet<PublicStage> = new Set([
  'registered',
  'triaged',
  'awaitingLeadership',
  'awaitingAcceptance',
  'objectionPending',
  'jurisdictionPending',
  'accepted',
  'inProgress',
  'studying',
  'opinionIssued',
  'withdrawn',
]);

/** Since when such a promise can help nobody any more: it is then neither kept nor waited for. */
export function spentSince({ clock, startedAt, stoppedOn }: Reading, stage: PublicStage, past: readonly Recorded[]): PlainDate | undefined {
  if (stoppedOn || !OF_THE_BEGINNING.has(clock) || HANDLING.has(stage)) return undefined;
  const end = past.find(({ type, at }) => ENDS_HANDLING.has(type) && at >= startedAt);
  return end && dateInChina(end.at);
}
