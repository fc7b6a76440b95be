import { openStaffNeeds } from '#apps/server/needs.ts';
import { SYSTEM } from '#contexts/casework/index.ts';
import { indexOfLoaded } from '#contexts/insight/index.ts';
import { openLoader, takePortion, type Importing, type Portion, type SourceRow } from '#contexts/intake/index.ts';
import type { Hand } from '#platform/crew.ts';
import { openDatabase } from '#platform/database.ts';
import { openKeys } from '#platform/keys-folder.ts';
import { createLog } from '#platform/log.ts';
import type { Settings } from '#platform/settings.ts';
import { addressFor, keyFolderOf } from '#platform/storage.ts';

/** What each of those who bring in a file is told. */
export interface Order extends Pick<Importing, 'region' | 'desk' | 'mapping' | 'dryRun'> {
  readonly settings: Settings;
}

const NUMBERS_AT_ONCE = 500; // two numbers a row; leasing them by fifties would be a wait for the disk every twenty-five rows

/** Brings in portions of a file, one after the other, with connections and keys of its own. */
export async function openHand({ settings, ...order }: Order): Promise<Hand<SourceRow[], Portion>> {
  const needs = await openStaffNeeds(settings, createLog('import', 'error'), 'office', { numbersAtOnce: NUMBERS_AT_ONCE });
  const index = openDatabase(addressFor(settings, 'huiyin_worker'), { name: 'huiyin import', max: 1, statementMs: 0 });
  const loader = openLoader(needs, indexOfLoaded(index, openKeys(keyFolderOf(settings), 'worker').search));
  return {
    work: (rows) => takePortion({ ...order, needs, loader, by: { person: SYSTEM, unit: order.desk.unit } }, rows),
    async close() {
      await index.close();
      await needs.close();
    },
  };
}
