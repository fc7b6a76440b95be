import { timeActs } from '#contexts/casework/index.ts';
import { renderPending } from '#contexts/documents/index.ts';
import { closeWindows } from '#contexts/evaluation/index.ts';
import { closeMonths } from '#contexts/insight/index.ts';
import { reconcile, sweepUploads } from '#contexts/intake/index.ts';
import { beginPeriods, raiseAlarms, watchClocks } from '#contexts/supervision/index.ts';
import { eraseExpired } from '#contexts/retention/index.ts';
import { deleteOverRechecks, deleteExpired } from '#contexts/transparency/index.ts';
import { closeAbandoned } from '#platform/access-log-verify.ts';
import { dateInChina } from '#kernel/dates.ts';
import { makeRoots } from '#platform/chain-roots.ts';
import type { Database } from '#platform/database.ts';
import type { KeyRing } from '#platform/keys.ts';
import { nextInChina } from '#platform/timetable.ts';
import { eraseDue } from '#platform/words-erasure.ts';
import type { StaffNeeds } from './needs.ts';
import { recountRegion } from './recount.ts';
import { eraseTraces } from './traces.ts';

/** What time alone brings, region by region: what is done, and how it comes again. Another context is another line. */
export interface RoundNeeds {
  readonly staff: StaffNeeds; // acts, in the office's role
  readonly db: Database; // bookkeeping, in the worker's role
  readonly receipts: KeyRing;
}

export interface Round {
  readonly run: (needs: RoundNeeds, region: string, now: Date) => Promise<unknown>;
  readonly next: (now: Date) => Date;
}

const soon = (now: Date) => new Date(now.getTime() + 5_000); // a signed paper is there when its reader looks, what is to be forgotten is, and whoever imports a notice sees it counted
const minutely = (now: Date) => new Date(now.getTime() + 60_000);
const soonAgain = (now: Date) => new Date(now.getTime() + 600_000); // what was done late ends its breach while somebody still looks at it
const hourly = (now: Date) => new Date(now.getTime() + 3_600_000);
const afterMidnight = (now: Date) => nextInChina(now, 0, 5);

const TWO_HOURS = 2 * 3_600_000;

export const ROUNDS: Readonly<Record<string, Round>> = {
  timeActs: { run: ({ staff }, region) => timeActs(staff, region), next: afterMidnight },
  closeWindows: { run: ({ staff }, region) => closeWindows(staff, region), next: afterMidnight },
  recount: { run: ({ staff }, region) => recountRegion(staff, region), next: soon },
  alarms: { run: ({ staff }, region) => raiseAlarms(staff, region), next: minutely },
  watchClocks: { run: ({ staff }, region) => watchClocks(staff, region), next: soonAgain },
  beginPeriods: { run: ({ staff }, region) => beginPeriods(staff, region), next: afterMidnight },
  renderPending: { run: ({ staff }, region) => renderPending(staff, region), next: soon },
  roots: { run: ({ db, receipts }, region, now) => makeRoots(db.sql, receipts, region, now), next: afterMidnight },
  closings: { run: ({ db }, region, now) => closeMonths({ worker: db }, region, now), next: afterMidnight },
  erasures: { run: ({ db }, region, now) => eraseDue(db.sql, region, now), next: soon },
  retention: { run: ({ staff, db }, region) => eraseExpired({ staff, worker: db }, region), next: afterMidnight },
  traces: { run: ({ staff, db }, region, now) => eraseTraces({ db, blobs: staff.blobs }, region, now), next: afterMidnight },
  reconciliation: { run: ({ staff }, region) => reconcile(staff, region), next: hourly }, // days that are over; hourly, so that what was put right is gone from the list within the hour
  uploads: { run: ({ staff }, region) => sweepUploads(staff, region), next: hourly },
  expiredCodes: { run: ({ db }, region, now) => deleteExpired(db.sql, region, now), next: hourly },
  rechecksOver: { run: ({ db }, region, now) => deleteOverRechecks(db.sql, region, dateInChina(now)), next: afterMidnight },
  abandoned: { run: ({ db }, region, now) => closeAbandoned(db.sql, region, new Date(now.getTime() - TWO_HOURS), now), next: hourly },
};
