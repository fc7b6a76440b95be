import type { Database } from '#platform/database.ts';
import { isReplaying } from './store.ts';

/**
 * What the worker may do while the county's year is told. The days of the story
 * are not today's: nothing may fall due by today's date in the middle of it.
 * And who follows every act at once would take the time that the telling needs.
 */
export type Pace = 'all' | 'follow' | 'rest';

const NOW_AND_THEN = 15_000;
const YOUNG = 60_000;

export function openPace(db: Database, demo: boolean): () => Promise<Pace> {
  const began = Date.now();
  let followedAt = 0;
  return async () => {
    // We are often up before whoever tells it: a day's root made then would lack all that it goes on to tell of that day.
    if (!demo || !(await isReplaying(db, { young: Date.now() - began < YOUNG }))) return 'all';
    if (Date.now() - followedAt < NOW_AND_THEN) return 'rest';
    followedAt = Date.now();
    return 'follow';
  };
}
