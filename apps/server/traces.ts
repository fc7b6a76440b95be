import { deleteExpiredCodes, deleteTakenArrivals } from '#contexts/intake/index.ts';
import { readSchedule, sweepTraces } from '#contexts/retention/index.ts';
import { deleteRefusals, deleteSaid } from '#contexts/transparency/index.ts';
import { forgetOpenings } from '#platform/access-log-verify.ts';
import type { Blobs } from '#platform/blobs.ts';
import type { Database } from '#platform/database.ts';

const SCHEDULE = readSchedule();

/** Every night: the traces whose term is over, each deleted by whoever has the rows. */
export function eraseTraces({ db, blobs }: { readonly db: Database; readonly blobs: Pick<Blobs, 'delete'> }, region: string, now: Date): Promise<number> {
  return sweepTraces({ worker: db, schedule: SCHEDULE }, region, now, {
    code: () => deleteExpiredCodes(db.sql, region, now), // a code and what was sent back say themselves until when
    refused: async () => {
      const { erased, blobs: files } = await deleteRefusals(db.sql, region, now);
      for (const file of files) await blobs.delete(file);
      return erased;
    },
    said: (before) => deleteSaid(db.sql, region, before),
    arrival: (before) => deleteTakenArrivals(db.sql, region, before),
    accessLog: (before) => forgetOpenings(db.sql, region, before, now),
  });
}
