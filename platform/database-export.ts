import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { findMigrations, findTables, fullName, quoted, type MigrationRow, type Table } from './database-catalog.ts';
import { StartRefused } from './start-refused.ts';

/**
 * A logical export: every table as lines of JSON, of one moment, with a
 * manifest that says how many and their hash. What people wrote stays sealed as
 * it lies in the database; the keys are not in it and are kept elsewhere.
 * Accusations go into a set of their own, written in their own role, of the same moment.
 */
export interface Manifest {
  readonly format: 1;
  readonly set: 'main' | 'sealed';
  readonly madeAt: string;
  readonly migrations: readonly MigrationRow[];
  readonly tables: readonly { readonly name: string; readonly rows: number; readonly sha256: string }[];
}

export interface ExportSettings {
  readonly url: string; // as owner
  readonly folder: string;
  readonly sealed?: { readonly url: string; readonly folder: string }; // as huiyin_sealed
  readonly now: Date;
  readonly onTable?: (name: string, rows: number) => void;
}

const PORTION = 2_000;

export async function exportDatabase({ url, folder, sealed, now, onTable }: ExportSettings): Promise<readonly Manifest[]> {
  const client = await connect(url);
  try {
    await begin(client);
    const { rows } = await client.query<{ snapshot: string }>('select pg_export_snapshot() as snapshot');
    const migrations = await findMigrations(client);
    const main = await writeSet(client, folder, { set: 'main', migrations, madeAt: now.toISOString() }, onTable);
    if (!sealed) return [main];

    const other = await connect(sealed.url);
    try {
      await begin(other);
      await other.query(`set transaction snapshot '${rows[0]!.snapshot}'`); // the same moment, in another role
      return [main, await writeSet(other, sealed.folder, { set: 'sealed', migrations, madeAt: now.toISOString() }, onTable)];
    } finally {
      await other.end();
    }
  } finally {
    await client.end();
  }
}

/** The sealed set alone, in its own role and with no sight of anything else: whoever keeps it needs no right to the office's database. */
export async function exportSealed({ url, folder, now, onTable }: Omit<ExportSettings, 'sealed'>): Promise<Manifest> {
  const client = await connect(url);
  try {
    await begin(client);
    return await writeSet(client, folder, { set: 'sealed', migrations: await findMigrations(client), madeAt: now.toISOString() }, onTable);
  } finally {
    await client.end();
  }
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

async function begin(client: pg.Client): Promise<void> {
  await client.query('begin isolation level repeatable read read only');
}

async function writeSet(
  client: pg.Client,
  folder: string,
  about: Pick<Manifest, 'set' | 'migrations' | 'madeAt'>,
  onTable: ExportSettings['onTable'],
): Promise<Manifest> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length > 0) throw new StartRefused(`文件夹 ${folder} 不是空的；请另指定一个空文件夹，以免与旧的导出混在一起。`);
  await client.query("set local timezone = 'UTC'");
  const tables = [];
  for (const table of await findTables(client, about.set === 'sealed')) {
    const written = await writeTable(client, table, join(folder, fileOf(fullName(table))));
    tables.push({ name: fullName(table), ...written });
    onTable?.(fullName(table), written.rows);
  }
  const manifest: Manifest = { format: 1, ...about, tables };
  await writeLast(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 1)}\n`);
  return manifest;
}

export const fileOf = (table: string) => `${table}.jsonl.gz`;

async function writeTable(client: pg.Client, table: Table, path: string): Promise<{ rows: number; sha256: string }> {
  const gzip = createGzip({ level: 4 });
  const file = createWriteStream(path, { mode: 0o600, flush: true });
  gzip.pipe(file);
  gzip.on('error', (error) => file.destroy(error));
  const done = finished(file);
  done.catch(() => {}); // told by the await below, also when writing breaks off before
  const hash = createHash('sha256');
  let count = 0;
  await client.query(`declare lines no scroll cursor for select row_to_json(whole_row.*)::text as line from ${quoted(table)} as whole_row`);
  for (;;) {
    const { rows } = await client.query<{ line: string }>(`fetch ${PORTION} from lines`);
    if (rows.length === 0) break;
    const text = rows.map(({ line }) => `${line}\n`).join('');
    hash.update(text);
    count += rows.length;
    if (!gzip.write(text)) await Promise.race([once(gzip, 'drain'), done]);
  }
  await client.query('close lines');
  gzip.end();
  await done;
  return { rows: count, sha256: hash.digest('hex') };
}

/** An export without its manifest is none: it is written when all else is on the disk. */
async function writeLast(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}
