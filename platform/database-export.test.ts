import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cloneAddress, query } from '../test/database.ts';
import { act, step, type ActNeeds } from './act.ts';
import { findHistoryBreaks } from './chain-verify.ts';
import { makeRoots } from './chain-roots.ts';
import { exportDatabase, type Manifest } from './database-export.ts';
import { restoreDatabase } from './database-restore.ts';
import { openDatabase, type Database } from './database.ts';
import { follow, sequence } from './feed.ts';
import { keysInMemory } from './keys-memory.ts';
import type { KeyRing } from './keys.ts';
import { newId } from './numbers-id.ts';
import { openNumbers } from './numbers.ts';
import { readWords, takeNote, type Note } from './words.ts';

const keys = keysInMemory();
const now = () => new Date('2026-05-11T02:00:00.123Z');
const SEALED = `create schema if not exists sealed; grant usage on schema sealed to huiyin_sealed;
  create table sealed.probe (region text, id uuid, envelope bytea, primary key (region, id)); grant select, insert on sealed.probe to huiyin_sealed`;
const opened: Database[] = [];
let from: (role?: never) => string;
let folder: string;
let manifests: readonly Manifest[];
const words: { region: string; note: Note }[] = [];

const open = (url: string) => {
  const database = openDatabase(url, 3);
  opened.push(database);
  return database;
};
const addressAs = (address: (role?: never) => string, role: string) => address(role as never);
const thing = (note: Note) => ({
  initial: undefined,
  decide: () => [{ type: 'Done', summary: note.words, by: { person: 'p', unit: 'qinghe/office' }, at: new Date('2026-05-10T00:00:00.5Z') }],
  evolve: () => undefined,
});

async function register(needs: ActNeeds, region: string, text: string) {
  const note = takeNote(text);
  words.push({ region, note });
  await act(needs, [step({ region, id: newId() }, 'matter', thing(note), undefined, { isNew: true, notes: [note] })]);
}
const needsOf = (address: (role?: never) => string): ActNeeds => ({
  db: open(addressAs(address, 'huiyin_office')),
  keys: keys.regions,
  now,
  calendar: () => '2026',
});

beforeAll(async () => {
  from = (await cloneAddress()) as never;
  await query(addressAs(from, 'postgres'), SEALED);
  const needs = needsOf(from);
  const worker = open(addressAs(from, 'huiyin_worker'));
  for (let turn = 0; turn < 5; turn += 1) await register(needs, 'qinghe', `断水第${turn}天\n"引号"\\反斜线\u2028`);
  await register(needs, 'linshui', '欠薪');
  await openNumbers(needs.db.sql, { leasedTo: 't', now }).next('qinghe', 'S-2026');
  await sequence(worker.sql, 'qinghe');
  await follow(worker.sql, 'qinghe', 'figures', async () => {});
  await makeRoots(worker.sql, keys.receipts, 'qinghe', new Date('2026-05-12T02:00:00Z'));
  await register(needs, 'qinghe', '还没有编序的一件'); // waits in the outbox
  await query(addressAs(from, 'postgres'), `insert into sealed.probe values ('qinghe', '${newId()}', '\\xdeadbeef')`);
  folder = mkdtempSync(join(tmpdir(), 'huiyin-export-'));
  manifests = await exportDatabase({
    url: addressAs(from, 'postgres'),
    folder: join(folder, 'main'),
    now: now(),
    sealed: { url: addressAs(from, 'huiyin_sealed'), folder: join(folder, 'sealed') },
  });
});
afterAll(() => Promise.all(opened.map((database) => database.close())));

async function emptyDatabase() {
  const to = (await cloneAddress()) as never as typeof from;
  await query(addressAs(to, 'postgres'), SEALED);
  return to;
}

describe('an export', () => {
  it('holds every table, and accusations only in their own set', () => {
    expect(manifests.map(({ set }) => set)).toEqual(['main', 'sealed']);
    const [main, sealed] = manifests.map(({ tables }) => tables.map(({ name }) => name));
    expect(main).toEqual(expect.arrayContaining(['history.action', 'words.text', 'numbers.block', 'access.opening', 'proof.root']));
    expect(main!.filter((name) => name.startsWith('sealed.'))).toEqual([]);
    expect(sealed!.every((name) => name.startsWith('sealed.'))).toBe(true);
    expect(sealed).toContain('sealed.probe');
  });

  it('holds no word that anybody wrote, and is for its owner only', () => {
    for (const name of readdirSync(join(folder, 'main'))) {
      const path = join(folder, 'main', name);
      expect(statSync(path).mode & 0o777).toBe(0o600);
      const text = name.endsWith('.gz') ? gunzipSync(readFileSync(path)).toString() : readFileSync(path, 'utf8');
      expect(text).not.toMatch(/断水|欠薪/);
    }
  });

  it('is refused into a folder that is not empty', async () => {
    await expect(exportDatabase({ url: addressAs(from, 'postgres'), folder: join(folder, 'main'), now: now() })).rejects.toThrow('不是空的');
  });
});

