import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { totalmem } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartRefused } from '../start-refused.ts';
import { findAccount, identityOf, type Account } from './account.ts';
import { readyEngine, type Engine } from './engine.ts';
import { makeFolder, type DatabaseFolder } from './folder.ts';
import { claim, freeFolder, type Claim } from './claim.ts';
import { initialise } from './initialise.ts';
import { addressOf, findRunning } from './running.ts';

/** Starts the PostgreSQL that comes with Huiyin on a folder of its own, as a child of this process. */
export interface StartOptions {
  readonly folder: string;
  readonly password: string; // of the superuser `postgres`
  readonly auth?: 'scram-sha-256' | 'trust'; // trust only where the folder is private and thrown away, as in tests
  readonly settings?: Readonly<Record<string, string>>;
}

export interface Postgres {
  readonly pid: number;
  /** When the server ends, by our wish or not. */
  readonly ended: Promise<void>;
  url(database: string, role?: string, password?: string): string;
  stop(): Promise<void>;
}

const PATIENCE = 20_000; // a killed server holds its folder for some seconds
const PAUSE = 100;

/** @throws StartRefused when somebody else uses the folder, or the server cannot run here */
export async function startPostgres({ folder, password, auth = 'scram-sha-256', settings = {} }: StartOptions): Promise<Postgres> {
  const account = findAccount(`${folder}/cluster`);
  if (!account) throw new StartRefused('PostgreSQL 不能以 root 运行，而本机没有 postgres、nobody 或 daemon 账户；请以普通用户启动。');
  const place = makeFolder(folder, account);
  const engine = readyEngine(account, place.home);
  await initialise(engine, account, place, { password, auth, durable: settings['fsync'] !== 'off' });

  const { server, held } = await launchInTurn(engine, account, place, password, settings);
  const running = findRunning(place.cluster);
  if (!running) throw new StartRefused(`数据库刚启动便退出，详见 ${place.log}。`);

  const ended = new Promise<void>((resolve) => ((server.exitCode ?? server.signalCode) === null ? server.once('exit', () => resolve()) : resolve()));
  return {
    pid: running.pid,
    ended,
    url: (database, role = 'postgres', secret = role === 'postgres' ? password : '') => addressOf(running, database, role, secret),
    async stop() {
      await held.release();
      server.kill('SIGINT'); // "fast": ends sessions, writes a checkpoint, goes
      await ended;
    },
  };
}

/** A server that was killed holds its folder until the system has buried it; its lock file is PostgreSQL's to judge, never ours to delete. */
async function launchInTurn(engine: Engine, account: Account, place: DatabaseFolder, password: string, settings: Readonly<Record<string, string>>) {
  const giveUp = Date.now() + PATIENCE;
  for (;;) {
    await freeFolder(engine, account, place, password);
    const from = lengthOf(place.log);
    const server = launch(engine, account, place, settings);
    const held = await untilReady(server, place, password).catch((error) => giveBack(server, error, place));
    if (held) return { server, held };

    const said = readFileSync(place.log).subarray(from).toString();
    const inUse = /lock file "[^"]+" already exists|pre-existing shared memory block|lock file .* is empty/.test(said);
    if (!inUse) throw new StartRefused(`数据库没有启动：${lastError(said)}（详见 ${place.log}）。`);
    if (Date.now() > giveUp) throw new StartRefused(stuck(place));
    await sleep(PAUSE * 3);
  }
}

/** A server that does not know us is not left running. */
async function giveBack(server: ChildProcess, error: Error & { code?: string }, { cluster }: DatabaseFolder): Promise<never> {
  const gone = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGINT');
  await gone;
  if (error.code !== '28P01') throw error;
  throw new StartRefused(
    `数据库 ${cluster} 不接受密钥文件夹里的密码：这一套密钥（keys/database）不是建立它时的那一套。请放回原来的；是从备份恢复的，请换一个新的 HUIYIN_DATA，先放好密钥再恢复一次。`,
  );
}

function stuck({ cluster }: DatabaseFolder): string {
  const pid = findRunning(cluster)?.pid;
  return `数据目录 ${cluster} 的 postmaster.pid 写明由进程 ${pid ?? '（未知）'} 使用，但它不应答；请确认该进程不是数据库后，移走 postmaster.pid 再启动。`;
}

/**
 * The shell waits at a pipe that only we hold: when we are gone, however we
 * went, it tells the server to stop. A process group of its own keeps the
 * keyboard's Ctrl-C from the server, which is to stop last.
 */
const WATCH = '( (cat <&3 >/dev/null; kill -INT $$ 2>/dev/null) & ) ; exec "$@" 3<&-';

function launch(engine: Engine, account: Account, { home, cluster, log, socket }: DatabaseFolder, settings: Readonly<Record<string, string>>): ChildProcess {
  const flags = Object.entries({ ...SETTINGS, ...listening(socket), ...settings }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const output = openSync(log, 'a', 0o600);
  const rest = [engine('postgres'), '-D', cluster, ...flags];
  const [program = '', ...parameters] = process.platform === 'win32' ? rest : ['/bin/sh', '-c', WATCH, 'huiyin-postgres', ...rest];
  const server = spawn(program, parameters, {
    ...identityOf(account),
    cwd: home,
    detached: true,
    stdio: ['ignore', output, output, 'pipe'],
    env: { PATH: process.env['PATH'], TZ: 'UTC' },
  });
  closeSync(output);
  server.once('exit', () => server.stdio[3]?.destroy());
  return server;
}

/**
 * An eighth of the memory that we may use, in megabytes, 4 GB at most: pages
 * that do not fit are fetched from the system each time. Loading a great file
 * is a tenth faster than with 256 MB, more the larger the database is.
 */
function sharedBuffers(): number {
  const allowed = Math.min(totalmem(), process.constrainedMemory() || Infinity); // 0: no limit known
  return Math.min(4_096, Math.max(128, Math.floor(allowed / 8 / 1024 ** 2)));
}

/** What was said to it is nobody's to read in a log: errors go to whoever asked, not into the file. */
const SETTINGS = {
  max_connections: '120',
  shared_buffers: `${sharedBuffers()}MB`,
  max_wal_size: '4GB',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
};

const listening = (socket: string): Record<string, string> =>
  process.platform === 'win32'
    ? { listen_addresses: '127.0.0.1', port: String(20_000 + (process.pid % 20_000)) }
    : { listen_addresses: '', unix_socket_directories: socket, unix_socket_permissions: '0700' };

/** The claim on the folder once the server answers; undefined if it went away instead. */
async function untilReady(server: ChildProcess, { cluster }: DatabaseFolder, password: string): Promise<Claim | undefined> {
  while (server.exitCode === null && server.signalCode === null) {
    const running = findRunning(cluster);
    if (running?.ready && running.pid === server.pid) return claim(running, password);
    await sleep(PAUSE);
  }
  return undefined;
}

function lengthOf(log: string): number {
  const file = openSync(log, 'a');
  const { size } = fstatSync(file);
  closeSync(file);
  return size;
}

const lastError = (said: string) =>
  said
    .split('\n')
    .findLast((line) => /FATAL|PANIC|ERROR|error/.test(line))
    ?.replace(/^.*?(FATAL|PANIC|ERROR):\s*/, '') ??
  said.trim().split('\n').at(-1) ??
  '';
