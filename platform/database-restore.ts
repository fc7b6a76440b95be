import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import pg from 'pg';
import { findMigrations, findTables, fullName, quoted, type Table } from './database-catalog.ts';
import { fileOf, type Manifest } from './database-export.ts';
import { StartRefused } from './start-refused.ts';

export interface RestoreSettings {
  readonly url: string; // main set: as owner; sealed set: as huiyin_sealed
  readonly folder: string;
  readonly onTable?: (name: string, rows: number) => void;
}

/**
 * Brings one set back into an empty database of the same version: all of it or
 * nothing. Positions of feed and followers come along, so they go on where they were.
 *
 * @throws StartRefused naming what does not fit, before anything is written
 */
export async function restoreDatabase({ url, folder, onTable }: RestoreSettings): Promise<Manifest> {
  const manifest = await readManifest(folder);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('begin');
    const tables = await findTables(client, manifest.set === 'sealed');
    await compareVersions(client, manifest);
    compareTables(manifest, tables);
    await refuseUsed(client, tables);
    for (const table of tables) {
      const { rows, sha256 } = manifest.tables.find(({ name }) => name === fullName(table)) ?? { rows: 0, sha256: '' };
      const read = await readTable(client, table, join(folder, fileOf(fullName(table))));
      if (read.rows !== rows || read.sha256 !== sha256) {
        throw new StartRefused(`导出文件 ${fileOf(fullName(table))} 与清单不符（应有${rows}行，读到${read.rows}行）；文件已损坏，没有恢复任何内容。`);
      }
      onTable?.(fullName(table), rows);
    }
    await client.query('commit');
    if (manifest.set === 'main') await client.query('analyze');
    return manifest;
  } finally {
    await client.end(); // without a commit everything is undone
  }
}

async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, 'manifest.json'), 'utf8').catch(() => {
    throw new StartRefused(`${folder} 里没有 manifest.json：这不是导出文件夹，或者那次导出没有完成。`);
  });
  return JSON.parse(text);
}

async function compareVersions(client: pg.Client, { migrations }: Manifest): Promise<void> {
  const here = new Map((await findMigrations(client)).map(({ name, hash }) => [name, hash]));
  const differing = migrations.find(({ name, hash }) => here.get(name) !== hash);
  if (differing || here.size !== migrations.length) {
    throw new StartRefused(`导出时的版本与本机不同（${differing?.name ?? '本机多出迁移'}）；请用导出时的版本恢复，再升级。`);
  }
}

function compareTables({ tables }: Manifest, here: readonly Table[]): void {
  const known = new Set(here.map(fullName));
  const missing = tables.find(({ name }) => !known.has(name));
  if (missing) throw new StartRefused(`本机没有表 ${missing.name}，不能恢复。`);
}

/** Only into a database that nobody has used. What the migrations themselves put in is replaced. */
async function refuseUsed(client: pg.Client, tables: readonly Table[]): Promise<void> {
  const seeded = await findSeeded();
  for (const table of tables) {
    const { rowCount } = await client.query(`select from ${quoted(table)} limit 1`);
    if (rowCount === 0) continue;
    if (!seeded.has(fullName(table))) throw new StartRefused(`表 ${fullName(table)} 里已有内容；只能恢复到一个新建的空库，以免覆盖。`);
    await client.query(`delete from ${quoted(table)}`);
  }
}

async function findSeeded(): Promise<ReadonlySet<string>> {
  const folder = new URL('../migrations/', import.meta.url);
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql'));
  const texts = await Promise.all(names.map((name) => readFile(new URL(name, folder), 'utf8')));
  return new Set(texts.flatMap((text) => [...text.matchAll(/^\s*insert into (\w+\.\w+)/gim)].map(([, name = '']) => name)));
}

const PORTION = 1_000;
const MOST_BYTES = 4 * 1024 * 1024;

async function readTable(client: pg.Client, table: Table, path: string): Promise<{ rows: number; sha256: string }> {
  const hash = createHash('sha256');
  let rows = 0;
  let lines: string[] = [];
  let bytes = 0;
  // Columns by name, values as the database wrote them: no number or time passes through this program.
  const put = async () => {
    if (lines.length > 0)
      await client.query(`insert into ${quoted(table)} select * from json_populate_recordset(null::${quoted(table)}, $1::json)`, [`[${lines.join(',')}]`]);
    lines = [];
    bytes = 0;
  };
  const file = createReadStream(path);
  const unzipped = file.pipe(createGunzip());
  file.on('error', (error) => unzipped.destroy(error));
  try {
    for await (const line of createInterface({ input: unzipped, crlfDelay: Number.POSITIVE_INFINITY })) {
      hash.update(`${line}\n`);
      lines.push(line);
      bytes += line.length;
      rows += 1;
      if (lines.length >= PORTION || bytes >= MOST_BYTES) await put();
    }
  } catch (error) {
    const { code = '', syscall } = error as NodeJS.ErrnoException;
    if (code.startsWith('Z_') || syscall === 'open') throw new StartRefused(`导出文件 ${path} 读不出来（${code}）；文件缺失或已损坏，没有恢复任何内容。`);
    throw error;
  }
  await put();
  return { rows, sha256: hash.digest('hex') };
}
