import { sql } from 'kysely';
import { expect } from 'vitest';
import type { Database } from '#platform/database.ts';
import { rebuildViews, type Rebuilder } from '#platform/views-rebuild.ts';

/**
 * Views made anew from history: not one row may differ from what acts and
 * followers left. @returns how many rows each table has: of an empty one nothing is proven
 */
export async function rebuilt<Needs>(db: Database, needs: Needs, rebuilders: readonly Rebuilder<Needs>[]): Promise<Record<string, number>> {
  const tables = rebuilders.flatMap((one) => one.tables);
  const rows = async () => Object.fromEntries(await Promise.all(tables.map(async (table) => [table, await rowsOf(db, table)] as const)));
  const before = await rows();
  await rebuildViews(db, needs, rebuilders);
  expect(await rows()).toEqual(before);
  return Object.fromEntries(tables.map((table) => [table, before[table]!.length]));
}

async function rowsOf(db: Database, table: string): Promise<string[]> {
  const { rows } = await sql<{ row: string }>`select to_jsonb(view)::text as row from ${sql.table(table)} as view order by 1`.execute(db.sql);
  return rows.map(({ row }) => row);
}
