import { chmodSync, closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, statSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { newKey, type Key, type KeyRing } from './keys.ts';
import { KEY_FILES, mayLoad, PUBLIC_OF, type KeyFile, type KeyRole, type Keys } from './keys-roles.ts';
import { boxKeysFrom } from './sealed-box.ts';
import { StartRefused } from './start-refused.ts';

/**
 * The key folder: one JSON file a kind, for its owner only. To spread the roles
 * over machines, copy to each the files that keys-roles.ts names for it and no other.
 * Without these files nobody reads the words again: they are backed up apart from the database.
 */
type Content = Record<string, { current: number; keys: Record<string, string> }>;

const FRESH = 30_000; // a rotated key is used by every process within half a minute

const everyFile = Object.keys(KEY_FILES) as KeyFile[];
const pathOf = (folder: string, file: KeyFile) => join(folder, `${file}.json`);

/** Makes what is missing for these regions; what is there stays as it is. */
export function createKeys(folder: string, regions: readonly string[]): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const file of everyFile.filter((one) => !PUBLIC_OF[one])) {
    const content = readKeyFile(folder, file);
    const missing = regions.filter((region) => !content[region]);
    for (const region of missing) content[region] = { current: 1, keys: { 1: encode(newKey(1)) } };
    if (missing.length > 0 || !existsSync(pathOf(folder, file))) writeKeyFile(folder, file, content);
  }
  derivePublic(folder);
}

/** Adds a new current key; the old ones stay, so that what they closed can be opened. Gives the new id. */
export function addKey(folder: string, file: KeyFile, region: string): number {
  const content = readKeyFile(folder, file);
  const known = content[region];
  if (!known) throw new Error(`No key ${file} of region ${region}`);
  const id = Array.from({ length: 255 }, (_, index) => index + 1).find((one) => !(one in known.keys));
  if (id === undefined) throw new Error(`Region ${region} has used up its key ids of ${file}; retire old ones first`);
  content[region] = { current: id, keys: { ...known.keys, [id]: encode(newKey(id)) } };
  writeKeyFile(folder, file, content);
  derivePublic(folder);
  return id;
}

/** Destroys an old key. Whatever it still closes is lost, so the caller has looked before. */
export function dropKey(folder: string, file: KeyFile, region: string, id: number): void {
  const content = readKeyFile(folder, file);
  const known = content[region];
  if (!known || known.current === id) throw new Error(`Key ${id} of ${file} is in use`);
  const { [id]: _, ...rest } = known.keys;
  content[region] = { ...known, keys: rest };
  writeKeyFile(folder, file, content);
  derivePublic(folder);
}

/** @throws StartRefused when a file that this role needs is missing, or others may read it */
export function openKeys(folder: string, role: KeyRole): Keys {
  const rings = everyFile.map((file) => [file, mayLoad(role, file) ? openRing(folder, file) : closedRing(role, file)] as const);
  return Object.fromEntries(rings) as unknown as Keys;
}

function openRing(folder: string, file: KeyFile): KeyRing {
  const path = pathOf(folder, file);
  if (!existsSync(path)) throw new StartRefused(`缺少密钥文件 ${path}；请从密钥备份中恢复，不要新建，否则已有内容无法再读。`);
  if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0) {
    throw new StartRefused(`密钥文件 ${path} 别人也能读；请执行 chmod 600 ${path} 后再启动。`);
  }
  let content = readKeyFile(folder, file);
  let keys = new Map<string, Key>();
  let readAt = Date.now();

  const refresh = (always: boolean) => {
    if (!always && Date.now() - readAt < FRESH) return;
    content = readKeyFile(folder, file);
    keys = new Map();
    readAt = Date.now();
  };
  const find = (region: string, id: number): Key | undefined => {
    const name = `${region} ${id}`;
    const text = content[region]?.keys[id];
    const key = keys.get(name) ?? (text === undefined ? undefined : { id, secret: Buffer.from(text, 'base64') });
    if (key) keys.set(name, key);
    return key;
  };
  const orMissing = (key: Key | undefined, region: string, id: number | string) => {
    if (!key) throw new Error(`No key ${id} of region ${region} in ${file}.json`);
    return key;
  };
  return {
    current(region) {
      refresh(content[region] === undefined);
      const id = content[region]?.current ?? 0;
      return orMissing(find(region, id), region, 'current');
    },
    get(region, id) {
      const known = find(region, id);
      if (known) return known;
      refresh(true);
      return orMissing(find(region, id), region, id);
    },
  };
}

function closedRing(role: KeyRole, file: KeyFile): KeyRing {
  const refuse = (): never => {
    throw new Error(`The ${role} process may not hold ${file} keys`);
  };
  return { current: refuse, get: refuse };
}

function derivePublic(folder: string): void {
  for (const [file, from] of Object.entries(PUBLIC_OF) as [KeyFile, KeyFile][]) {
    const halves = Object.entries(readKeyFile(folder, from)).map(([region, { current, keys }]) => {
      const publics = Object.entries(keys).map(([id, secret]) => [id, boxKeysFrom(Buffer.from(secret, 'base64')).publicKey.toString('base64')]);
      return [region, { current, keys: Object.fromEntries(publics) }];
    });
    writeKeyFile(folder, file, Object.fromEntries(halves));
  }
}

const encode = ({ secret }: Key) => secret.toString('base64');

function readKeyFile(folder: string, file: KeyFile): Content {
  const path = pathOf(folder, file);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
}

/** Whole or not at all, and on the disk before anything is closed with it. */
function writeKeyFile(folder: string, file: KeyFile, content: Content): void {
  const path = pathOf(folder, file);
  const text = `${JSON.stringify(content, null, 1)}\n`;
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return;
  const opened = openSync(`${path}.new`, 'w', 0o600);
  writeSync(opened, text);
  fsyncSync(opened);
  closeSync(opened);
  renameSync(`${path}.new`, path);
  chmodSync(path, 0o600);
  const directory = openSync(dirname(path), 'r');
  if (process.platform !== 'win32') fsyncSync(directory);
  closeSync(directory);
}
