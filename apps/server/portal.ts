import { openDatabase } from '#platform/database.ts';
import { createHttp } from '#platform/http.ts';
import type { Log } from '#platform/log.ts';
import type { Settings } from '#platform/settings.ts';
import { addressFor } from '#platform/storage.ts';
import type { Live } from './run-role.ts';

/** The portal process: petitioners and the public, on the internet. */
export async function startPortal(settings: Settings, log: Log): Promise<Live> {
  const db = openDatabase(addressFor(settings, 'huiyin_portal'), { name: 'huiyin portal' });
  const app = await createHttp({ surface: 'portal', whoIs: async () => undefined, log });
  await app.listen({ host: settings.host, port: settings.portalPort });
  return {
    async stop() {
      await app.close();
      await db.close();
    },
  };
}
