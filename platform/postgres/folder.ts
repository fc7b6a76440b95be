import { createHash } from 'node:crypto';
import { chownSync, existsSync, lstatSync, mkdirSync, realpathSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canEnter, type Account } from './account.ts';
import { StartRefused } from '../start-refused.ts';

/**
 * Where the database lies: `cluster/`, the log and the socket in one folder
 * that belongs to the database's account alone.
 */
export interface DatabaseFolder {
  readonly home: string;
  readonly cluster: string;
  readonly log: string;
  readonly socket: string; // the folder of the socket
}

const SHARED = '/var/lib/huiyin';
const LONGEST_SOCKET = 90; // the system cuts socket paths at 107 characters

/**
 * Makes the folder. Root often has its checkout under /root, where no other
 * account may go. Then the database goes to /var/lib/huiyin and a link stands
 * in the data folder; nobody's folder is opened for it.
 */
export function makeFolder(wanted: string, account: Account): DatabaseFolder {
  mkdirSync(join(wanted, '..'), { recursive: true, mode: 0o711 });
  const parent = realpathSync(join(wanted, '..'));
  if (!existsSync(wanted) && !canEnter(account, parent)) linkElsewhere(wanted);
  mkdirSync(wanted, { recursive: true, mode: 0o700 });
  const home = realpathSync(wanted);
  give(home, account);
  if (!canEnter(account, home)) {
    throw new StartRefused(
      `数据目录 ${home} 的上级目录不允许账户 ${account.name} 进入；请用 HUIYIN_DATA 指定另一个目录，例如 HUIYIN_DATA=/var/lib/huiyin/data。`,
    );
  }
  return { home, cluster: join(home, 'cluster'), log: join(home, 'postgres.log'), socket: socketFolder(home, account) };
}

function linkElsewhere(wanted: string): void {
  const place = join(SHARED, shortHash(wanted));
  mkdirSync(place, { recursive: true, mode: 0o711 });
  symlinkSync(place, wanted);
}

/** Beside the database, or, where that path is too long for a socket, in the folder for temporary files. */
function socketFolder(home: string, account: Account): string {
  if (home.length <= LONGEST_SOCKET) return home;
  const folder = join(tmpdir(), `huiyin-${shortHash(home)}`);
  if (!existsSync(folder)) {
    mkdirSync(folder, { mode: 0o700 });
    give(folder, account);
  }
  const { uid } = lstatSync(folder);
  if (uid !== (account.uid ?? process.getuid?.())) throw new StartRefused(`${folder} 已被另一个账户占用，请删除它或换一个较短的 HUIYIN_DATA。`);
  return folder;
}

function give(folder: string, { uid, gid }: Account): void {
  if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid);
}

const shortHash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12);
