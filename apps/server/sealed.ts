import { setTimeout as sleep } from 'node:timers/promises';
import { createSessions, openDirectory } from '#contexts/directory/index.ts';
import { openPress, renderForm } from '#contexts/documents/index.ts';
import { sealedDatabase, sealedRoutes, takeInbox, type SealedNeeds } from '#contexts/sealed/index.ts';
import { openAccessLog } from '#platform/access-log.ts';
import { openDatabase } from '#platform/database.ts';
import { createHttp } from '#platform/http.ts';
import { databaseCheck, migrationsCheck } from '#platform/http/health.ts';
import { openKeys } from '#platform/keys-folder.ts';
import { describe, type Log } from '#platform/log.ts';
import { readLaws } from '#platform/rules.ts';
import type { Settings } from '#platform/settings.ts';
import { addressFor, keyFolderOf } from '#platform/storage.ts';
import { openBlobs } from './blobs.ts';
import type { Live } from './run-role.ts';

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
  const now = () => new Date();
  const db = openDatabase(addressFor(settings, 'huiyin_sealed'), { name: 'huiyin sealed', max: 4, onTrouble });
  const moved = sealedDatabase(db);
  const keys = openKeys(keyFolderOf(settings), 'sealed');
  const laws = readLaws();
  const directory = await openDirectory(db, { onTrouble });
  const press = openPress(settings.fontFolder);
  const calendar = () => laws.calendars.current.version;
  const needs: SealedNeeds = {
    db: moved,
    keys: keys.sealed,
    boxes: keys['sealed-boxes'],
    followed: false,
    now,
    calendar,
    lawOf: laws.get,
    directory,
    blobs: await openBlobs(settings),
    access: openAccessLog(moved, { name: 'sealed', now }),
    renderSlip: (fields, facts) => renderForm(press, 'F54', { ...fields }, facts),
  };

  const { session, officeUrl } = settings;
  const signIn = { idleMinutes: session.idleMinutes, absoluteMinutes: session.minutes, secure: officeUrl.startsWith('https:') };
  const sessions = createSessions({ db, keys: keys.sealed, now, calendar, directory, signIn, onTrouble });
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
  const taking = take();
  return {
    async stop() {
      stopped.abort();
      await taking;
      await app.close();
      await needs.access.close();
      await db.close();
    },
  };

  /** What the ordinary side puts into the inbox is here a moment later, and lies there safely until then. */
  async function take(): Promise<void> {
    while (!stopped.signal.aborted) {
      let troubled = false;
      const failed = (error: unknown) => {
        troubled = true;
        onTrouble(error);
      };
      const taken = await takeInbox(needs, failed).catch((error) => void failed(error));
      if (taken) log.info({ taken }, 'inbox');
      if (!taken || troubled) await sleep(troubled ? AFTER_TROUBLE : PAUSE, undefined, { signal: stopped.signal }).catch(() => {});
    }
  }
}
