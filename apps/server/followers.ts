import type { Database } from '#platform/database.ts';
import type { StaffNeeds } from './needs.ts';

/** Who follows the feed, by name: brings one view of one region on, and gives how many acts it took. Another follower is another line. */
export interface FollowerNeeds {
  readonly staff: StaffNeeds;
  readonly db: Database; // in the worker's role
}

export type Follower = (needs: FollowerNeeds, region: string, name: string) => Promise<number>;

export const FOLLOWERS: Readonly<Record<string, Follower>> = {};
