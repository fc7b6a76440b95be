import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { ROLES } from '#apps/server/roles.ts';

/** The program itself, as processes: for tests that start it, break it and look at what is left. */
export interface Program {
  readonly portal: string;
  readonly office: string;
  readonly process: ChildProcess;
  /** Everything that it has printed so far. */
  output(): string;
  /** The number of a role's newest process, from its own log. */
  pidOf(role: string): number;
  ended(): Promise<number | null>;
  stop(): Promise<number | null>;
}

const ROOT = join(import.meta.dirname, '../..');
const LAUNCH = join(ROOT, 'apps/server/launch.js');
const STARTED = '回音已启动';

export interface Start {
  readonly data: string;
  readonly byNpm?: boolean; // as a person would start it
  readonly env?: Readonly<Record<string, string>>;
  readonly as?: { readonly uid: number; readonly gid: number };
}

/** Starts it and waits until it says that it has started. */
export async function startProgram(start: Start): Promise<Program> {
  const program = await launch(start);
  const ended = program.ended().then(() => Promise.reject(new Error(`The program did not start:\n${program.output()}`)));
  await Promise.race([until(() => program.output().includes(STARTED) && ROLES.every((role) => program.pidOf(role) > 0), 110), ended]);
  ended.catch(() => {});
  return program;
}

/** Starts it and does not wait: for starts that are refused. */
export async function launch({ data, byNpm = false, env = {}, as }: Start): Promise<Program> {
  const [port, officePort, sealedPort] = [await freePort(), await freePort(), await freePort()];
  const [program, ...parameters] = byNpm ? ['npm', 'start'] : [process.execPath, LAUNCH];
  const child = spawn(program, parameters, {
    cwd: ROOT,
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      HUIYIN_DATA: data,
      PORT: `${port}`,
      OFFICE_PORT: `${officePort}`,
      SEALED_PORT: `${sealedPort}`,
      HUIYIN_DEMO: '0',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...as,
  });
  let printed = '';
  child.stdout?.on('data', (part) => (printed += part));
  child.stderr?.on('data', (part) => (printed += part));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  onTestFinished(() => void (child.exitCode === null && child.kill('SIGTERM')));

  return {
    portal: `http://127.0.0.1:${env['PORT'] ?? port}`,
    office: `http://127.0.0.1:${env['OFFICE_PORT'] ?? officePort}`,
    process: child,
    output: () => printed,
    pidOf: (role) => newestPid(printed, role),
    ended: () => ended,
    async stop() {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-run-'));
  chmodSync(folder, 0o711); // or the database of root would go to a place that stays
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 500 }));
  return join(folder, 'data');
}

/** Waits for something that must come; says what did not. */
export async function until(holds: () => boolean | Promise<boolean>, seconds = 60): Promise<void> {
  const giveUp = Date.now() + seconds * 1000;
  while (!(await holds())) {
    if (Date.now() > giveUp) throw new Error(`Not within ${seconds} s: ${holds}`);
    await sleep(200);
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

export const statusOf = (url: string): Promise<number> =>
  fetch(url).then(
    ({ status }) => status,
    () => 0,
  );

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

function newestPid(printed: string, role: string): number {
  const lines = printed.split('\n').filter((line) => line.includes(`"role":"${role}"`) && line.includes('"msg":"ready"'));
  return JSON.parse(lines.at(-1) ?? '{}').pid ?? 0;
}
