import { sql } from 'kysely';
import { CLOCK_IDS } from '#kernel/clocks/index.ts';
import { isLocal } from '#kernel/clocks/light.ts';
import type { PlainDate } from '#kernel/dates.ts';
import { regionOf } from '#kernel/subject.ts';
import { plannedAnew } from '#platform/database-wire.ts';
import type { CaseworkDb, RunningRow } from './store.ts';

/** What the desk reads: what a unit owes, and whom it waits for. */

/**
 * Every clock that a unit has running, the most urgent first: one region, one
 * index, whoever registered the matters. Local promises that were missed push
 * nothing off the list: where it is longer than what is shown, the law and what
 * can still be kept are read without them, and they come after.
 */
export async function findDesk(db: CaseworkDb, unit: string, limit = 400, today?: PlainDate): Promise<RunningRow[]> {
  const rows = await runningOf(db, unit, limit).execute();
  const missed = !today || rows.length < limit ? [] : rows.filter(({ clock, legal_on }) => isLocal({ clock }) && legal_on < today);
  if (!today || missed.length === 0) return rows;
  const others = await runningOf(db, unit, limit)
    .where((eb) => eb.or([eb('legal_on', '>=', today), eb('clock', 'not in', LOCAL)]))
    .execute();
  return [...others, ...missed].slice(0, limit);
}

const LOCAL = CLOCK_IDS.filter((clock) => isLocal({ clock }));

function runningOf(db: CaseworkDb, unit: string, limit: number) {
  return db
    .selectFrom('casework.running')
    .selectAll()
    .where('holder_region', '=', regionOf(unit))
    .where('unit', '=', unit)
    .orderBy('light_on')
    .orderBy('subject')
    .limit(limit);
}

/**
 * What others owe in the matters that this unit has had to do with, and what a
 * petitioner may still ask for. Each of its open matters knows when the first
 * term of somebody else ends, so that only as many are read as are shown: of
 * those, all such terms, each by key.
 */
export function findWaiting(db: CaseworkDb, unit: string, limit: number): Promise<RunningRow[]> {
  return db
    .selectFrom((from) =>
      from
        .selectFrom('casework.box')
        .select(['region', 'subject'])
        .where('holder_region', '=', regionOf(unit))
        .where('unit', '=', unit)
        .where('others_on', 'is not', null)
        .orderBy('others_on')
        .orderBy('subject')
        .limit(limit)
        .as('box'),
    )
    .innerJoin('casework.matter as matter', (join) => join.onRef('matter.region', '=', 'box.region').onRef('matter.subject', '=', 'box.subject'))
    .innerJoin('casework.running as running', (join) => join.onRef('running.region', '=', 'box.region').onRef('running.subject', '=', 'box.subject'))
    .modifyFront(plannedAnew)
    .selectAll('running')
    .where((eb) => eb('running.holder_region', 'in', [eb.ref('box.region'), sql<string>`split_part(matter.answerable, '/', 1)`]))
    .where('running.unit', '!=', unit)
    .orderBy('running.light_on')
    .orderBy('running.subject')
    .limit(limit)
    .execute();
}
