import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { passwordOf, setPasswords, type DatabaseRole } from './database-roles.ts';
import { migrate } from './migrate.ts';
import { addressOf, changeAddress, findRunning } from './postgres/running.ts';
import { startPostgres } from './postgres/start.ts';
import type { Settings } from './settings.ts';
import { StartRefused } from './start-refused.ts';

/**
 * The database, wherever it is: the PostgreSQL that comes with Huiyin on the
 * data folder, or the one that DATABASE_URL names. Migrated, and with roles
 * whose passwords lie in the key folder.
 */
export interface Storage {
  readonly ownerUrl: string;
  readonly pid?: number; // of the server, when it is ours
  readonly ended?: Promise<void>; // when our server ends, by our wish or not
  stop(): Promise<void>;
}

const NAME = 'huiyin';
const OLDEST = 15;

export const keyFolderOf = ({ dataFolder }: Pick<Settings, 'dataFolder'>) => join(dataFolder, 'keys');
const clusterOf = ({ dataFolder }: Settings) => join(dataFolder, 'postgres/cluster');

/** Starts or finds the database and brings it up to date. */
export async function startStorage(settings: Settings): Promise<Storage> {
  mkdirSync(settings.dataFolder, { recursive: true, mode: 0o711 }); // the database's account passes through, and sees nothing
  mkdirSync(keyFolderOf(settings), { recursive: true, mode: 0o700 });
  const storage = settings.databaseUrl === undefined ? await startOwn(settings) : await findExternal(settings.databaseUrl, settings.databaseWait);
  try {
    await migrate(storage.ownerUrl);
    await setPasswords(storage.ownerUrl, keyFolderOf(settings));
    return storage;
  } catch (error) {
    await storage.stop();
    throw error;
  }
}

/** For scripts: works beside a Huiyin that runs on this folder, or starts its database for as long as the work takes. */
export async function withStorage<Result>(settings: Settings, work: (storage: Storage) => Promise<Result>): Promise<Result> {
  const running = settings.databaseUrl === undefined ? findRunning(clusterOf(settings)) : undefined;
  const joined = running?.ready ? await joinRunning(addressOf(running, NAME, 'postgres', ownPassword(settings))) : undefined;
  const storage = joined ?? (await startStorage(settings));
  try {
    return await work(storage);
  } finally {
    await storage.stop();
  }
}

/** The address under which a process works: in its own role, and no other. */
export function addressFor(settings: Settings, role: DatabaseRole): string {
  const address = settings.databaseUrl ?? runningAddress(settings);
  if (new URL(address).username === role) return address;
  return changeAddress(address, { role, password: passwordOf(keyFolderOf(settings), role) });
}

function runningAddress(settings: Settings): string {
  const running = findRunning(clusterOf(settings));
  if (running) return addressOf(running, NAME, 'postgres', '');
  throw new StartRefused('没有数据库：单独启动一个角色时，须用 DATABASE_URL 指定数据库，或先用 npm start 启动全部。');
}

const ownPassword = (settings: Settings) => passwordOf(keyFolderOf(settings), 'postgres');

async function startOwn(settings: Settings): Promise<Storage> {
  const server = await startPostgres({ folder: join(settings.dataFolder, 'postgres'), password: ownPassword(settings) });
  await createDatabase(server.url('postgres'));
  return { ownerUrl: server.url(NAME), pid: server.pid, ended: server.ended, stop: server.stop };
}

async function createDatabase(address: string): Promise<void> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [NAME]);
    if (rowCount === 0) await client.query(`create database ${NAME}`);
  } finally {
    await client.end();
  }
}

async function joinRunning(ownerUrl: string): Promise<Storage | undefined> {
  try {
    await checkVersion(ownerUrl);
    return { ownerUrl, stop: async () => {} };
  } catch {
    return undefined; // a lock file that was left behind: the starter knows what to do with it
  }
}

async function findExternal(ownerUrl: string, wait: number): Promise<Storage> {
  const { host, pathname } = new URL(ownerUrl);
  const giveUp = Date.now() + wait * 1_000;
  for (;;) {
    try {
      await checkVersion(ownerUrl);
      return { ownerUrl, stop: async () => {} };
    } catch (error) {
      if (error instanceof StartRefused) throw error;
      const { code = '' } = error as { code?: string };
      const why = WHY[code];
      if (why) throw new StartRefused(`DATABASE_URL 所指的数据库（${host}${pathname}）${why}。`);
      if (Date.now() > giveUp)
        throw new StartRefused(`等了 ${wait} 秒，仍连不上 DATABASE_URL 所指的数据库（${host}${pathname}，${code}）；请确认它已启动、地址无误。`);
      await sleep(1_000);
    }
  }
}

/** What waiting does not mend. */
const WHY: Readonly<Record<string, string>> = {
  '28P01': '不接受这个账户或密码',
  '28000': '不允许这个账户登录',
  '3D000': '不存在，请先建立它',
};

async function checkVersion(address: string): Promise<void> {
  const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    const { rows } = await client.query('show server_version_num');
    const version = Math.floor(Number(rows[0]?.server_version_num) / 10_000);
    if (version < OLDEST)
      throw new StartRefused(`DATABASE_URL 所指的是 PostgreSQL ${version}，需要 ${OLDEST} 以上；请升级它，或者不设 DATABASE_URL，改用随附的 PostgreSQL。`);
  } finally {
    await client.end();
  }
}
