import type { CompiledQuery } from 'kysely';
import type { Query } from './database.ts';
import type { Row } from './rows.ts';

/** One COPY a table and set of columns: the server takes the rows in as they come, and writes a page of them at a time. */
export function copies(table: string, rows: readonly Row[]): Query[] {
  return [...Map.groupBy(rows, (row) => Object.keys(row).join())].map(([, alike]) => {
    const columns = Object.keys(alike[0]!);
    const place = table.split('.').map(quoted).join('.');
    let lines = '';
    for (const row of alike) {
      let before = '';
      for (const column of columns) {
        lines += before + written(row[column]);
        before = '\t';
      }
      lines += '\n';
    }
    const sql = `copy ${place} (${columns.map(quoted).join(', ')}) from stdin`;
    return { lines, compile: () => ({ sql, parameters: [], query: { kind: 'RawNode' } }) as unknown as CompiledQuery };
  });
}

const quoted = (name: string) => `"${name}"`;

/** A value as a line of COPY has it. */
function written(value: unknown): string {
  if (value === null || value === undefined) return '\\N';
  if (typeof value === 'string') return escaped(value);
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString('hex')}`;
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'object') return escaped(Array.isArray(value) ? listed(value) : JSON.stringify(value));
  return String(value);
}

const SPECIAL = /[\\\t\n\r]/;
const SIGNS: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
const escaped = (text: string) => (SPECIAL.test(text) ? text.replaceAll(/[\\\t\n\r]/g, (sign) => SIGNS[sign]!) : text);
const listed = (values: readonly unknown[]) => `{${values.map((value) => JSON.stringify(String(value))).join()}}`;
