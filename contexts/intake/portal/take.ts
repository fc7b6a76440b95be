import type { Database, Query } from '#platform/database.ts';
import { openFrom, type BoxKeysOf } from './box.ts';
import { markTaken, waitingArrivals, type ArrivalRow } from './store.ts';
import { arrivalPlace, type ArrivalLetter } from './submit.ts';

/** An arrival whose envelope the office has opened. `codeHmac` and `codeKey` go into intake.code with its registration. */
export interface Arrival {
  readonly region: string;
  readonly id: string; // the intake's id
  readonly codeHmac: Buffer;
  readonly codeKey: Buffer;
  readonly receivedAt: Date;
  readonly letter: ArrivalLetter;
}

export interface TakeNeeds {
  readonly db: Database; // role huiyin_office
  readonly boxKeys: BoxKeysOf; // private halves; the number is that of the key that closed the envelope
  readonly now: () => Date;
  readonly failed: (id: string, error: unknown) => void; // one that cannot be taken does not hold up the others
}

/**
 * Takes in what the portal has received. `register` writes `done` in its own
 * transaction (Taken.writes of an act), so that each is registered exactly once,
 * whenever the process is stopped.
 */
export async function takeArrivals(
  { db, boxKeys, now, failed }: TakeNeeds,
  region: string,
  register: (arrival: Arrival, done: Query) => Promise<void>,
  limit = 50,
): Promise<number> {
  const rows = await waitingArrivals(db.sql, region, limit);
  let taken = 0;
  for (const row of rows) {
    try {
      await register(open(row, boxKeys), markTaken(db.sql, region, row.id, now()));
      taken += 1;
    } catch (error) {
      failed(row.id, error);
    }
  }
  return taken;
}

function open({ region, id, code_hmac, code_key, received_at, envelope }: ArrivalRow, keys: BoxKeysOf): Arrival {
  const letter = JSON.parse(openFrom(keys, region, envelope, arrivalPlace(region, id)).toString()) as ArrivalLetter;
  return { region, id, codeHmac: code_hmac, codeKey: code_key, receivedAt: received_at, letter };
}
