import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { SEALED } from './database-catalog.ts';
import { keyIdOf, unwrap, wrap, type KeyRing } from './keys.ts';

/**
 * Rotation: every data key of a region is unwrapped with the old key and wrapped
 * with the new; what they closed stays as it is. It may be broken off and begun
 * again at any time, since each row says by which key it is wrapped. The old key
 * is dropped only when no row names it any more.
 */
export interface RewrapSettings {
  readonly ring: KeyRing;
  readonly region: string;
  readonly sealed: boolean; // the tables of the sealed line, else all others
  readonly portion?: number;
  readonly onPortion?: (rewrapped: number) => void;
}

/** Tables that keep wrapped keys, by their columns: a context that adds one is rotated too. */
export async function findWrappedTables(db: Kysely<any>, sealed: boolean): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select table_schema || '.' || table_name as name from information_schema.columns
    where column_name in ('region', 'subject', 'wrapped') and (table_schema = ${SEALED}) = ${sealed}
    group by table_schema, table_name having count(*) = 3 order by 1`.execute(db);
  return rows.map(({ name }) => name);
}

/** As the owner. Gives how many keys were rewrapped. */
export async function rewrapKeys(db: Kysely<any>, { ring, region, sealed, portion = 500, onPortion }: RewrapSettings): Promise<number> {
  const { id } = ring.current(region);
  let done = 0;
  for (const table of await findWrappedTables(db, sealed)) {
    let after = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const { rows } = await sql<{ subject: string; wrapped: Buffer }>`
        select subject, wrapped from ${sql.table(table)}
        where region = ${region} and subject > ${after}::uuid and get_byte(wrapped, 1) <> ${id} order by subject limit ${portion}`.execute(db);
      if (rows.length === 0) break;
      const renewed = rows.map(({ subject, wrapped }) => wrap(ring, region, unwrap(ring, region, wrapped, subject), subject));
      // Only where the row is still as it was read: one that was erased meanwhile stays erased.
      await sql`
        update ${sql.table(table)} as kept set wrapped = renewed.wrapped
        from unnest(${rows.map(({ subject }) => subject)}::uuid[], ${rows.map(({ wrapped }) => wrapped)}::bytea[], ${renewed}::bytea[]) as renewed (subject, was, wrapped)
        where kept.region = ${region} and kept.subject = renewed.subject and kept.wrapped = renewed.was`.execute(db);
      after = rows.at(-1)!.subject;
      done += rows.length;
      onPortion?.(done);
    }
  }
  return done;
}

/** How many keys are still wrapped by each key of the region. */
export async function countByKey(db: Kysely<any>, region: string, sealed: boolean): Promise<ReadonlyMap<number, number>> {
  const counts = new Map<number, number>();
  for (const table of await findWrappedTables(db, sealed)) {
    const { rows } = await sql<{ wrapped: Buffer; count: string }>`
      select substring(wrapped from 1 for 2) as wrapped, count(*) as count from ${sql.table(table)} where region = ${region} group by 1`.execute(db);
    for (const { wrapped, count } of rows) counts.set(keyIdOf(wrapped), (counts.get(keyIdOf(wrapped)) ?? 0) + Number(count));
  }
  return counts;
}
