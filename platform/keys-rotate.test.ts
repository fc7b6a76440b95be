import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { cloneDatabase } from '../test/database.ts';
import type { Database } from './database.ts';
import { addKey, createKeys, dropKey, openKeys } from './keys-folder.ts';
import { countByKey, findWrappedTables, rewrapKeys } from './keys-rotate.ts';
import { newId } from './numbers-id.ts';
import { keepNotes, readWords, takeNote } from './words.ts';

let office: Database;
let owner: Database;
const folder = join(mkdtempSync(join(tmpdir(), 'huiyin-rotate-')), 'keys');
const kept: { region: string; id: string }[] = [];
beforeAll(async () => {
  const open = await cloneDatabase();
  [office, owner] = [open(), open('postgres')];
  createKeys(folder, ['qinghe', 'linshui']);
  const { regions } = openKeys(folder, 'office');
  for (let turn = 0; turn < 40; turn += 1) {
    const region = turn < 35 ? 'qinghe' : 'linshui';
    const note = takeNote(`第${turn}件`);
    kept.push({ region, id: note.words.id });
    await office.send(...keepNotes(office.sql, regions, { region, id: newId() }, undefined, [note]));
  }
});

const ring = () => openKeys(folder, 'owner').regions;
const readable = async () => (await readWords(office.sql, ring(), kept)).size;

it('knows every table that keeps wrapped keys', async () => {
  expect(await findWrappedTables(owner.sql, false)).toContain('words.key');
});

it('is broken off in the middle, goes on, and loses nothing; then the old key may go', async () => {
  const running = openKeys(folder, 'office').regions; // a process that started before
  expect(addKey(folder, 'regions', 'qinghe')).toBe(2);
  const stop = () => {
    throw new Error('断电');
  };
  await expect(rewrapKeys(owner.sql, { ring: ring(), region: 'qinghe', sealed: false, portion: 10, onPortion: stop })).rejects.toThrow('断电');
  expect(await countByKey(owner.sql, 'qinghe', false)).toEqual(
    new Map([
      [1, 25],
      [2, 10],
    ]),
  );
  expect(await readable()).toBe(40);
  expect((await readWords(office.sql, running, kept)).size).toBe(40);

  expect(await rewrapKeys(owner.sql, { ring: ring(), region: 'qinghe', sealed: false, portion: 10 })).toBe(25);
  expect(await countByKey(owner.sql, 'qinghe', false)).toEqual(new Map([[2, 35]]));
  expect(await countByKey(owner.sql, 'linshui', false)).toEqual(new Map([[1, 5]]));
  expect(await rewrapKeys(owner.sql, { ring: ring(), region: 'qinghe', sealed: false })).toBe(0);

  dropKey(folder, 'regions', 'qinghe', 1);
  expect(await readable()).toBe(40);
});

it('does not bring back what was erased while it ran', async () => {
  addKey(folder, 'regions', 'linshui');
  const [gone] = await owner.sql.selectFrom('words.key').select('subject').where('region', '=', 'linshui').orderBy('subject').execute();
  const before = await owner.sql.selectFrom('words.key').selectAll().where('subject', '=', gone!.subject).execute();
  await owner.sql.deleteFrom('words.key').where('subject', '=', gone!.subject).execute();
  await rewrapKeys(owner.sql, { ring: ring(), region: 'linshui', sealed: false });
  expect(before).toHaveLength(1);
  expect(await countByKey(owner.sql, 'linshui', false)).toEqual(new Map([[2, 4]]));
});
