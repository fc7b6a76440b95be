import { spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { StartRefused } from '../start-refused.ts';
import { identityOf, type Account } from './account.ts';
import type { Engine } from './engine.ts';
import type { DatabaseFolder } from './folder.ts';
import { addressOf, findRunning, type Running } from './running.ts';

/**
 * Who uses a folder. Whoever starts its server holds an advisory lock there as
 * long as it lives; the system lets go of it for a process that was killed. So
 * a server whose lock is free has lost its keeper and may be stopped.
 */
export interface Claim {
  release(): Promise<void>;
}

const LOCK = 7_001_520; // any number that nothing else here uses
const MOMENT = 1_500; // from a server's first answer to its keeper's lock
const PATIENCE = 4_000; // whoever was just told to stop may still be at it

export async function claim(running: Running, password: string): Promise<Claim | undefined> {
  const client = new pg.Client({ connectionString: addressOf(running, 'postgres', 'postgres', password), application_name: 'huiyin keeper' });
  client.on('error', () => {}); // the server went away; whoever waits for `ended` knows
  await client.connect();
  const { rows } = await client.query('select pg_try_advisory_lock($1) as held', [LOCK]);
  if (rows[0]?.held) return { release: () => client.end() };
  await client.end();
  return undefined;
}

/** @throws StartRefused when another Huiyin uses the folder; a server that has lost its keeper is stopped. */
export async function freeFolder(engine: Engine, account: Account, { home, cluster }: DatabaseFolder, password: string): Promise<void> {
  const giveUp = Date.now() + PATIENCE;
  for (;;) {
    const running = findRunning(cluster);
    if (!running?.ready) return;
    const keeper = await findKeeper(running, password);
    if (keeper === 'none') return; // nothing answers: PostgreSQL itself will judge the lock file
    if (keeper === 'lost') break;
    if (Date.now() > giveUp) {
      throw new StartRefused(`数据目录 ${home} 正在使用中（数据库进程 ${running.pid}）：回音已在运行。请先停止它，或用 HUIYIN_DATA 指定另一个目录。`);
    }
    await sleep(MOMENT / 3);
  }
  spawnSync(engine('pg_ctl'), ['stop', '-D', cluster, '-m', 'fast', '-w'], { ...identityOf(account), cwd: home });
}

/** Asked twice, since a keeper that has just started its server may not hold its lock yet. */
async function findKeeper(running: Running, password: string): Promise<'lives' | 'lost' | 'none'> {
  for (const last of [false, true]) {
    const held = await claim(running, password).catch((error) => (REFUSES.includes(error.code) ? 'refused' : 'silent'));
    if (held === 'silent') return 'none';
    if (held === 'refused' || held === undefined) return 'lives';
    await held.release();
    if (!last) await sleep(MOMENT);
  }
  return 'lost';
}

/** It answers, but not to our password, or it is full: somebody's it is. */
const REFUSES = ['28P01', '28000', '53300'];
