import { fork, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { ENGINE } from '#apps/server/keep.ts';
import { openStaffNeeds, type StaffNeeds } from '#apps/server/needs.ts';
import { prepareData } from '#apps/server/prepare-data.ts';
import { indexOfLoaded } from '#contexts/insight/index.ts';
import type { LoadedIndex } from '#contexts/intake/index.ts';
import { openDatabase, type Database } from '#platform/database.ts';
import { openKeys } from '#platform/keys-folder.ts';
import { createLog } from '#platform/log.ts';
import { changeAddress } from '#platform/postgres/running.ts';
import { readSettings, type Settings } from '#platform/settings.ts';
import { addressFor, keyFolderOf, startStorage, type Storage } from '#platform/storage.ts';

/** A Huiyin of the bench's own: its PostgreSQL with the settings that `npm start` gives it, in a folder that is gone afterwards. */
export interface Stage {
  readonly storage: Storage;
  readonly folder: string;
  /** A database of this name, with the demonstration county's organs and people and no matter. */
  openPlace(name: string, port: number): Promise<Place>;
  close(): Promise<void>;
}

/** One database, and what the processes of the program are given to work on it. */
export interface Place {
  readonly name: string;
  readonly settings: Settings;
  readonly needs: StaffNeeds;
  readonly owner: Database;
  readonly patient: Database; // in the office's role, for work that may take its time
  readonly index: LoadedIndex;
  close(): Promise<void>;
}

const ENVIRONMENT = {
  ...(process.env['NODE_OPTIONS_OFFICE'] && { NODE_OPTIONS: process.env['NODE_OPTIONS_OFFICE'] }),
  HUIYIN_DEMO: '1',
  HUIYIN_LOG_LEVEL: 'error',
  HUIYIN_CALLS_A_MINUTE: '100000',
  HUIYIN_METRICS: 'localhost',
};

export async function openStage(kept?: string): Promise<Stage> {
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'huiyin-bench-'));
  if (!kept) chmodSync(folder, 0o711); // or the database of root would go to a place that stays
  const settings = readSettings({ ...ENVIRONMENT, HUIYIN_DATA: join(folder, 'data') });
  const storage = await startStorage(settings);
  await prepareData(settings, storage);
  return {
    storage,
    folder,
    async openPlace(name, port) {
      await createFrom(storage.ownerUrl, name);
      const databaseUrl = changeAddress(storage.ownerUrl, { database: name });
      return openPlace(
        name,
        readSettings({ ...ENVIRONMENT, HUIYIN_DATA: settings.dataFolder, DATABASE_URL: databaseUrl, PORT: `${port}`, OFFICE_PORT: `${port + 1}` }),
      );
    },
    async close() {
      await storage.stop();
      if (!kept) rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 500 });
    },
  };
}

async function createFrom(ownerUrl: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: changeAddress(ownerUrl, { database: 'postgres' }) });
  await client.connect();
  const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
  if (rowCount === 0) await client.query(`create database ${name} template huiyin`);
  await client.end();
}

export async function openPlace(name: string, settings: Settings, { numbersAtOnce }: { readonly numbersAtOnce?: number } = {}): Promise<Place> {
  const needs = await openStaffNeeds(settings, createLog('bench', 'error'), 'office', { ...(numbersAtOnce && { numbersAtOnce }) });
  const owner = openDatabase(settings.databaseUrl!, { name: 'bench owner', max: 2, statementMs: 0 });
  const patient = openDatabase(addressFor(settings, 'huiyin_office'), { name: 'bench load', max: 2, statementMs: 0 });
  const worker = openDatabase(addressFor(settings, 'huiyin_worker'), { name: 'bench worker', max: 2, statementMs: 0 });
  return {
    name,
    settings,
    needs,
    owner,
    patient,
    index: indexOfLoaded(worker, openKeys(keyFolderOf(settings), 'worker').search),
    async close() {
      await needs.close();
      await owner.close();
      await patient.close();
      await worker.close();
    },
  };
}

export interface Office {
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

const PROGRAM = new URL('../apps/server/main.ts', import.meta.url);

/** The office on this place, as the process that `npm start` would start. */
export async function startOffice({ settings }: Place): Promise<Office> {
  const env = {
    ...ENVIRONMENT,
    PATH: process.env['PATH'],
    HUIYIN_DATA: settings.dataFolder,
    DATABASE_URL: addressFor(settings, 'huiyin_office'),
    PORT: `${settings.portalPort}`,
    OFFICE_PORT: `${settings.officePort}`,
  };
  const child: ChildProcess = fork(PROGRAM, ['--role', 'office'], {
    env,
    execArgv: [...process.execArgv, ...ENGINE],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    child.once('message', (message) => ('ready' in (message as object) ? resolve() : reject(new Error(JSON.stringify(message)))));
    child.once('exit', (code) => reject(new Error(`The office ended with ${code}`)));
  });
  return {
    url: `http://127.0.0.1:${settings.officePort}`,
    pid: child.pid!,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
