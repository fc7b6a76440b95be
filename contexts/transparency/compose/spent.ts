import { isSpent } from '#contexts/casework/index.ts';
import type { Reading } from '#kernel/clocks/reading.ts';
import { dateInChina, type PlainDate } from '#kernel/dates.ts';
import type { Recorded } from '#platform/history.ts';
import type { PublicStage } from '../domain/progress.ts';

/** With each of these the handling that such promises were made for is over. */
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

/** Since when a promise of how the handling begins can help nobody any more: it is then neither kept nor waited for. */
export function spentSince({ clock, startedAt, stoppedOn }: Reading, stage: PublicStage, past: readonly Recorded[]): PlainDate | undefined {
  if (stoppedOn || !isSpent(clock, stage)) return undefined;
  const end = past.find(({ type, at }) => ENDS_HANDLING.has(type) && at >= startedAt);
  return end && dateInChina(end.at);
}
