import { countTerms, indexMatters } from '#contexts/insight/index.ts';
import { boxKeysOf, takeFromPortal, takeGivenCodes, takeReturned } from '#contexts/intake/index.ts';
import { planRetention, readSchedule, traceUntil } from '#contexts/retention/index.ts';
import { followCalls } from '#contexts/supervision/index.ts';
import { publishIntake, publishNotices, publishProgress, publishRechecks, siteOf, takeMessages } from '#contexts/transparency/index.ts';
import type { Database } from '#platform/database.ts';
import { describe, type Log } from '#platform/log.ts';
import type { Keys } from '#platform/keys-roles.ts';
import { messageHandlers, NotYet } from './messages.ts';
import type { StaffNeeds } from './needs.ts';

const SCHEDULE = readSchedule();
const KEEP_REFUSED = traceUntil(SCHEDULE, 'refused');

/** What is done as soon as there is something: what the portal received, and who follows the feed. One more is one more line. */
export interface FollowerNeeds {
  readonly staff: StaffNeeds; // acts, in the office's role
  readonly db: Database; // in the worker's role
  readonly keys: Keys;
  readonly log: Log;
}

/** Does what there is for one region, and gives how much that was. */
export type Follower = (needs: FollowerNeeds, region: string, name: string) => Promise<number>;

export const FOLLOWERS: Readonly<Record<string, Follower>> = {
  arrivals: ({ staff, keys, log }, region) => {
    const petitionDeptOf = (of: string) => staff.directory.current().petitionDeptOf(of) ?? '';
    return takeFromPortal({ ...staff, boxKeys: boxKeysOf(keys.boxes), petitionDeptOf, failed: failed(log, 'arrival') }, region);
  },
  messages: ({ staff, keys, log }, region) =>
    takeMessages(
      { db: staff.db, now: staff.now, keepRefused: KEEP_REFUSED, boxKeys: boxKeysOf(keys.boxes), failed: failed(log, 'message') },
      region,
      messageHandlers(staff),
    ),
  progress: (needs, region, name) => publishProgress(publishing(needs), region, name),
  givenCodes: (needs, region) =>
    takeGivenCodes(
      { db: needs.staff.db, publish: (intake) => publishIntake(publishing(needs), needs.db.sql, intake), failed: failed(needs.log, 'code') },
      region,
    ),
  returned: ({ staff, keys, log }, region) => takeReturned({ ...staff, boxKeys: boxKeysOf(keys.boxes), failed: failed(log, 'returned part') }, region),
  calls: ({ staff, db }, region, name) => followCalls({ staff, worker: db }, region, name),
  figures: ({ staff, db }, region, name) => countTerms({ staff, worker: db }, region, name),
  notices: ({ staff, db }, region, name) => publishNotices({ staff, worker: db }, region, name),
  rechecks: ({ staff, db, log }, region, name) => publishRechecks({ staff, worker: db, stopped: failed(log, 'recheck') }, region, name),
  retention: ({ staff, db }, region, name) => planRetention({ staff, worker: db, schedule: SCHEDULE }, region, name),
  search: ({ staff, db, keys }, region, name) => indexMatters({ staff, worker: db, search: keys.search }, region, name),
};

const publishing = ({ staff, db }: FollowerNeeds) => ({
  ...staff,
  intake: staff,
  worker: db,
  siteOf: (of: string) => siteOf(staff.directory.current(), of, {}),
});

const failed = (log: Log, what: string) => (id: string, error: unknown) => {
  if (!(error instanceof NotYet)) log.error({ ...describe(error), what, id }, 'not taken');
};
