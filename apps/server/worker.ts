import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase, type Database } from '#platform/database.ts';
import { sequence } from '#platform/feed.ts';
import { openKeys } from '#platform/keys-folder.ts';
import { describe, type Log } from '#platform/log.ts';
import type { Settings } from '#platform/settings.ts';
import { addressFor, keyFolderOf } from '#platform/storage.ts';
import { doDue, hasten, plan, type Work } from '#platform/timetable.ts';
import { openPace } from './demo/pace.ts';
import { FOLLOWERS } from './followers.ts';
import { openStaffNeeds } from './needs.ts';
import { ROUNDS, type RoundNeeds } from './rounds.ts';
import type { Live } from './run-role.ts';

/**
 * The worker process: gives acts their place in the feed, brings the followers
 * on, and does what is due. It has no port. Several may run: each piece of work
 * is taken by one.
 */
const PAUSE = 1_000;
const AFTER_TROUBLE = 5_000;

export async function startWorker(settings: Settings, log: Log): Promise<Live> {
  const db = openDatabase(addressFor(settings, 'huiyin_worker'), { name: 'huiyin worker', max: 4, onTrouble: (error) => log.warn(describe(error), 'trouble') });
  const staff = await openStaffNeeds(settings, log, 'worker');
  const keys = openKeys(keyFolderOf(settings), 'worker');
  const works = worksOf({ staff, db, receipts: keys.receipts }, log);
  const pace = openPace(db, settings.demo);
  const stopped = new AbortController();
  const running = run();

  return {
    async stop() {
      stopped.abort();
      await running;
      await staff.close();
      await db.close();
    },
  };

  async function run(): Promise<void> {
    const planned = new Set<string>();
    while (!stopped.signal.aborted) {
      const done = await turn(planned).catch((error) => {
        log.warn(describe(error), 'worker waits');
        return undefined; // the database is away: it is asked again a little later
      });
      if (done === 0 || done === undefined) await sleep(done === 0 ? PAUSE : AFTER_TROUBLE, undefined, { signal: stopped.signal }).catch(() => {});
    }
  }

  /** One look at everything. Gives how much there was to do: 0 lets it rest. */
  async function turn(planned: Set<string>): Promise<number> {
    const may = await pace();
    if (may === 'rest') return 0;
    const { regions } = staff.directory.current();
    for (const region of regions.filter((each) => !planned.has(each))) {
      await planRounds(db, region, staff.now());
      planned.add(region);
    }
    let done = 0;
    for (const region of regions) {
      const fresh = await sequence(db.sql, region);
      if (fresh > 0) await hasten(db.sql, { region, kind: 'renderPending', key: '', dueAt: staff.now() }).execute(); // whoever has just signed a paper is waiting for it
      done += fresh;
      for (const [name, follow] of Object.entries(FOLLOWERS)) done += await follow({ staff, db, keys, log }, region, name);
    }
    if (may === 'follow') return done;
    return (
      done +
      (await doDue(db.sql, works, {
        now: staff.now,
        onTrouble: (job, error, attempts) => log.warn({ ...describe(error), job: job.kind, attempts }, 'job put off'),
      }))
    );
  }
}

const planRounds = (db: Database, region: string, now: Date) =>
  db.send(...Object.keys(ROUNDS).map((kind) => plan(db.sql, { region, kind, key: '', dueAt: now })));

function worksOf(needs: RoundNeeds, log: Log): Record<string, Work> {
  return Object.fromEntries(
    Object.entries(ROUNDS).map(([kind, { run, next }]) => [
      kind,
      async ({ region }) => {
        const now = needs.staff.now();
        const outcome = await run(needs, region, now);
        if (typeof outcome === 'number' && outcome > 0) log.info({ round: kind, region, done: outcome }, 'round');
        return next(now);
      },
    ]),
  );
}
