import { parseArgs } from 'node:util';
import { openStaffNeeds } from '#apps/server/needs.ts';
import { openDatabase } from '#platform/database.ts';
import { createLog } from '#platform/log.ts';
import { readSettings } from '#platform/settings.ts';
import { withStorage } from '#platform/storage.ts';
import { rebuildViews } from '#platform/views-rebuild.ts';
import { orderly } from './orderly.ts';
import { REBUILDERS } from './rebuild-views-known.ts';

/** `npm run rebuild-views -- [NAME …]`: drops views and makes them anew from history. Acts wait meanwhile; everybody reads on. */
await orderly(async () => {
  const { positionals: names } = parseArgs({ allowPositionals: true });
  const unknown = names.find((name) => REBUILDERS.every((one) => one.name !== name));
  if (unknown) throw new Error(`用法：没有叫 ${unknown} 的视图；可以重建的有 ${REBUILDERS.map(({ name }) => name).join('、')}。`);
  const chosen = REBUILDERS.filter(({ name }) => names.length === 0 || names.includes(name));

  const settings = readSettings(process.env);
  await withStorage(settings, async ({ ownerUrl }) => {
    const needs = await openStaffNeeds(settings, createLog('rebuild', 'warn'), 'office');
    const db = openDatabase(ownerUrl, { name: 'huiyin rebuild', max: 1, statementMs: 0 });
    try {
      const done = await rebuildViews(db, needs, chosen, { onPortion: (count) => void process.stdout.write(`\r  已重建 ${count} 件`) });
      console.log(`\n重建完成，共 ${done} 件。`);
    } finally {
      await db.close();
      await needs.close();
    }
  });
});
