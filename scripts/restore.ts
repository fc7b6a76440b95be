import { existsSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { restoreDatabase } from '#platform/database-restore.ts';
import { readSettings } from '#platform/settings.ts';
import { addressFor, withStorage } from '#platform/storage.ts';
import { StartRefused } from '#platform/start-refused.ts';
import { orderly } from './orderly.ts';

/** `npm run restore -- FOLDER [--sealed FOLDER]`: an export into a new, empty Huiyin. All of a set or nothing. */
const USAGE = '用法：HUIYIN_DATA=新文件夹 npm run restore -- 导出文件夹 [--sealed 另一文件夹]';

await orderly(async () => {
  const {
    positionals: [folder],
    values: { sealed },
  } = parseArgs({ allowPositionals: true, options: { sealed: { type: 'string' } } });
  if (!folder) throw new Error(USAGE);
  const settings = readSettings(process.env);
  const keys = join(settings.dataFolder, 'keys');
  if (!settings.databaseUrl && !existsSync(join(keys, 'regions.json'))) {
    throw new StartRefused(
      `还缺密钥：请先把密钥备份整个放到 ${keys}（文件权限 600），再恢复一次。没有它，内容读不出来，数据库也认不出这台机器。没有写入任何内容。`,
    );
  }
  const onTable = (name: string, rows: number) => console.log(`  ${name.padEnd(36)} ${String(rows).padStart(10)} 行`);
  await withStorage(settings, async ({ ownerUrl }) => {
    const { madeAt } = await restoreDatabase({ url: ownerUrl, folder: resolve(folder), onTable });
    if (sealed) await restoreDatabase({ url: addressFor(settings, 'huiyin_sealed'), folder: resolve(sealed), onTable });
    console.log(`已恢复到 ${madeAt} 的样子；跟进任务从原来的位置接着做。`);
  });
  const blobs = join(resolve(folder), 'blobs');
  if (!settings.s3 && existsSync(blobs)) await cp(blobs, join(settings.dataFolder, 'blobs'), { recursive: true, force: false });
  console.log(
    existsSync(join(keys, 'regions.json'))
      ? '启动后请运行 node_modules/.bin/node scripts/verify-history.ts 核对。'
      : `还缺密钥：请把密钥备份放到 ${keys}（文件权限 600）再启动，否则内容读不出来。不要让系统新建密钥。`,
  );
});
