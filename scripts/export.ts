import { existsSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { exportDatabase } from '#platform/database-export.ts';
import { readSettings } from '#platform/settings.ts';
import { addressFor, withStorage } from '#platform/storage.ts';
import { orderly } from './orderly.ts';

/** `npm run export -- FOLDER [--sealed FOLDER]`: the whole database and its files, of one moment, while the office works on. */
const USAGE = '用法：npm run export -- 文件夹 [--sealed 另一文件夹]';

await orderly(async () => {
  const {
    positionals: [folder],
    values: { sealed },
  } = parseArgs({ allowPositionals: true, options: { sealed: { type: 'string' } } });
  if (!folder) throw new Error(USAGE);
  const settings = readSettings(process.env);
  await withStorage(settings, async ({ ownerUrl }) => {
    const manifests = await exportDatabase({
      url: ownerUrl,
      folder: resolve(folder),
      now: new Date(),
      ...(sealed && { sealed: { url: addressFor(settings, 'huiyin_sealed'), folder: resolve(sealed) } }),
      onTable: (name, rows) => console.log(`  ${name.padEnd(36)} ${String(rows).padStart(10)} 行`),
    });
    const rows = manifests.flatMap(({ tables }) => tables).reduce((sum, table) => sum + table.rows, 0);
    console.log(`已导出 ${rows} 行到 ${resolve(folder)}。`);
  });
  // Files are written once and never changed: copied after the database, they are all that it points to.
  const blobs = join(settings.dataFolder, 'blobs');
  if (!settings.s3 && existsSync(blobs)) await cp(blobs, join(resolve(folder), 'blobs'), { recursive: true, filter: (path) => !path.endsWith('incoming') });
  if (settings.s3) console.log(`附件在 S3 桶 ${settings.s3.bucket}，不在导出里；请用该存储自己的备份。`);
  console.log(`密钥不在导出里。没有密钥，谁也读不出内容：请把 ${join(settings.dataFolder, 'keys')} 另行备份，与导出分开保管。`);
  if (!sealed) console.log('检举控告不在这一套里；要一并备份，请加 --sealed 另一文件夹，由专人保管。');
});
