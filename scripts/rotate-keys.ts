import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openDatabase, type Database } from '#platform/database.ts';
import { addKey, dropKey, openKeys } from '#platform/keys-folder.ts';
import { countByKey, rewrapKeys } from '#platform/keys-rotate.ts';
import { readSettings } from '#platform/settings.ts';
import { keyFolderOf, withStorage } from '#platform/storage.ts';
import { orderly } from './orderly.ts';

/**
 * `npm run rotate-keys -- REGION [--file regions|sealed]`: a new key for the
 * region; every data key is wrapped anew, what they closed stays. Broken off, it
 * is called again with --resume. `--retire` drops the old keys when no row needs
 * them and every process has had a minute to learn of the new one.
 */
const USAGE = '用法：npm run rotate-keys -- 区域 [--file regions|sealed] [--resume] [--retire]';

const SETTLED = 120_000;

await orderly(async () => {
  const {
    positionals: [region],
    values,
  } = parseArgs({
    allowPositionals: true,
    options: { file: { type: 'string', default: 'regions' }, resume: { type: 'boolean', default: false }, retire: { type: 'boolean', default: false } },
  });
  const { file, resume, retire } = values;
  if (!region || (file !== 'regions' && file !== 'sealed')) throw new Error(USAGE);
  const settings = readSettings(process.env);
  const folder = keyFolderOf(settings);
  const ids = () => keyIds(join(folder, `${file}.json`), region);
  if (!ids()) throw new Error(`用法：区域 ${region} 在 ${file}.json 里没有密钥；请核对区域代码。`);

  await withStorage(settings, async ({ ownerUrl }) => {
    const db = openDatabase(ownerUrl, { name: 'huiyin rotate', max: 1, statementMs: 0 });
    try {
      if (!resume && !retire) console.log(`已建新密钥，编号 ${addKey(folder, file, region)}；旧密钥保留。请现在就备份密钥文件夹。`);
      const ring = openKeys(folder, 'owner')[file];
      const done = await rewrapKeys(db.sql, { ring, region, sealed: file === 'sealed', onPortion: (count) => process.stdout.write(`\r  已换 ${count} 把`) });
      console.log(`\n换完，共 ${done} 把。`);
      if (retire) await retireOld(db, file, region);
      else console.log('各进程半分钟内改用新密钥。过两分钟后，请加 --retire 再运行一次，把旧密钥销毁。');
    } finally {
      await db.close();
    }
  });

  async function retireOld(db: Database, kind: 'regions' | 'sealed', where: string): Promise<void> {
    const age = Date.now() - statSync(join(folder, `${kind}.json`)).mtimeMs;
    if (age < SETTLED) {
      // A process that does not know the new key yet would wrap one more with the old, and that would be lost.
      console.log(
        `新密钥刚建 ${Math.floor(age / 1000)} 秒，可能还有进程在用旧密钥；请过 ${Math.ceil((SETTLED - age) / 1000)} 秒再运行一次。分机部署的，先把新的密钥文件拷到各机。`,
      );
      return;
    }
    const used = await countByKey(db.sql, where, kind === 'sealed');
    const { current, known } = ids()!;
    for (const id of known.filter((one) => one !== current)) {
      if (used.get(id)) console.log(`密钥 ${id} 还封装着 ${used.get(id)} 把，没有销毁；请再运行一次。`);
      else {
        dropKey(folder, kind, where, id);
        console.log(`密钥 ${id} 已销毁。更早的数据库备份要靠它才能读，请按档案期限保管含有它的密钥备份。`);
      }
    }
  }
});

function keyIds(path: string, region: string): { current: number; known: number[] } | undefined {
  const content = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8'))[region] : undefined;
  return content && { current: content.current, known: Object.keys(content.keys).map(Number) };
}
