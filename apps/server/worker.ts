import { openDatabase } from '#platform/database.ts';
import type { Log } from '#platform/log.ts';
import type { Settings } from '#platform/settings.ts';
import { addressFor } from '#platform/storage.ts';
import type { Live } from './run-role.ts';

/** The worker process: what follows an act and what comes with time. It has no port. */
export async function startWorker(settings: Settings, _log: Log): Promise<Live> {
  const db = openDatabase(addressFor(settings, 'huiyin_worker'), { name: 'huiyin worker' });
  return { stop: () => db.close() };
}
