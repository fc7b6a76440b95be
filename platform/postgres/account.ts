import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';

/**
 * The account that PostgreSQL runs under. It refuses to run as root, so root
 * hands it to an account without rights that the machine already has.
 */
export interface Account {
  readonly name: string;
  readonly uid?: number; // absent: whoever we are
  readonly gid?: number;
}

const UNPRIVILEGED = ['postgres', 'nobody', 'daemon'];

/** Whoever owns the database already goes on owning it. */
export function findAccount(cluster: string): Account | undefined {
  if (process.getuid?.() !== 0) return { name: process.env['USER'] ?? '' };
  const accounts = readAccounts();
  const owner = statSync(cluster, { throwIfNoEntry: false })?.uid;
  if (owner) return accounts.find(({ uid }) => uid === owner) ?? { name: `${owner}`, uid: owner, gid: owner };
  return UNPRIVILEGED.map((wanted) => accounts.find(({ name }) => name === wanted)).find((account) => account !== undefined);
}

/** Whether this account can go into a folder; asked of the system itself, since modes do not tell the whole truth. */
export function canEnter(account: Account, folder: string): boolean {
  if (account.uid === undefined) return true;
  return spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], { ...identityOf(account), cwd: '/' }).status === 0;
}

/** What `spawn` needs to become this account. */
export function identityOf({ uid, gid }: Account): { uid?: number; gid?: number } {
  return uid === undefined || gid === undefined ? {} : { uid, gid };
}

function readAccounts() {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  return lines
    .map((line) => line.split(':'))
    .filter(([name, , uid]) => name && Number(uid) > 0)
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
}
