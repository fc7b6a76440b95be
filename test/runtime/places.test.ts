import { chmodSync, chownSync, existsSync, lstatSync, mkdtempSync, readlinkSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { canEnter } from '#platform/postgres/account.ts';
import { findRunning } from '#platform/postgres/running.ts';
import { startPostgres } from '#platform/postgres/start.ts';
import { startProgram, statusOf } from './program.ts';

const isRoot = process.getuid?.() === 0;
const NOBODY = { name: 'nobody', uid: 65_534, gid: 65_534 };
const ROOT = join(import.meta.dirname, '../..');

describe('under which account, and where', () => {
  it.runIf(isRoot)('gives the database to an account without rights when root starts it, and keys to nobody', { timeout: 60_000 }, async () => {
    const folder = emptyFolder();
    const server = await startPostgres({ folder: join(folder, 'postgres'), password: 'x' });
    const cluster = join(folder, 'postgres/cluster');
    expect(statSync(cluster).uid).not.toBe(0);
    expect(statSync(`/proc/${findRunning(cluster)?.pid}`).uid).toBe(statSync(cluster).uid);
    expect(statSync(join(folder, 'postgres')).mode & 0o077).toBe(0);
    await server.stop();
  });

  it.runIf(isRoot)('goes elsewhere when that account may not enter the data folder, and opens nobody’s folder for it', { timeout: 60_000 }, async () => {
    const folder = emptyFolder();
    chmodSync(folder, 0o700);
    const wanted = join(folder, 'postgres');
    const server = await startPostgres({ folder: wanted, password: 'x' });
    expect(lstatSync(wanted).isSymbolicLink()).toBe(true);
    const place = readlinkSync(wanted);
    onTestFinished(() => rmSync(place, { recursive: true }));
    expect(existsSync(join(place, 'cluster/PG_VERSION'))).toBe(true);
    expect(statSync(folder).mode & 0o077).toBe(0);
    await server.stop();

    const again = await startPostgres({ folder: wanted, password: 'x' });
    expect(findRunning(join(place, 'cluster'))?.pid).toBe(again.pid);
    await again.stop();
  });

  it('keeps its socket short when the data folder’s path is long', { timeout: 60_000 }, async () => {
    const folder = join(emptyFolder(), 'a-very-long-name-of-a-folder-'.repeat(5));
    const server = await startPostgres({ folder: join(folder, 'postgres'), password: 'x' });
    const { host } = findRunning(join(folder, 'postgres/cluster'))!;
    onTestFinished(() => rmSync(host, { recursive: true, force: true }));
    expect(host.length).toBeLessThan(90);
    await server.stop();
  });

  it('refuses who comes without the password, socket or not', { timeout: 60_000 }, async () => {
    const folder = emptyFolder();
    const server = await startPostgres({ folder: join(folder, 'postgres'), password: 'right' });
    const { default: pg } = await import('pg');
    const client = new pg.Client({ connectionString: server.url('postgres', 'postgres', 'wrong') });
    await expect(client.connect()).rejects.toMatchObject({ code: '28P01' });
    await server.stop();
  });

  it('runs as an ordinary user from an installation that is not theirs', { timeout: 120_000 }, async ({ skip }) => {
    if (!isRoot) return; // every other test of this folder is that case
    if (!canEnter(NOBODY, ROOT) || !canEnter(NOBODY, join(process.execPath, '..'))) skip('this checkout lies where no other account may go');
    const folder = emptyFolder();
    chownSync(folder, NOBODY.uid, NOBODY.gid);
    const program = await startProgram({ data: join(folder, 'data'), as: NOBODY });
    expect(statSync(join(folder, 'data/postgres/cluster')).uid).toBe(NOBODY.uid);
    expect(await statusOf(`${program.office}/health/ready`)).toBe(200);
    expect(await program.stop()).toBe(0);
  });
});

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-place-'));
  chmodSync(folder, 0o755);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 500 }));
  return folder;
}
