import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { act, step, type ActNeeds } from '#platform/act.ts';
import { openDatabase } from '#platform/database.ts';
import { createKeys, openKeys } from '#platform/keys-folder.ts';
import { newId } from '#platform/numbers-id.ts';
import { readWords, takeNote } from '#platform/words.ts';
import { cloneAddress, query } from '../test/database.ts';

/** The operator's scripts, run as the operator runs them: as processes, on a database and a data folder. */
const data = mkdtempSync(join(tmpdir(), 'huiyin-data-'));
const note = takeNote('村东七户断水');
let url: string;
let elsewhere: string;
let office: string;

interface Outcome {
  readonly code: number;
  readonly said: string;
}

function run(script: string, args: readonly string[], environment: Record<string, string> = {}): Promise<Outcome> {
  const env = { PATH: process.env['PATH'] ?? '', DATABASE_URL: url, HUIYIN_DATA: data, ...environment };
  return new Promise((resolve) => {
    execFile(process.execPath, [join(import.meta.dirname, `${script}.ts`), ...args], { env, encoding: 'utf8' }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, said: stdout + stderr });
    });
  });
}

beforeAll(async () => {
  const [address, other] = [await cloneAddress(), await cloneAddress()];
  [url, elsewhere, office] = [address('postgres'), other('postgres'), address('huiyin_office')];
  createKeys(join(data, 'keys'), ['qinghe']);
  const db = openDatabase(office);
  const needs: ActNeeds = { db, keys: openKeys(join(data, 'keys'), 'office').regions, now: () => new Date(), calendar: () => '2026' };
  const decider = {
    initial: undefined,
    decide: () => [{ type: 'Done', summary: note.words, by: { person: 'p', unit: 'qinghe/office' }, at: new Date('2026-05-10') }],
    evolve: () => undefined,
  };
  await act(needs, [step({ region: 'qinghe', id: newId() }, 'matter', decider, undefined, { isNew: true, notes: [note] })]);
  await db.close();
});

const read = async (address: string) => {
  const db = openDatabase(address);
  const words = await readWords(db.sql, openKeys(join(data, 'keys'), 'owner').regions, [{ region: 'qinghe', id: note.words.id }]);
  await db.close();
  return words.get(note.words.id);
};

describe('the operator', () => {
  it('exports, restores elsewhere, and is told what is not in it', async () => {
    const folder = join(data, 'out');
    const exported = await run('export', [folder]);
    expect(exported).toMatchObject({ code: 0, said: expect.stringContaining('密钥不在导出里') });
    expect(exported.said).toContain('检举控告不在这一套里');
    expect(existsSync(join(folder, 'manifest.json'))).toBe(true);

    const restored = await run('restore', [folder], { DATABASE_URL: elsewhere });
    expect(restored).toMatchObject({ code: 0, said: expect.stringContaining('跟进任务从原来的位置接着做') });
    expect(await read(elsewhere)).toBe('村东七户断水');

    const again = await run('restore', [folder], { DATABASE_URL: elsewhere });
    expect(again).toMatchObject({ code: 1, said: expect.stringContaining('里已有内容') });
    expect(again.said).not.toContain('    at ');
  });

  it('is told how to call a script', async () => {
    expect(await run('export', [])).toMatchObject({ code: 1, said: expect.stringMatching(/^用法：npm run export/) });
    expect(await run('restore', [join(data, 'nowhere')])).toMatchObject({ code: 1, said: expect.stringContaining('没有 manifest.json') });
    expect(await run('rotate-keys', ['nowhere'])).toMatchObject({ code: 1, said: expect.stringContaining('请核对区域代码') });
  });

  it('renews the key of a region, and the old one goes only when nobody can still use it', async () => {
    const rotated = await run('rotate-keys', ['qinghe']);
    expect(rotated).toMatchObject({ code: 0, said: expect.stringContaining('换完，共 1 把') });
    expect(await run('rotate-keys', ['qinghe', '--retire'])).toMatchObject({ code: 0, said: expect.stringContaining('秒再运行一次') });
    const file = join(data, 'keys/regions.json');
    const keys = () => Object.keys(JSON.parse(readFileSync(file, 'utf8')).qinghe.keys);
    expect(keys()).toEqual(['1', '2']);

    utimesSync(file, new Date(Date.now() - 300_000), new Date(Date.now() - 300_000));
    expect(await run('rotate-keys', ['qinghe', '--retire'])).toMatchObject({ code: 0, said: expect.stringContaining('密钥 1 已销毁') });
    expect(keys()).toEqual(['2']);
    expect(await read(office)).toBe('村东七户断水');
  });

  it('verifies the history, and is told where it was changed', async () => {
    expect(await run('verify-history', [])).toMatchObject({ code: 0, said: expect.stringContaining('qinghe：完整') });
    await query(url, "update history.action set unit = 'qinghe/other'");
    expect(await run('verify-history', [])).toMatchObject({ code: 1, said: expect.stringContaining('第1个动作被改动') });
  });
});
