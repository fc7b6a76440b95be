import type pg from 'pg';

/** What tables there are, asked of the database itself, so that a new context is exported and restored without being named anywhere. */
export interface Table {
  readonly schema: string;
  readonly name: string;
}

export const SEALED = 'sealed'; // accusations: their own back-up set, written by their own role

export const fullName = ({ schema, name }: Table) => `${schema}.${name}`;
export const quoted = ({ schema, name }: Table) => `"${schema}"."${name}"`;

/** Tables of the program, those that others refer to first. `sealed` chooses the sealed set, else everything but it. */
export async function findTables(client: pg.ClientBase, sealed: boolean): Promise<Table[]> {
  const { rows } = await client.query<Table & { oid: number }>(
    `select space.nspname as schema, rel.relname as name, rel.oid::int
     from pg_class rel join pg_namespace space on space.oid = rel.relnamespace
     where rel.relkind in ('r', 'p') and not rel.relispartition
       and space.nspname not in ('public', 'information_schema') and space.nspname not like 'pg\\_%'
       and (space.nspname = $1) = $2
     order by 1, 2`,
    [SEALED, sealed],
  );
  const { rows: arrows } = await client.query<{ from: number; to: number }>(
    "select conrelid::int as from, confrelid::int as to from pg_constraint where contype = 'f' and conrelid <> confrelid",
  );
  const placed = new Set<number>();
  const ordered: Table[] = [];
  const place = ({ oid, schema, name }: (typeof rows)[number], path: readonly number[]): void => {
    if (placed.has(oid) || path.includes(oid)) return;
    for (const { to } of arrows.filter(({ from }) => from === oid)) {
      const first = rows.find((row) => row.oid === to);
      if (first) place(first, [...path, oid]);
    }
    placed.add(oid);
    ordered.push({ schema, name });
  };
  for (const row of rows) place(row, []);
  return ordered;
}

export interface MigrationRow {
  readonly name: string;
  readonly hash: string;
}

export async function findMigrations(client: pg.ClientBase): Promise<MigrationRow[]> {
  const { rows } = await client.query<MigrationRow>('select name, hash from migration order by name');
  return rows;
}
