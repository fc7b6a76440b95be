import { spawn } from 'node:child_process';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync, chownSync } from 'node:fs';
import { join } from 'node:path';
import { StartRefused } from '../start-refused.ts';
import { identityOf, type Account } from './account.ts';
import type { Engine } from './engine.ts';
import type { DatabaseFolder } from './folder.ts';

export interface Making {
  readonly password: string; // of the superuser
  readonly auth: 'scram-sha-256' | 'trust';
  readonly durable: boolean;
}

const VERSION = '18';

/**
 * Makes the cluster if there is none. It gets its name when it is complete, so
 * that one whose making was interrupted is never taken for a database.
 */
export async function initialise(engine: Engine, account: Account, { home, cluster }: DatabaseFolder, making: Making): Promise<void> {
  if (existsSync(cluster)) return checkVersion(cluster);

  const half = `${cluster}.new`;
  const secret = join(home, 'first-password');
  rmSync(half, { recursive: true, force: true });
  writeFileSync(secret, making.password, { mode: 0o600 });
  if (account.uid !== undefined && account.gid !== undefined) chownSync(secret, account.uid, account.gid);
  try {
    // The built-in C.UTF-8 sorts the same on every machine and for ever; a locale of the system need not.
    const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
    const rest = ['-A', making.auth, `--pwfile=${secret}`, ...(making.durable ? [] : ['--no-sync'])];
    await run(engine('initdb'), ['-D', half, '-U', 'postgres', '-E', 'UTF8', ...locale, ...rest], account, home);
    renameSync(half, cluster);
  } finally {
    rmSync(secret, { force: true });
  }
}

function checkVersion(cluster: string): void {
  const version = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  if (version !== VERSION) {
    throw new StartRefused(`${cluster} 是 PostgreSQL ${version} 的数据，随附的是 ${VERSION}；请先用原来的版本导出（npm run export），再在新目录中恢复。`);
  }
}

function run(program: string, parameters: string[], account: Account, cwd: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, parameters, { ...identityOf(account), cwd, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (part) => (said += part));
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve() : reject(new StartRefused(`建立数据库目录失败：${lastLine(said)}`))));
  });
}

const lastLine = (text: string) =>
  text
    .trim()
    .split('\n')
    .findLast((line) => !line.startsWith('HINT')) ?? '';
