import { sql } from 'kysely';
import { regionOf } from '#kernel/subject.ts';
import { plannedAnew } from '#platform/database-wire.ts';
import type { CaseworkDb, RunningRow } from './store.ts';

/** What the desk reads: what a unit owes, and whom it waits for. */

/** Every clock that a unit has running, the most urgent first: one region, one index, whoever registered the matters. */
export function findDesk(db: CaseworkDb, unit: string, limit = 400): Promise<RunningRow[]> {
  return db
    .selectFrom('casework.running')
    .selectAll()
    .where('holder_region', '=', regionOf(unit))
    .where('unit', '=', unit)
    .orderBy('light_on')
    .orderBy('subject')
    .limit(limit)
    .execute();
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
