import { appendFileSync, existsSync, readFileSync, renameSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { writeCsvLine, type Portion } from '#contexts/intake/index.ts';
import { showCode } from '#contexts/intake/index.ts';

/** What an import leaves beside its file: how far it is, the rows that were turned down, and the codes where they are wanted. */
export interface Sums {
  readonly rows: number;
  readonly registered: number;
  readonly opened: number; // matters
  readonly known: number;
  readonly rejected: number;
}

export interface ImportFiles {
  readonly errors: string;
  readonly resumed: Sums;
  /** Once a portion is on the disk. @returns the sums so far */
  keep(portion: Portion): Sums;
  /** Everything is in: nothing to go on from. */
  finish(): void;
}

interface Position extends Sums {
  readonly of: string; // the file, unit and source that it speaks of
  readonly errorBytes: number;
  readonly codeBytes: number;
}

const NONE: Sums = { rows: 0, registered: 0, opened: 0, known: 0, rejected: 0 };
const MARK = '\uFEFF'; // spreadsheets then read it as UTF-8

export function openImportFiles(
  file: string,
  columns: readonly string[],
  about: string,
  { codes, dryRun }: { codes: string | undefined; dryRun: boolean },
): ImportFiles {
  const [position, errors] = [`${file}.position.json`, `${file}.errors.csv`];
  const { size, mtimeMs } = statSync(file);
  const of = `${size} ${Math.round(mtimeMs)} ${about}`;
  const found = dryRun ? undefined : read(position, of);
  let sums: Sums = found ?? NONE;
  begin(errors, found?.errorBytes, ['行号', '原因', ...columns]);
  if (codes) begin(codes, found?.codeBytes, ['外部编号', '收件号', '查询码']);

  return {
    errors,
    resumed: sums,
    keep({ rows, registered, known, rejected }) {
      const opened = registered.reduce((count, { matters }) => count + matters.length, 0);
      append(
        errors,
        rejected.map(({ row, why }) => [row.line, why, ...columns.map((column) => asText(row.values[column]))]),
      );
      if (codes)
        append(
          codes,
          registered.map(({ arrived, no, code }) => [arrived.external?.id, no, code && showCode(code)]),
        );
      sums = {
        rows: sums.rows + rows,
        registered: sums.registered + registered.length,
        opened: sums.opened + opened,
        known: sums.known + known,
        rejected: sums.rejected + rejected.length,
      };
      if (!dryRun) write(position, { ...sums, of, errorBytes: statSync(errors).size, codeBytes: codes ? statSync(codes).size : 0 });
      return sums;
    },
    finish() {
      rmSync(position, { force: true });
      if (sums.rejected === 0) rmSync(errors, { force: true });
    },
  };
}

/** Only for the same file, unit and source; another one begins at its first row. */
function read(path: string, of: string): Position | undefined {
  if (!existsSync(path)) return undefined;
  const position = JSON.parse(readFileSync(path, 'utf8')) as Position;
  return position.of === of ? position : undefined;
}

/** In one step: who is interrupted goes on from the old position or from the new one. */
function write(path: string, position: Position): void {
  writeFileSync(`${path}.new`, JSON.stringify(position), { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

/** What was written after the last position belongs to a portion that will be done again. */
function begin(path: string, bytes: number | undefined, header: readonly string[]): void {
  if (bytes !== undefined && existsSync(path)) truncateSync(path, bytes);
  else writeFileSync(path, MARK + writeCsvLine(header), { mode: 0o600 });
}

function append(path: string, rows: readonly (readonly unknown[])[]): void {
  if (rows.length > 0) appendFileSync(path, rows.map(writeCsvLine).join(''));
}

const asText = (value: unknown) => (value instanceof Date ? value.toISOString() : typeof value === 'object' && value !== null ? JSON.stringify(value) : value);
