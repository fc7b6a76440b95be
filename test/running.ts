import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { hashPassword } from '#contexts/directory/handle/passwords.ts';
import { readSettings } from '#platform/settings.ts';
import { withStorage } from '#platform/storage.ts';
import { freePort, until } from './runtime/program.ts';

/**
 * The real program, as an operator sets it up and starts it: `npm run set-up`
 * with the organs and people of the demonstration county, then the launcher of
 * `npm start`. Its replayed matters are left out, so that a test finds its own.
 */
export interface Running {
  readonly portal: string;
  readonly office: string;
  readonly data: string; // the data folder
  readonly password: string; // of every account
}

export interface Started extends Running {
  readonly process: ChildProcess;
  /** Everything that it has printed so far. */
  output(): string;
  /** The number of a role's newest process, from its own log. */
  pidOf(role: string): number;
  stop(): Promise<void>;
}

interface Start {
  readonly data?: string; // a folder that was set up before
  readonly password?: string; // of the accounts there
  readonly env?: Readonly<Record<string, string>>;
}

const ROOT = join(import.meta.dirname, '..');
const COUNTY = ['organs.json', 'people.json'].map((file) => join(ROOT, 'data/demo', file));
const PRINTED = /^zj01\t\S+\t\S{10,}$/m;

/** An empty folder under the system's temporary one; `remove` takes it away, running or not. */
export function newFolder(): { readonly folder: string; remove(): void } {
  const outer = mkdtempSync(join(tmpdir(), 'huiyin-refusal-'));
  chmodSync(outer, 0o711); // or the database of root would go to a place that stays
  return { folder: join(outer, 'data'), remove: () => rmSync(outer, { recursive: true, force: true, maxRetries: 10, retryDelay: 300 }) };
}

/** Runs one of the operator's scripts to its end, and gives what it printed. */
export async function runScript(name: string, parameters: readonly string[], env: Readonly<Record<string, string>>): Promise<string> {
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [join(ROOT, `scripts/${name}.ts`), ...parameters], {
    env: environment(env),
    cwd: ROOT,
  });
  return stdout + stderr;
}

/** The county's organs and accounts in a new database, each with a password that the first sign-in would have changed. */
async function setUp(env: Readonly<Record<string, string>>): Promise<void> {
  const printed = await runScript('set-up', COUNTY, env);
  if (!PRINTED.test(printed)) throw new Error(`The set-up told no password:\n${printed}`);
}

/** As if everybody had signed in once and chosen the same: what a test types is not what it is about. */
async function chooseOnePassword(env: Readonly<Record<string, string>>): Promise<string> {
  const password = 'one for all 2026';
  await withStorage(readSettings({ HUIYIN_DEMO: '0', ...env }), async ({ ownerUrl }) => {
    const client = new pg.Client({ connectionString: ownerUrl });
    await client.connect();
    await client.query('update directory.account set password_hash = $1, must_change = false', [await hashPassword(password)]);
    await client.end();
  });
  return password;
}

/** Sets it up where that was not done yet, starts it, and waits until it says that it has started. */
export async function startRunning({ data, password, env = {} }: Start = {}): Promise<Started> {
  const made = data === undefined ? newFolder() : undefined;
  const folder = data ?? made!.folder;
  const place = { HUIYIN_DATA: folder, ...env };
  if (password === undefined) await setUp(place);
  const [port, officePort, sealedPort] = [await freePort(), await freePort(), await freePort()];
  const ports = { PORT: `${port}`, OFFICE_PORT: `${officePort}`, SEALED_PORT: `${sealedPort}` };
  const child = spawn(process.execPath, [join(ROOT, 'apps/server/launch.js')], {
    cwd: ROOT,
    env: environment({ HUIYIN_DATA: folder, HUIYIN_DEMO: '0', HUIYIN_REGION: 'qinghe', HUIYIN_CALLS_A_MINUTE: '100000', ...ports, ...env }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (part) => (printed += part));
  child.stderr.setEncoding('utf8').on('data', (part) => (printed += part));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const started: Started = {
    portal: `http://127.0.0.1:${port}`,
    office: `http://127.0.0.1:${officePort}`,
    data: folder,
    password: password ?? '',
    process: child,
    output: () => printed,
    pidOf: (role) => newestPid(printed, role),
    async stop() {
      child.kill('SIGTERM');
      await ended;
      made?.remove();
    },
  };
  const failed = ended.then(() => Promise.reject(new Error(`The program did not start:\n${printed}`)));
  failed.catch(() => {});
  try {
    await Promise.race([until(() => printed.includes('回音已启动'), 240), failed]);
  } catch (error) {
    await started.stop();
    throw new Error(`${(error as Error).message}\n${printed}`);
  }
  return password === undefined ? Object.assign(started, { password: await chooseOnePassword(place) }) : started;
}

/** Nothing of the environment of the tests gets through by chance. */
const environment = (more: Readonly<Record<string, string>>) => ({
  PATH: process.env['PATH'],
  HOME: process.env['HOME'],
  npm_lifecycle_event: 'test',
  ...more,
}); // as under npm: it ends with whoever started it

function newestPid(printed: string, role: string): number {
  const line = printed.split('\n').findLast((one) => one.includes(`"role":"${role}"`) && one.includes('"msg":"ready"'));
  return JSON.parse(line ?? '{}').pid ?? 0;
}
