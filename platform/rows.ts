import type { CompiledQuery, Kysely } from 'kysely';
import type { Query } from './database.ts';

export type Row = Readonly<Record<string, unknown>>;

/**
 * Rows to be written to one table, still as rows: an act brings together what
 * its steps write, and sends one statement a table in place of one a row. With
 * a `key`, a row that is there already is written over.
 */
export interface RowsQuery extends Query {
  readonly table: string;
  readonly rows: readonly Row[]; // all with the same columns
  readonly key?: readonly string[];
}

/** `db` keeps a context to its own tables, and says where they lie (database-moved.ts). */
export function insertRows<Tables, Table extends keyof Tables & string>(db: Kysely<Tables>, table: Table, rows: readonly Tables[Table][]): RowsQuery {
  return rowsQuery(placeOf(db, table), rows as readonly Row[]);
}

export function upsertRows<Tables, Table extends keyof Tables & string>(
  db: Kysely<Tables>,
  table: Table,
  key: readonly (keyof Tables[Table] & string)[],
  rows: readonly Tables[Table][],
): RowsQuery {
  return rowsQuery(placeOf(db, table), rows as readonly Row[], key);
}

/** A row that is written only where another table has a row with these values; gives one row back when it was. */
export function insertIf<Tables, Table extends keyof Tables & string>(db: Kysely<Tables>, table: Table, row: Tables[Table], there: There): Query {
  const [columns, conditions] = [Object.keys(row as Row), Object.keys(there.row)];
  const name = `${table} ${columns} ${there.table} ${conditions}`;
  const text = texts.get(name) ?? conditional(placeOf(db, table), columns, there.table, conditions);
  texts.set(name, text);
  const parameters = [...Object.values(row as Row), ...Object.values(there.row)];
  return { compile: () => ({ sql: text, parameters, query: { kind: 'RawNode' } }) as unknown as CompiledQuery };
}

export interface There {
  readonly table: string;
  readonly row: Row;
}

function conditional(table: string, columns: readonly string[], there: string, conditions: readonly string[]): string {
  const values = columns.map((_column, index) => `$${index + 1}`).join(', ');
  const like = conditions.map((column, index) => `${quoted(column)} = $${columns.length + index + 1}`).join(' and ');
  return `insert into ${placed(table)} (${columns.map(quoted).join(', ')}) select ${values} where exists (select from ${placed(there)} where ${like}) returning true as "written"`;
}

const places = new WeakMap<Kysely<any>, Map<string, string>>();

function placeOf(db: Kysely<any>, table: string): string {
  const known = places.get(db) ?? new Map<string, string>();
  places.set(db, known);
  const place =
    known.get(table) ??
    db
      .selectFrom(table)
      .selectAll()
      .compile()
      .sql.replace(/^select \* from /, '')
      .replaceAll('"', '');
  known.set(table, place);
  return place;
}

export const isRows = (query: Query): query is RowsQuery => 'rows' in query;

/** The same writes in fewer statements: what goes into a table goes together, unless something else is said in between. */
export function merged(queries: readonly Query[]): Query[] {
  const done: Query[] = [];
  let open = new Map<string, RowsQuery[]>();
  const close = () => {
    for (const group of open.values()) done.push(together(group));
    open = new Map();
  };
  for (const query of queries) {
    if (isRows(query)) {
      if (query.rows.length === 0) continue;
      const kind = `${query.table} ${query.key ?? ''} ${Object.keys(query.rows[0]!)}`;
      open.set(kind, [...(open.get(kind) ?? []), query]);
    } else {
      close(); // it may speak of the same rows
      done.push(query);
    }
  }
  close();
  return done;
}

function together(group: readonly RowsQuery[]): RowsQuery {
  const [first] = group as [RowsQuery];
  if (group.length === 1) return first;
  const rows = group.flatMap((query) => query.rows);
  const { key } = first;
  return key ? rowsQuery(first.table, lastOfEach(rows, key), key) : rowsQuery(first.table, rows);
}

/** A statement may write a row once: the last word counts. */
function lastOfEach(rows: readonly Row[], key: readonly string[]): Row[] {
  return [...new Map(rows.map((row) => [JSON.stringify(key.map((column) => row[column])), row])).values()];
}

function rowsQuery(table: string, rows: readonly Row[], key?: readonly string[]): RowsQuery {
  return {
    table,
    rows,
    ...(key && { key }),
    compile() {
      const columns = Object.keys(rows[0] ?? {});
      const parameters = rows.flatMap((row) => columns.map((column) => row[column]));
      return { sql: textOf(table, columns, rows.length, key), parameters, query: { kind: 'RawNode' } } as unknown as CompiledQuery;
    },
  };
}

const texts = new Map<string, string>();

/** Written once for each number of rows. */
function textOf(table: string, columns: readonly string[], count: number, key: readonly string[] = []): string {
  const name = `${table} ${columns} ${count} ${key}`;
  const known = texts.get(name);
  if (known) return known;
  const lines = Array.from({ length: count }, (_, row) => `(${columns.map((_column, index) => `$${row * columns.length + index + 1}`).join(', ')})`);
  const rest = columns.filter((column) => !key.includes(column)).map((column) => `${quoted(column)} = excluded.${quoted(column)}`);
  const over = key.length > 0 ? ` on conflict (${key.map(quoted).join(', ')}) do update set ${rest.join(', ')}` : '';
  const text = `insert into ${placed(table)} (${columns.map(quoted).join(', ')}) values ${lines.join(', ')}${over}`;
  texts.set(name, text);
  return text;
}

const quoted = (name: string) => `"${name}"`;
const placed = (table: string) => table.split('.').map(quoted).join('.');
