import { createRequire } from 'node:module';
import type { Duplex } from 'node:stream';
import pg from 'pg';
import { messageWriter } from './database-message.ts';

/**
 * Statements that go to the server as one message and come back as one answer.
 * The driver's own pipeline has the server answer each by itself; here it is
 * asked once, at the end, so each side writes to the socket once. Where one
 * fails the server skips the rest: nothing after it was done.
 */
export interface Statement {
  readonly name?: string | undefined; // planned once a connection
  readonly text: string;
  readonly values: readonly unknown[];
  readonly lines?: string | undefined; // of a COPY: they follow it at once, nobody waits to be asked for them
}

export interface Answer {
  readonly rows: any[];
  readonly tag: string; // 'INSERT 0 2', 'COMMIT'
}

interface Field {
  readonly name: string;
  readonly dataTypeID: number;
}

/** The driver takes into its pipeline none but its own queries; so this is one, with another way to the wire. */
const DriverQuery = pg.Query as unknown as new (text: string) => { readonly text: string };

export class Batch extends DriverQuery {
  readonly statements: readonly Statement[];
  readonly answers: Answer[] = []; // of those that were done
  callback: (error?: Error | null) => void = () => {};
  readonly #values: readonly (readonly (Buffer | string | null)[])[];
  #planned: Set<string> | undefined;
  #rows: any[] = [];
  #fields: readonly Field[] = [];
  #parsers: readonly ((text: string) => unknown)[] = [];
  #trouble: Error | undefined;

  /** Everything is made ready here: a value that cannot be sent stops the whole, before anything is on the wire. */
  constructor(statements: readonly Statement[]) {
    super('');
    this.statements = statements;
    this.#values = statements.map(({ values }) => values.map(sendable));
  }

  submit(connection: { readonly stream: Duplex }): null {
    const known = plannedOn(connection);
    const planning = new Set<string>();
    const writer = messageWriter();
    this.statements.forEach((statement, index) => {
      const name = nameOf(statement);
      if (name === '' || !(known.has(name) || planning.has(name))) {
        writer.plan(name, statement.text);
        planning.add(name);
      }
      writer.bind(name, this.#values[index]!);
      if (mayGiveRows(statement.text)) writer.describe();
      writer.execute();
      if (statement.lines !== undefined) writer.copy(statement.lines);
    });
    this.#planned = known;
    connection.stream.write(writer.end());
    return null;
  }

  handleRowDescription({ fields }: { fields: readonly Field[] }): void {
    this.#fields = fields;
    this.#parsers = fields.map(({ dataTypeID }) => pg.types.getTypeParser(dataTypeID, 'text'));
  }

  handleDataRow({ fields: texts }: { fields: readonly (string | null)[] }): void {
    try {
      const row: Record<string, unknown> = {};
      for (let index = 0; index < texts.length; index += 1) {
        const text = texts[index]!;
        row[this.#fields[index]!.name] = text === null ? null : this.#parsers[index]!(text);
      }
      this.#rows.push(row);
    } catch (error) {
      this.#trouble ??= error as Error;
    }
  }

  handleCommandComplete({ text }: { text: string }): void {
    const name = nameOf(this.statements[this.answers.length]!);
    if (name !== '') this.#planned!.add(name); // what was carried out was planned; of one that failed nobody knows
    this.answers.push({ rows: this.#rows, tag: text });
    this.#rows = [];
  }

  /** The server asks for what is on its way already. */
  handleCopyInResponse(): void {}

  handleEmptyQuery(): void {
    this.handleCommandComplete({ text: '' });
  }

  handleError(error: Error): void {
    this.callback(this.#trouble ?? error);
  }

  handleReadyForQuery(): void {
    this.callback(this.#trouble);
  }
}

/** Names of ours: what the driver itself has planned under a name is its own affair. */
const nameOf = ({ name }: Statement) => (name ? `b${name}` : '');

const planned = new WeakMap<object, Set<string>>();

function plannedOn(connection: object): Set<string> {
  const known = planned.get(connection) ?? new Set<string>();
  planned.set(connection, known);
  return known;
}

const WRITES = /^(insert|update|delete|copy|begin|commit|rollback)\b/i;

/** Whoever gives none need not describe them. */
const mayGiveRows = (text: string) => !WRITES.test(text) || text.includes('returning');

const { prepareValue } = createRequire(import.meta.url)('pg/lib/utils.js') as { prepareValue(value: unknown): unknown };

function sendable(value: unknown): Buffer | string | null {
  if (typeof value === 'string' || Buffer.isBuffer(value)) return value;
  if (value instanceof Date && value.getTime() >= YEAR_1 && value.getTime() < YEAR_10000) return value.toISOString(); // four digits a year, as the server reads it
  const prepared = prepareValue(value);
  return Buffer.isBuffer(prepared) ? prepared : (prepared as string | null);
}

const YEAR_1 = Date.UTC(1000, 0);
const YEAR_10000 = Date.UTC(10_000, 0);
