import type {
  BinaryOperationNode,
  ColumnNode,
  DeleteQueryNode,
  IdentifierNode,
  InsertQueryNode,
  OperationNode,
  ReferenceNode,
  RootOperationNode,
  SchemableIdentifierNode,
  SelectQueryNode,
  TableNode,
  UpdateQueryNode,
  ValueNode,
  ValuesNode,
} from 'kysely';
import type { Query } from './database.ts';
import { isRows, type RowsQuery } from './rows.ts';

export type Row = Record<string, unknown>;

/** The tables as far as one life goes: a handful of rows in memory, on which the statements of an act do what they would do on the disk. */
export interface LifeTables {
  take(query: Query): Row[];
  rows(table: string): readonly Row[];
  add(table: string, rows: readonly Row[]): void;
  all(): Iterable<readonly [string, readonly Row[]]>;
}

/** What an act may read of the subject that it writes; anything else would have to be asked of the disk. */
const READABLE: ReadonlySet<string> = new Set(['history.head', 'history.action', 'words.key']);

export function lifeTables(): LifeTables {
  const tables = new Map<string, Row[]>();
  const rows = (table: string) => tables.get(table) ?? [];

  function take(query: Query): Row[] {
    if (isRows(query)) return put(query);
    const node = nodeOf(query);
    switch (node?.kind) {
      case 'InsertQueryNode':
        return insert(node);
      case 'UpdateQueryNode':
        return update(node);
      case 'DeleteQueryNode':
        return remove(node);
      case 'SelectQueryNode':
        return select(node);
      default:
        throw new Error(`The bulk path has no way to do this: ${query.compile().sql.slice(0, 80)}`);
    }
  }

  function put({ table, rows: given, key = [] }: RowsQuery): Row[] {
    const kept = rows(table);
    for (const row of given) write(kept, { ...row }, key);
    tables.set(table, kept);
    return [];
  }

  function insert({ into, columns = [], values, onConflict }: InsertQueryNode): Row[] {
    const table = tableOf(into!);
    const names = columns.map(columnOf);
    const kept = rows(table);
    for (const given of (values as ValuesNode).values) {
      const row = Object.fromEntries(
        given.values.map((value, index) => [names[index]!, given.kind === 'PrimitiveValueListNode' ? value : plainValueOf(value as OperationNode)]),
      );
      const key = onConflict?.columns?.map(columnOf) ?? [];
      write(kept, row, key, onConflict?.doNothing);
    }
    tables.set(table, kept);
    return [];
  }

  function update({ table, updates = [], where }: UpdateQueryNode): Row[] {
    const changed = Object.fromEntries(updates.map((each) => [columnOf(each.column as ColumnNode), plainValueOf(each.value)]));
    const fits = fitting(where?.where);
    for (const row of rows(tableOf(table!)).filter(fits)) Object.assign(row, changed);
    return [];
  }

  function remove({ from, where }: DeleteQueryNode): Row[] {
    const table = tableOf(from.froms[0]!);
    const fits = fitting(where?.where);
    tables.set(
      table,
      rows(table).filter((row) => !fits(row)),
    );
    return [];
  }

  /** All of this life: whoever asked picks out its own subject. */
  function select({ from }: SelectQueryNode): Row[] {
    const table = tableOf(from?.froms[0] as OperationNode);
    if (!READABLE.has(table)) throw new Error(`The bulk path cannot read ${table}`);
    return [...rows(table)];
  }

  return { take, rows, add: (table, more) => void tables.set(table, [...rows(table), ...more]), all: () => tables };
}

/** The views write every column of the row that they have, so the new row takes the place of the old. */
function write(kept: Row[], row: Row, key: readonly string[], keeping = false): void {
  const there = key.length > 0 ? kept.findIndex((one) => key.every((column) => one[column] === row[column])) : -1;
  if (there < 0) kept.push(row);
  else if (!keeping) kept[there] = row;
}

function nodeOf(query: Query): RootOperationNode | undefined {
  return (query as Partial<{ toOperationNode(): RootOperationNode }>).toOperationNode?.();
}

function tableOf(node: OperationNode): string {
  const { schema, identifier } = (node as TableNode).table as SchemableIdentifierNode;
  return schema ? `${schema.name}.${identifier.name}` : identifier.name;
}

const columnOf = (node: OperationNode): string => ((node as ColumnNode).column as IdentifierNode).name;

function plainValueOf(node: OperationNode): unknown {
  if (node.kind === 'ValueNode') return (node as ValueNode).value;
  throw new Error(`The bulk path knows plain values only, not ${node.kind}`);
}

/** Equalities, one and the other: by these an act finds its own rows. */
function fitting(node: OperationNode | undefined): (row: Row) => boolean {
  switch (node?.kind) {
    case 'ParensNode':
      return fitting((node as OperationNode & { node: OperationNode }).node);
    case 'AndNode': {
      const { left, right } = node as OperationNode & { left: OperationNode; right: OperationNode };
      const [one, other] = [fitting(left), fitting(right)];
      return (row) => one(row) && other(row);
    }
    case 'BinaryOperationNode': {
      const { leftOperand, rightOperand } = node as BinaryOperationNode;
      const column = columnOf((leftOperand as ReferenceNode).column);
      const value = plainValueOf(rightOperand);
      return (row) => row[column] === value;
    }
    default:
      throw new Error(`The bulk path cannot find rows by ${node?.kind ?? 'nothing'}`);
  }
}