describe('a restore elsewhere', () => {
  it('goes on: no feed row lost or doubled, numbers and chains as they were', async () => {
    const to = await emptyDatabase();
    const told: string[] = [];
    await restoreDatabase({ url: addressAs(to, 'postgres'), folder: join(folder, 'main'), onTable: (name) => told.push(name) });
    await restoreDatabase({ url: addressAs(to, 'huiyin_sealed'), folder: join(folder, 'sealed') });
    expect(told).toContain('history.feed');

    const needs = needsOf(to);
    const worker = open(addressAs(to, 'huiyin_worker'));
    expect(await findHistoryBreaks(worker.sql, 'qinghe', keys.receipts)).toEqual([]);
    await register(needs, 'qinghe', '恢复之后的一件');
    const met: number[] = [];
    expect(await sequence(worker.sql, 'qinghe')).toBe(2);
    expect(await follow(worker.sql, 'qinghe', 'figures', async (_, __, n) => void met.push(n))).toBe(2);
    expect(met).toHaveLength(2); // the one that waited and the new one; the five before were followed already
    const feed = await worker.sql.selectFrom('history.feed').select('position').where('region', '=', 'qinghe').orderBy('position').execute();
    expect(feed.map(({ position }) => Number(position))).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(await openNumbers(needs.db.sql, { leasedTo: 'u', now }).next('qinghe', 'S-2026')).toBe(51);
    expect(await findHistoryBreaks(worker.sql, 'qinghe', keys.receipts)).toEqual([]);
  });

  it('is the same again to the last character', async () => {
    const to = await emptyDatabase();
    await restoreDatabase({ url: addressAs(to, 'postgres'), folder: join(folder, 'main') });
    const [second] = await exportDatabase({ url: addressAs(to, 'postgres'), folder: join(folder, `again ${newId()}`), now: now() });
    expect(second).toEqual(manifests[0]);
    expect(second!.tables.reduce((sum, { rows }) => sum + rows, 0)).toBeGreaterThan(30);
  });

  it('without the key of one region leaves that region’s words closed, and opens the others', async () => {
    const to = await emptyDatabase();
    await restoreDatabase({ url: addressAs(to, 'postgres'), folder: join(folder, 'main') });
    const db = open(addressAs(to, 'huiyin_office'));
    const without = (gone: string): KeyRing => ({
      current: keys.regions.current,
      get: (region, id) => {
        if (region === gone) throw new Error(`No key ${id} of region ${region}`);
        return keys.regions.get(region, id);
      },
    });
    const of = (region: string) =>
      words
        .filter((one) => one.region === region)
        .slice(0, 5)
        .map(({ note }) => ({ region, id: note.words.id }));
    expect([...(await readWords(db.sql, without('linshui'), of('qinghe'))).values()]).toContain('断水第3天\n"引号"\\反斜线\u2028');
    await expect(readWords(db.sql, without('linshui'), of('linshui'))).rejects.toThrow('No key 1 of region linshui');
    expect([...(await readWords(db.sql, keys.regions, of('linshui'))).values()]).toEqual(['欠薪']);
  });

  it('is refused into a database that is in use, and changes nothing there', async () => {
    const to = await emptyDatabase();
    await register(needsOf(to), 'qinghe', '本地已有');
    await expect(restoreDatabase({ url: addressAs(to, 'postgres'), folder: join(folder, 'main') })).rejects.toThrow(/表 \S+ 里已有内容/);
    const { length } = await open(addressAs(to, 'postgres')).sql.selectFrom('history.action').selectAll().execute();
    expect(length).toBe(1);
  });

  it.each([
    [
      'a line was changed',
      (path: string) => writeFileSync(path, gzipSync(gunzipSync(readFileSync(path)).toString().replace('qinghe/office', 'qinghe/others'))),
      '与清单不符',
    ],
    [
      'a line is missing',
      (path: string) => writeFileSync(path, gzipSync(gunzipSync(readFileSync(path)).toString().split('\n').slice(1).join('\n'))),
      '与清单不符',
    ],
    ['the file was cut off', (path: string) => writeFileSync(path, readFileSync(path).subarray(0, 200)), '读不出来'],
    ['the file is gone', (path: string) => rmSync(path), '读不出来'],
    ['the export did not end', (path: string) => rmSync(join(path, '../manifest.json')), '没有 manifest.json'],
  ])('is refused whole when %s', async (_, harm, told) => {
    const copy = join(folder, `harmed ${newId()}`);
    await exportDatabase({ url: addressAs(from, 'postgres'), folder: copy, now: now() });
    harm(join(copy, 'history.action.jsonl.gz'));
    const to = await emptyDatabase();
    await expect(restoreDatabase({ url: addressAs(to, 'postgres'), folder: copy })).rejects.toThrow(told);
    expect(await open(addressAs(to, 'postgres')).sql.selectFrom('words.key').selectAll().execute()).toEqual([]);
  });
});
