import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Database } from '#platform/database.ts';

/** What is read from the machine: processor time of processes, and how often the disk was waited for. */
const TICK_MS = 10; // the system counts processor time in hundredths of a second

/** Milliseconds of CPU that a process and its children have used, those that have ended too. */
export function cpuOf(pid: number): number {
  const own = statOf(pid);
  if (!own) return 0;
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((each) => statOf(each)?.parent === pid);
  return own.used + own.ofEnded + children.reduce((sum, child) => sum + cpuOf(child), 0);
}

function statOf(pid: number): { parent: number; used: number; ofEnded: number } | undefined {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = line
      .slice(line.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number); // the name may hold blanks
    return { parent: fields[1]!, used: (fields[11]! + fields[12]!) * TICK_MS, ofEnded: (fields[13]! + fields[14]!) * TICK_MS };
  } catch {
    return undefined; // it ended meanwhile
  }
}

/** How often the write-ahead log was forced to the disk. A session reports the last of that when it has been idle for ten seconds. */
export async function fsyncsOf(owner: Database): Promise<number> {
  await sleep(11_000);
  const { rows } = await sql<{ count: string }>`select coalesce(sum(fsyncs), 0) as count from pg_stat_io where object = 'wal'`.execute(owner.sql);
  return Number(rows[0]!.count);
}

/** Milliseconds that a piece of work took. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** `clients` take from one queue, each one thing at a time. */
export async function together<Item>(clients: number, items: readonly Item[], work: (item: Item, client: number) => Promise<unknown>): Promise<void> {
  const queue = items.values();
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      for (const item of queue) await work(item, client);
    }),
  );
}

export const median = (values: readonly number[]) => quantile(values, 0.5);
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
}
