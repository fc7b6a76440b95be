import { OperationNodeTransformer, type KyselyPlugin, type SchemableIdentifierNode } from 'kysely';
import type { Database } from './database.ts';

/**
 * The same database with some schemas standing for others: what reads and
 * writes `history` and `words` then works on tables of the same form elsewhere.
 * So the sealed line has a history, words and a log of access of its own
 * without a second copy of the code. Written SQL (`raw`) is left as it is; the
 * role of such a process has no right to the ordinary schemas, so a statement
 * that was not moved is refused by the database.
 */
export function moveSchemas(db: Database, moved: Readonly<Record<string, string>>): Database {
  return { ...db, sql: db.sql.withPlugin(pluginFor(new Mover(moved))) };
}

function pluginFor(mover: Mover): KyselyPlugin {
  return {
    transformQuery: ({ node, queryId }) => mover.transformNode(node, queryId),
    transformResult: async ({ result }) => result,
  };
}

class Mover extends OperationNodeTransformer {
  readonly #moved: Readonly<Record<string, string>>;

  constructor(moved: Readonly<Record<string, string>>) {
    super();
    this.#moved = moved;
  }

  protected override transformSchemableIdentifier(node: SchemableIdentifierNode): SchemableIdentifierNode {
    const name = node.schema && this.#moved[node.schema.name];
    return name && node.schema ? { ...node, schema: { ...node.schema, name } } : node;
  }
}
