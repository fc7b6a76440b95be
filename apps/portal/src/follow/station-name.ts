import type { Frame } from '#contexts/intake/portal/domain/frame.ts';
import type { PublicStage, Station } from '#contexts/transparency/domain/progress.ts';
import { wordsOf } from '../words/index.ts';

/** What a stop is called: done, here, overdue or to come; withdrawn and not taken up anew have words of their own. */
export function stationName(frame: Frame, stage: PublicStage | undefined, { key, state }: Station, late: boolean): string {
  const { progress } = wordsOf(frame);
  const words = { done: progress.stations, now: progress.stationsNow, to: progress.stationsTo }[state];
  if (stage === 'withdrawn' && state === 'now') return progress.stationWithdrawn;
  if (stage === 'furtherRefused' && key === 'declined') return progress.stationNotAnew;
  return late ? (progress.stationsLate[key] ?? words[key]) : words[key];
}
