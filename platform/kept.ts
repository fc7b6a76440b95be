import type { CompiledQuery, Kysely, SelectQueryBuilder } from 'kysely';
import type { Query } from './database.ts';

/** A query as it was built once; its text serves for other values. */
interface Built {
  readonly node: unknown;
  readonly sql: string;
}

const kept = new WeakMap<Kysely<any>, Map<string, Built>>();

/**
 * The same query for other values: built and compiled once for each database,
 * then only its values change. For what every page and every act asks; to build
 * such a query costs the office as much as to decide the act. `build` is given
 * the values, and must use them all, once each, in their order.
 */
export function keptQuery(db: Kysely<any>, name: string, values: readonly unknown[], build: () => SelectQueryBuilder<any, any, any>): Query {
  const known = kept.get(db) ?? new Map<string, Built>();
  kept.set(db, known);
  const { node, sql } = known.get(name) ?? built(known, name, build());
  return {
    compile: () => ({ sql, parameters: values, query: { kind: 'RawNode' } }) as unknown as CompiledQuery,
    ...{ toOperationNode: () => node }, // from which tables, for those who answer from memory (bulk-life.ts)
  };
}

function built(known: Map<string, Built>, name: string, query: SelectQueryBuilder<any, any, any>): Built {
  const one = { node: query.toOperationNode(), sql: query.compile().sql };
  known.set(name, one);
  return one;
}
