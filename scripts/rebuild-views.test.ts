import { globSync } from 'node:fs';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import type { Rebuilder } from '#platform/views-rebuild.ts';
import { cloneDatabase } from '../test/database.ts';
import { REBUILDERS, SEALED_REBUILDERS } from './rebuild-views-known.ts';

const ALL = [...REBUILDERS, ...SEALED_REBUILDERS];
const TABLES = ALL.flatMap(({ tables }) => tables);

/** `npm run rebuild-views` without a name promises every view: a rebuilder that nobody lists would be left out in silence. */
it('重建视图：哪个部分写了怎样重建，就能重建哪个；同一张表不归两个', async () => {
  const contexts = globSync('contexts/*/rebuild.ts').map((file) => file.split('/')[1]);
  expect(contexts.length).toBeGreaterThan(2);
  const written = (await Promise.all(contexts.map((name) => import(`../contexts/${name}/rebuild.ts`)))).flatMap((made) => Object.values(made) as Rebuilder[]);
  expect(ALL.map(({ name }) => name).sort()).toEqual(written.map(({ name }) => name).sort());
  expect(new Set(TABLES).size).toBe(TABLES.length);
});

it('重建视图：表的说明里写“可重建”的，正好是能重建的那些表', async () => {
  const open = await cloneDatabase();
  const { rows } = await sql<{ name: string }>`
    select nspname || '.' || relname as name from pg_class rel join pg_namespace space on space.oid = relnamespace
    where relkind in ('r', 'p') and obj_description(rel.oid, 'pg_class') ~ '重建'`.execute(open('postgres').sql);
  expect(rows.map(({ name }) => name).sort()).toEqual([...TABLES].sort());
});
