import { setTimeout as sleep } from 'node:timers/promises';
import { createSessions } from '#contexts/directory/index.ts';
import { recountSealed, sealedRoutes, takeInbox } from '#contexts/sealed/index.ts';
import { createHttp } from '#platform/http.ts';
import { databaseCheck, migrationsCheck } from '#platform/http/health.ts';
import { describe, type Log } from '#platform/log.ts';
import type { Settings } from '#platform/settings.ts';
import type { Live } from './run-role.ts';
import { openSealedNeeds } from './sealed-needs.ts';

/**
 * The sealed process: accusations, in a database role and with keys that no
 * other process has. It answers on this machine alone; the office's port passes
 * on to it what comes under /api/sealed/.
 */
const PAUSE = 2_000;
const AFTER_TROUBLE = 10_000;
const HOME = '127.0.0.1';

export async function startSealed(settings: Settings, log: Log): Promise<Live> {
  const onTrouble = (error: unknown) => log.warn(describe(error), 'trouble');
  const { needs, db, close } = await openSealedNeeds(settings, log);
  const { keys, now, calendar, directory } = needs;

  const { session, officeUrl } = settings;
  const signIn = { idleMinutes: session.idleMinutes, absoluteMinutes: session.minutes, secure: officeUrl.startsWith('https:') };
  const sessions = createSessions({ db, keys, now, calendar, directory, signIn, onTrouble });
  const app = await createHttp({
    surface: 'office',
    whoIs: sessions.whoIs,
    log,
    trustProxy: HOME, // the office's process says for whom it asks
    limits: { callsAMinute: settings.callsAMinute },
    checks: [databaseCheck(db), migrationsCheck(db)],
  });
  sealedRoutes(app, needs);
  await app.listen({ host: HOME, port: settings.sealedPort });

  const stopped = new AbortController();
  let counted = ''; // the version of the calendar with which every file was counted
  const taking = take();
  return {
    async stop() {
      stopped.abort();
      await taking;
      await app.close();
      await close();
    },
  };

  /** What the ordinary side puts into the inbox is here a moment later, and lies there safely until then. How many came is a small number: no log says it. */
  async function take(): Promise<void> {
    while (!stopped.signal.aborted) {
      let troubled = false;
      const failed = (error: unknown) => {
        troubled = true;
        onTrouble(error);
      };
      const taken = await takeInbox(needs, failed).catch((error) => void failed(error));
      await recount().catch(failed);
      if (!taken || troubled) await sleep(troubled ? AFTER_TROUBLE : PAUSE, undefined, { signal: stopped.signal }).catch(() => {});
    }
  }

  /** A new notice is seen here as everywhere: then what runs is counted again, once. */
  async function recount(): Promise<void> {
    const version = calendar();
    if (version === counted) return;
    await recountSealed(needs);
    counted = version;
  }
}
