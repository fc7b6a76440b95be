import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findAccessBreaks } from '#platform/access-log-verify.ts';
import { findHistoryBreaks } from '#platform/chain-verify.ts';
import { openDatabase } from '#platform/database.ts';
import { openKeys } from '#platform/keys-folder.ts';
import { readSettings } from '#platform/settings.ts';
import { keyFolderOf, withStorage } from '#platform/storage.ts';
import { orderly } from './orderly.ts';

/** `node scripts/verify-history.ts`: looks through every region for a gap or an edit (不变量 36). Ends with 1 if there is one. */
await orderly(async () => {
  const settings = readSettings(process.env);
  const keyFolder = keyFolderOf(settings);
  const ring = existsSync(join(keyFolder, 'receipts.json')) ? openKeys(keyFolder, 'owner').receipts : undefined;
  await withStorage(settings, async ({ ownerUrl }) => {
    const db = openDatabase(ownerUrl, { name: 'huiyin verify', max: 1, statementMs: 0 });
    try {
      const regions = await db.sql
        .selectFrom('history.head')
        .select('region')
        .distinct()
        .union(db.sql.selectFrom('access.opening').select('region').distinct())
        .orderBy('region')
        .execute();
      let wrong = 0;
      for (const { region } of regions) {
        const breaks = [...(await findHistoryBreaks(db.sql, region, ring)), ...(await findAccessBreaks(db.sql, region))];
        wrong += breaks.length;
        console.log(breaks.length === 0 ? `${region}：完整，没有缺漏和改动。` : `${region}：发现 ${breaks.length} 处问题`);
        for (const line of breaks) console.log(`  ${line}`);
      }
      if (regions.length === 0) console.log('还没有任何办理留痕。');
      if (wrong > 0) process.exitCode = 1;
    } finally {
      await db.close();
    }
  });
});
