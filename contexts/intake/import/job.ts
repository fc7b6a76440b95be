import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import { setImmediate as breathe } from 'node:timers/promises';
import type { ImportState } from '../contract/imports.ts';
import { writeCsvLine } from './csv.ts';
import { portionsOf, takePortion, type Importing, type Portion } from './run.ts';
import type { SourceRow, Table } from './table.ts';

/**
 * One file on its way in, while the office goes on working: portion by portion,
 * each told of when it is on the disk. Broken off, it goes on behind the last
 * portion; after a restart the same file is chosen again, and what is in is known.
 */
export interface Job {
  readonly state: () => Omit<ImportState, 'import' | 'file'>;
  readonly start: (importing: Importing, onTrouble: (error: unknown) => void) => void;
}

const SHOWN = 20;
const MARK = '\uFEFF'; // spreadsheets then read it as UTF-8
const NONE = { rows: 0, registered: 0, opened: 0, known: 0, rejected: 0 };

export function openJob(table: Table, rejectedFile: string): Job {
  let at: ImportState['state'] = 'ready';
  let sums = NONE;
  let part = 0;
  let why: string | null = null;
  let first: { line: number; why: string }[] = [];
  let doneBy = ''; // what the sums speak of: another mapping begins anew

  async function run(importing: Importing): Promise<void> {
    for await (const portion of portionsOf(after(table.rows(), sums.rows))) {
      keep(await takePortion(importing, portion));
      part = table.read();
      await breathe(); // whoever works at a desk is served in between
    }
  }

  function keep({ rows, registered, known, rejected }: Portion): void {
    const opened = registered.reduce((count, { matters }) => count + matters.length, 0);
    sums = {
      rows: sums.rows + rows,
      registered: sums.registered + registered.length,
      opened: sums.opened + opened,
      known: sums.known + known,
      rejected: sums.rejected + rejected.length,
    };
    first = [...first, ...rejected.map(({ row, why: reason }) => ({ line: row.line, why: reason }))].slice(0, SHOWN);
    const lines = rejected.map(({ row, why: reason }) => writeCsvLine([row.line, reason, ...table.columns.map((column) => plain(row.values[column]))]));
    if (lines.length > 0) appendFileSync(rejectedFile, lines.join(''));
  }

  function begin(about: string): void {
    if (at === 'failed' && about === doneBy) return; // goes on where it was
    [sums, first, part, doneBy] = [NONE, [], 0, about];
    rmSync(rejectedFile, { force: true });
    writeFileSync(rejectedFile, MARK + writeCsvLine(['行号', '原因', ...table.columns]), { mode: 0o600 });
  }

  return {
    state: () => ({ state: at, part, ...sums, why, first }),
    start(importing, onTrouble) {
      if (at === 'running') return;
      begin(JSON.stringify([importing.mapping, importing.desk.source, importing.dryRun]));
      [at, why] = ['running', null];
      run(importing).then(
        () => void ([at, part] = [importing.dryRun ? 'tried' : 'done', 1]),
        (error: unknown) => {
          at = 'failed';
          why = `做到第 ${sums.rows} 件时中断，责任在系统；已经登记的都在。请再按一次，从断的地方接着做。`;
          onTrouble(error);
        },
      );
    },
  };
}

async function* after(rows: AsyncIterable<SourceRow>, done: number): AsyncGenerator<SourceRow> {
  let count = 0;
  for await (const row of rows) {
    count += 1;
    if (count > done) yield row;
  }
}

const plain = (value: unknown) => (value instanceof Date ? value.toISOString() : typeof value === 'object' && value !== null ? JSON.stringify(value) : value);
