import { createHmac, randomBytes } from 'node:crypto';
import type { Database } from '#platform/database.ts';
import type { NoRoom } from './domain/pages.ts';
import { whatDraftsHold } from './store.ts';

/**
 * How much may be sent to the portal, so that no one visitor fills the disk: of
 * one matter, from one network address in an hour, and of everything that nobody
 * has handed in yet. What is refused is a file; what somebody typed is kept or
 * comes back on the page.
 */
export interface RoomLimits {
  readonly draft: number; // bytes of the files of one matter
  readonly place: number; // bytes from one address in an hour: a whole village may stand behind one
  readonly drafts: (held: number) => Promise<number>; // bytes of all drafts together, those held now included
}

export interface Room {
  readonly most: number; // of one matter, for the page to say
  /** Takes the room for a file, or says why there is none. `already` lies under this matter; nothing for what goes straight to the office. */
  file(place: string, bytes: number, already?: number): Promise<NoRoom | undefined>;
  /** Takes the room for what was typed; false when this address has none left in this hour. */
  words(place: string, bytes: number): boolean;
  giveBack(place: string, bytes: number): void; // not kept after all
}

const MEGABYTE = 1024 * 1024;
export const ROOM: RoomLimits = { draft: 100 * MEGABYTE, place: 500 * MEGABYTE, drafts: async () => 10_240 * MEGABYTE };

/** Of a disk: a tenth, and nothing of its last twentieth or five gigabytes, which belong to what was handed in and to the database. */
export function shareOf({ blocks, bavail, bsize }: { readonly blocks: number; readonly bavail: number; readonly bsize: number }, held: number): number {
  const disk = blocks * bsize;
  return Math.max(0, Math.min(disk / 10, held + bavail * bsize - Math.min(disk / 20, 5_120 * MEGABYTE)));
}

/** A new draft counts for more than its row: nobody begins two thousand letters in an hour. */
export const NEW_DRAFT = 256 * 1024;

const HOUR = 3_600_000;
const FRESH = 10_000; // the sum of all drafts is asked for again after this

interface RoomNeeds {
  readonly db: Database;
  readonly now: () => Date;
  readonly region: () => string;
}

export function openRoom(needs: RoomNeeds, limits: RoomLimits = ROOM): Room {
  const places = countBytes(needs.now);
  const drafts = keepSum(needs, limits);
  return {
    most: limits.draft,
    async file(place, bytes, already) {
      if ((already ?? 0) + bytes > limits.draft) return 'draftFull';
      if (places.of(place) + bytes > limits.place) return 'placeFull';
      if (already !== undefined && !(await drafts.fits(bytes))) return 'shareFull';
      places.add(place, bytes);
      return undefined;
    },
    words(place, bytes) {
      if (places.of(place) + bytes > limits.place) return false;
      places.add(place, bytes);
      return true;
    },
    giveBack: (place, bytes) => places.add(place, -bytes),
  };
}

/** An address is never kept: a digest of it, by a key that lives in this process alone, for one hour. */
function countBytes(now: () => Date, most = 50_000) {
  const secret = randomBytes(32);
  const hours = new Map<string, { readonly bytes: number; readonly until: number }>();
  const current = (id: string) => {
    const known = hours.get(id);
    const left = known ? known.until - now().getTime() : 0;
    return left > 0 && left <= HOUR ? known : undefined; // a clock that was set back bars nobody for longer
  };
  const forgetOld = () => {
    for (const id of hours.keys()) {
      if (current(id) && hours.size <= most) return; // in the order of their beginnings
      hours.delete(id);
    }
  };
  const idOf = (place: string) => createHmac('sha256', secret).update(place).digest('base64');
  return {
    of: (place: string) => current(idOf(place))?.bytes ?? 0,
    add(place: string, bytes: number) {
      const id = idOf(place);
      const known = current(id);
      if (!known) hours.delete(id); // a new hour stands behind the others
      hours.set(id, { bytes: Math.max(0, (known?.bytes ?? 0) + bytes), until: known?.until ?? now().getTime() + HOUR });
      forgetOld();
    },
  };
}

/** What all drafts hold, as it was a moment ago, and what came since. */
function keepSum({ db, now, region }: RoomNeeds, { drafts }: RoomLimits) {
  let known = { at: Number.NEGATIVE_INFINITY, held: 0, most: 0, since: 0 };
  return {
    async fits(bytes: number): Promise<boolean> {
      const at = now().getTime();
      if (Math.abs(at - known.at) > FRESH) {
        const held = await whatDraftsHold(db.sql, region());
        known = { at, held, most: await drafts(held), since: 0 };
      }
      if (known.held + known.since + bytes > known.most) return false;
      known.since += bytes;
      return true;
    },
  };
}
