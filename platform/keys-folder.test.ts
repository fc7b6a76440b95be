import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { addKey, createKeys, dropKey, openKeys } from './keys-folder.ts';
import { newKey, seal, unseal, unwrap, wrap } from './keys.ts';
import { openSealed, boxKeysFrom, sealTo } from './sealed-box.ts';

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'huiyin-keys-')), 'keys');
  createKeys(folder, ['qinghe']);
});

describe('the key folder', () => {
  it('is for its owner only', () => {
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    for (const name of readdirSync(folder)) expect([name, statSync(join(folder, name)).mode & 0o777]).toEqual([name, 0o600]);
  });

  it('keeps what is there when it is made again, and adds a new region', () => {
    const before = openKeys(folder, 'office').regions.current('qinghe').secret;
    const known = openKeys(folder, 'office');
    createKeys(folder, ['qinghe', 'linshui']);
    expect(openKeys(folder, 'office').regions.current('qinghe').secret).toEqual(before);
    expect(known.regions.current('linshui').secret).toHaveLength(32); // a process that was running finds it too
    expect(known.regions.current('linshui').secret).not.toEqual(before);
  });

  it.each([
    ['portal', ['codes', 'boxes-public', 'receipts', 'sealed-boxes-public']],
    ['worker', ['regions', 'blind', 'search', 'codes', 'boxes', 'boxes-public', 'receipts']],
    ['office', ['regions', 'blind', 'search', 'codes', 'boxes', 'boxes-public', 'receipts', 'sealed-boxes-public']],
    ['sealed', ['codes', 'sealed', 'sealed-boxes', 'sealed-boxes-public', 'boxes-public']],
  ] as const)('gives the %s process these keys and no other', (role, files) => {
    const keys = openKeys(folder, role);
    const may = Object.entries(keys).filter(([, ring]) => {
      try {
        return ring.current('qinghe').secret.length === 32;
      } catch {
        return false;
      }
    });
    expect(may.map(([file]) => file).sort()).toEqual([...files].sort());
    expect(() => openKeys(folder, 'portal').regions.current('qinghe')).toThrow('portal process may not hold regions keys');
  });

  it('needs of a role only its own files', () => {
    for (const name of ['regions', 'blind', 'search', 'boxes', 'sealed', 'sealed-boxes']) rmSync(join(folder, `${name}.json`));
    expect(openKeys(folder, 'portal').codes.current('qinghe').id).toBe(1);
    expect(() => openKeys(folder, 'office')).toThrow(/缺少密钥文件 .*regions\.json/);
  });

  it('is refused when others may read it', () => {
    chmodSync(join(folder, 'regions.json'), 0o644);
    expect(() => openKeys(folder, 'office')).toThrow(/chmod 600/);
    expect(() => openKeys(folder, 'portal')).not.toThrow();
  });

  it('lets the portal close what only the office opens', () => {
    const box = sealTo(openKeys(folder, 'portal')['boxes-public'].current('qinghe').secret, Buffer.from('断水七天'), 'arrival');
    const mine = boxKeysFrom(openKeys(folder, 'office').boxes.current('qinghe').secret);
    expect(openSealed(mine, box, 'arrival').toString()).toBe('断水七天');
    expect(readFileSync(join(folder, 'boxes-public.json'), 'utf8')).not.toContain(mine.privateKey.toString('base64'));
  });

  it('opens with an old key what it closed, until that key is dropped', () => {
    const ring = openKeys(folder, 'office').regions;
    const key = newKey(0);
    const old = wrap(ring, 'qinghe', key, 'subject');
    expect(addKey(folder, 'regions', 'qinghe')).toBe(2);

    const after = openKeys(folder, 'office').regions;
    expect(after.current('qinghe').id).toBe(2);
    expect(unwrap(after, 'qinghe', old, 'subject').secret).toEqual(key.secret);
    expect(unwrap(ring, 'qinghe', wrap(after, 'qinghe', key, 'subject'), 'subject').secret).toEqual(key.secret); // a running process reads again

    expect(() => dropKey(folder, 'regions', 'qinghe', 2)).toThrow('in use');
    dropKey(folder, 'regions', 'qinghe', 1);
    expect(() => unwrap(openKeys(folder, 'office').regions, 'qinghe', old, 'subject')).toThrow('No key 1');
  });
});

describe('an envelope', () => {
  it('does not open elsewhere, nor with another key, nor when changed', () => {
    const key = newKey(1);
    const envelope = seal(key, Buffer.from('路灯'), 'a');
    expect(unseal(key, envelope, 'a').toString()).toBe('路灯');
    expect(() => unseal(key, envelope, 'b')).toThrow();
    expect(() => unseal(newKey(1), envelope, 'a')).toThrow();
    expect(() => unseal(newKey(2), envelope, 'a')).toThrow('No key for envelope 1/1');
    envelope[envelope.length - 1]! ^= 1;
    expect(() => unseal(key, envelope, 'a')).toThrow();
  });
});
