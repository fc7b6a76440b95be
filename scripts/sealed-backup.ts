import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openBlobs } from '#apps/server/blobs.ts';
import { findKeptBlobs, sealedDatabase } from '#contexts/sealed/index.ts';
import { BlobMissing, wholeOf } from '#platform/blobs.ts';
import { blobsInFolder } from '#platform/blobs-folder.ts';
import { exportSealed } from '#platform/database-export.ts';
import { restoreDatabase } from '#platform/database-restore.ts';
import { openDatabase } from '#platform/database.ts';
import { openKeys } from '#platform/keys-folder.ts';
import { readSettings, type Settings } from '#platform/settings.ts';
import { addressFor, keyFolderOf, withStorage } from '#platform/storage.ts';
import { orderly } from './orderly.ts';

/**
 * `npm run sealed-backup -- export|restore FOLDER [--keys OTHER]`: the accusations
 * alone, in their own role, with their own attachments and, apart from both,
 * their own keys. Nothing here reads the office's tables, and no line says how many there are.
 */
const USAGE = '用法：npm run sealed-backup -- export|restore 文件夹 [--keys 另一文件夹]';
const KEYS = ['sealed.json', 'sealed-boxes.json', 'sealed-boxes-public.json'];

await orderly(async () => {
  const {
    positionals: [what, folder],
    values: { keys },
  } = parseArgs({ allowPositionals: true, options: { keys: { type: 'string' } } });
  if ((what !== 'export' && what !== 'restore') || !folder) throw new Error(USAGE);
  const settings = readSettings(process.env);
  const paths = { folder: resolve(folder), keys: keys && resolve(keys) };
  await withStorage(settings, () => (what === 'export' ? takeOut(settings, paths) : bringBack(settings, paths)));
});

interface Paths {
  readonly folder: string;
  readonly keys: string | undefined;
}

async function takeOut(settings: Settings, { folder, keys }: Paths): Promise<void> {
  await exportSealed({ url: addressFor(settings, 'huiyin_sealed'), folder, now: new Date() });
  const db = sealedDatabase(openDatabase(addressFor(settings, 'huiyin_sealed'), 1));
  const names = await findKeptBlobs(db, openKeys(keyFolderOf(settings), 'sealed').sealed).finally(() => db.close());
  const [from, to] = [await openBlobs(settings), await blobsInFolder(join(folder, 'blobs'))];
  for (const name of names) await copy(name, from, to);
  if (keys) await copyKeys(keyFolderOf(settings), keys);
  console.log(`检举控告已导出到 ${folder}，由专人保管，与普通的备份分开。`);
  console.log(
    keys ? `密件线的密钥已复制到 ${keys}，请离线保管，不要和内容放在一起。` : `密件线的密钥不在里面：请加 --keys 另一文件夹，或者另行备份 ${KEYS.join('、')}。`,
  );
}

async function bringBack(settings: Settings, { folder, keys }: Paths): Promise<void> {
  if (keys) await copyKeys(keys, keyFolderOf(settings));
  await restoreDatabase({ url: addressFor(settings, 'huiyin_sealed'), folder });
  const [from, to] = [await blobsInFolder(join(folder, 'blobs')), await openBlobs(settings)];
  const places = await readdir(join(folder, 'blobs'), { withFileTypes: true });
  for (const place of places.filter((each) => each.isDirectory() && each.name !== 'incoming')) {
    for (const name of await readdir(join(folder, 'blobs', place.name))) await copy(name, from, to);
  }
  console.log('检举控告已恢复，附件一并放回。没有密件线的密钥，内容读不出来。');
}

type Store = Awaited<ReturnType<typeof blobsInFolder>>;

/** One that is missing from the store was missing before: the rest is still worth having. */
async function copy(name: string, from: Store, to: Store): Promise<void> {
  try {
    await to.put(name, await wholeOf(await from.get(name)));
  } catch (error) {
    if (!(error instanceof BlobMissing)) throw error;
    console.warn('有一个附件在存储里找不到，没有放进备份。');
  }
}

async function copyKeys(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true, mode: 0o700 });
  for (const name of KEYS) await copyFile(join(from, name), join(to, name));
}
