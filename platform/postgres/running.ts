import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What PostgreSQL itself writes about a server that holds a folder, in `postmaster.pid`. We only ever read it. */
export interface Running {
  readonly pid: number;
  readonly port: number;
  readonly host: string; // the folder of its socket, or an address
  readonly ready: boolean;
}

export function findRunning(cluster: string): Running | undefined {
  const lines = readLines(join(cluster, 'postmaster.pid'));
  const [pid, , , port, socket, address] = lines;
  if (!pid || !port) return undefined;
  return { pid: Number(pid), port: Number(port), host: socket || address || '127.0.0.1', ready: lines[7]?.trim() === 'ready' };
}

/** The address of a database on that server; one that `new URL` can read, too. */
export function addressOf({ host, port }: Pick<Running, 'host' | 'port'>, database: string, role: string, password: string): string {
  const who = `${role}:${encodeURIComponent(password)}`;
  return host.startsWith('/')
    ? `postgres://${who}@localhost/${database}?host=${encodeURIComponent(host)}&port=${port}`
    : `postgres://${who}@${host}:${port}/${database}`;
}

/** The same server, as another role or in another database. */
export function changeAddress(address: string, { role, password, database }: { role?: string; password?: string; database?: string }): string {
  const url = new URL(address);
  if (role !== undefined) url.username = role;
  if (password !== undefined) url.password = encodeURIComponent(password);
  if (database !== undefined) url.pathname = `/${database}`;
  return url.href;
}

function readLines(path: string): string[] {
  try {
    return readFileSync(path, 'utf8').split('\n');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
