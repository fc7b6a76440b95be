import { createHmac } from 'node:crypto';
import type { Key, KeyRing } from './keys.ts';
import { KEY_FILES, PUBLIC_OF, type KeyFile, type Keys } from './keys-roles.ts';
import { boxKeysFrom } from './sealed-box.ts';

/** A full set of keys that lives in memory only, the same for the same seed: for tests and benches. */
export function keysInMemory(seed = 'test'): Keys {
  const secretOf = (file: KeyFile, region: string) => createHmac('sha256', seed).update(`${file} ${region}`).digest();
  const ring = (file: KeyFile): KeyRing => {
    const from = PUBLIC_OF[file];
    const known = new Map<string, Key>();
    const key = (region: string): Key => {
      const made = known.get(region) ?? { id: 1, secret: from ? boxKeysFrom(secretOf(from, region)).publicKey : secretOf(file, region) };
      known.set(region, made);
      return made;
    };
    return { current: key, get: key };
  };
  return Object.fromEntries((Object.keys(KEY_FILES) as KeyFile[]).map((file) => [file, ring(file)])) as unknown as Keys;
}
