import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartRefused } from '#platform/start-refused.ts';

/**
 * Builds the web of workbench and portal where it is missing or older than its
 * sources. `npm ci` has done it already; this is for whoever changed a file.
 */
const ROOT = join(import.meta.dirname, '../..');
const SHARED = ['kernel', 'contexts', 'apps/tokens.css', 'package-lock.json', 'tsconfig.json']; // what both are made of, beside their own folder
const STAMP = '.sources';
const JUST_TAKEN = 5_000; // a lock that does not say yet whose it is

/** How each is built into a folder, as parameters of Node. */
const BUILDS = {
  workbench: (into: string) => [findVite(), 'build', '--config', join(ROOT, 'apps/workbench/vite.config.ts'), '--logLevel', 'error', '--outDir', into],
  portal: (into: string) => [join(ROOT, 'apps/portal/build.ts'), into],
} as const;

export type WebApp = keyof typeof BUILDS;

/** @throws StartRefused when a build fails */
export async function buildWeb(say: (line: string) => void, apps: readonly WebApp[] = ['workbench', 'portal']): Promise<void> {
  for (const app of apps) {
    const folder = join(ROOT, 'dist', app);
    const stamp = join(folder, STAMP);
    const sources = hashOf([join('apps', app), ...SHARED]);
    const isBuilt = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === sources;
    if (isBuilt()) continue;
    await alone(async () => {
      if (isBuilt()) return; // by whoever we waited for
      say(`正在生成网页（${app}）……`);
      const fresh = join(ROOT, `dist/.${app}.new`);
      rmSync(fresh, { recursive: true, force: true });
      await build(app, fresh);
      writeFileSync(join(fresh, STAMP), sources);
      exchange(folder, fresh);
    });
  }
}

/** Two starts from one checkout build one after the other; whoever died at it holds nobody up. */
async function alone(work: () => Promise<void>): Promise<void> {
  const lock = join(ROOT, 'dist/.building');
  mkdirSync(dirname(lock), { recursive: true });
  while (!take(lock)) await sleep(300);
  try {
    await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function take(lock: string): boolean {
  try {
    writeFileSync(lock, `${process.pid}`, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    if (!isAlive(lock)) rmSync(lock, { force: true });
    return false;
  }
}

function isAlive(lock: string): boolean {
  try {
    const pid = Number(readFileSync(lock, 'utf8'));
    return pid > 0 ? process.kill(pid, 0) : Date.now() - statSync(lock).mtimeMs < JUST_TAKEN;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'; // gone this moment, or somebody else's: asked again
  }
}

/** At once: a program that serves the old one finds the new one, and a build that failed has taken nothing away. */
function exchange(folder: string, fresh: string): void {
  const old = `${fresh}.old`;
  rmSync(old, { recursive: true, force: true });
  if (existsSync(folder)) renameSync(folder, old);
  renameSync(fresh, folder);
  rmSync(old, { recursive: true, force: true });
}

/** The sources themselves, not their dates: a checkout gives every file a new date. */
function hashOf(places: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of places.flatMap((place) => filesIn(join(ROOT, place)))) hash.update(relative(ROOT, file)).update(readFileSync(file));
  return hash.digest('hex');
}

function filesIn(place: string): string[] {
  if (statSync(place).isFile()) return [place];
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function build(app: WebApp, into: string): Promise<void> {
  const child = spawn(process.execPath, BUILDS[app](into), { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] });
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new StartRefused(`网页（${app}）没有生成成功，原因见上。`))));
  });
}

function findVite(): string {
  try {
    return join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin/vite.js');
  } catch {
    throw new StartRefused('网页尚未生成，而生成它的工具没有安装；请在此目录运行 npm ci（不要省去开发依赖）。');
  }
}
