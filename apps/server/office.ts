import { openDatabase } from '#platform/database.ts';
import { createHttp } from '#platform/http.ts';
import type { Log } from '#platform/log.ts';
import type { Settings } from '#platform/settings.ts';
import { addressFor } from '#platform/storage.ts';
import type { Live } from './run-role.ts';

/** The office process: workbench and staff API, on the government network. */
export async function startOffice(settings: Settings, log: Log): Promise<Live> {
  const db = openDatabase(addressFor(settings, 'huiyin_office'), { name: 'huiyin office' });
  const app = await createHttp({ surface: 'office', whoIs: async () => undefined, log });
  await app.listen({ host: settings.host, port: settings.officePort });
  return {
    async stop() {
      await app.close();
      await db.close();
    },
  };
}
