/**
 * What has no subject of its own goes by its class too: codes, receipts, words
 * that were sent back, the log of openings (documents 5; 个人信息保护法第十九条).
 * The contexts that have the rows delete them; here is when, and the record of it.
 */
import { dateInChina, instantInChina, type PlainDate } from '#kernel/dates.ts';
import type { Database } from '#platform/database.ts';
import { keptFrom, keptUntil, TRACES, type Schedule, type TraceClass } from './domain/schedule.ts';
import { putSwept } from './store.ts';

/** Deletes what began before that moment, and says how much that was. */
export type Sweep = (before: Date) => Promise<number>;

export interface SweepNeeds {
  readonly worker: Database; // keeps the record
  readonly schedule: Schedule;
}

/** @returns how many traces went */
export async function sweepTraces({ worker, schedule }: SweepNeeds, region: string, now: Date, sweeps: Readonly<Record<TraceClass, Sweep>>): Promise<number> {
  const today: PlainDate = dateInChina(now);
  let all = 0;
  for (const name of TRACES) {
    const from = keptFrom(schedule[name], today);
    const erased = from ? await sweeps[name](instantInChina(from)) : 0;
    if (erased > 0) await putSwept(worker.sql, { region, class: name, erased_on: today, erased });
    all += erased;
  }
  return all;
}

/** Until when a trace that begins now is kept: the end of its last day. */
export function traceUntil(schedule: Schedule, name: TraceClass): (at: Date) => Date {
  return (at) => {
    const last = keptUntil(schedule[name], dateInChina(at));
    return last ? instantInChina(last) : new Date('9999-01-01T00:00:00Z');
  };
}
