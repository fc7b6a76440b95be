import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { contentsOf } from '#platform/archive.ts';
import { StartRefused } from '#platform/start-refused.ts';
import { commaOf, readCsv } from './csv.ts';
import { decoded, encodingOf, linesOf, type Encoding } from './text.ts';

/** A file as rows with named columns, whatever its form; read once, from the front, never whole. */
export interface Table {
  readonly form: string; // in words, for whoever started it
  readonly columns: readonly string[]; // of the first row
  readonly rows: () => AsyncGenerator<SourceRow>;
  /** How much of it has been read, from 0 to 1. */
  readonly read: () => number;
}

export interface SourceRow {
  readonly line: number;
  readonly values: Readonly<Record<string, unknown>>;
  readonly trouble?: string; // why it is no row at all
}

export async function openTable(file: string): Promise<Table> {
  const open = FORMS[extname(file).toLowerCase()];
  if (!open) throw new StartRefused(`认不出 ${file} 的格式；可以导入 .csv、.jsonl、.xlsx 文件。旧的 .xls 请先另存为 .xlsx。`);
  return open(file);
}

const FORMS: Readonly<Record<string, (file: string) => Promise<Table>>> = {
  '.csv': openCsv,
  '.tsv': openCsv,
  '.txt': openCsv,
  '.jsonl': openJsonl,
  '.ndjson': openJsonl,
  '.xlsx': openXlsx,
};
const NAMES: Readonly<Record<Encoding, string>> = { 'utf-8': 'UTF-8', 'utf-16le': 'UTF-16', gb18030: 'GBK（GB18030）' };

async function openCsv(file: string): Promise<Table> {
  const encoding = encodingOf(file);
  const comma = commaOf((await firstOf(decoded(file, encoding))) ?? '');
  const { read, onBytes } = bytesOf(file);
  const header = await firstOf(readCsv(decoded(file, encoding), comma));
  const columns = named(header?.values ?? []);
  return {
    form: `CSV，${NAMES[encoding]}`,
    columns,
    read,
    async *rows() {
      let first = true;
      for await (const { line, values, broken } of readCsv(decoded(file, encoding, onBytes), comma)) {
        if (first) first = false;
        else
          yield {
            line,
            values: Object.fromEntries(columns.map((column, index) => [column, values[index] ?? ''])),
            ...troubleOf(values.length, columns.length, broken),
          };
      }
    },
  };
}

function troubleOf(given: number, wanted: number, broken?: true): { trouble?: string } {
  if (broken) return { trouble: '引号没有成对，从这一行起读不出来，请在表格软件中打开后另存。' };
  return given === wanted ? {} : { trouble: `这一行有${given}栏，表头有${wanted}栏，对不上；请检查是否漏了引号。` };
}

async function openJsonl(file: string): Promise<Table> {
  const encoding = encodingOf(file);
  const { read, onBytes } = bytesOf(file);
  async function* rows(count: (bytes: number) => void = onBytes): AsyncGenerator<SourceRow> {
    for await (const { line, text } of linesOf(decoded(file, encoding, count))) {
      const plain = line === 1 ? text.replace(/^\uFEFF/, '') : text;
      if (plain.trim() !== '') yield { line, ...objectIn(plain) };
    }
  }
  const first = await firstOf(rows(() => {}));
  return { form: `JSONL，${NAMES[encoding]}`, columns: Object.keys(first?.values ?? {}), rows: () => rows(), read };
}

function objectIn(text: string): Omit<SourceRow, 'line'> {
  try {
    const values: unknown = JSON.parse(text);
    if (values !== null && typeof values === 'object' && !Array.isArray(values)) return { values: values as Record<string, unknown> };
  } catch {
    // told below
  }
  return { values: { 原文: text.slice(0, 500) }, trouble: '这一行不是完整的 JSON 对象，请检查括号、引号和逗号。' };
}

/** The first sheet. Its rows are counted beforehand, since the bytes of an archive tell nothing of how far one is. */
async function openXlsx(file: string): Promise<Table> {
  await mustUnpack(file);
  let count = 0;
  let columns: readonly string[] = [];
  for await (const { values } of sheetOf(file)) {
    if (count === 0) columns = named(values.map(textOf));
    count += 1;
  }
  let done = 0;
  return {
    form: 'XLSX，第一张工作表',
    columns,
    read: () => (count > 1 ? done / (count - 1) : 1),
    async *rows() {
      done = -1;
      for await (const { line, values } of sheetOf(file)) {
        done += 1;
        if (done > 0) yield { line, values: Object.fromEntries(columns.map((column, index) => [column, plain(values[index])])) };
      }
    },
  };
}

/** Rows are read one by one; the other parts, the words of all cells among them, are held in memory while they are. */
async function mustUnpack(file: string): Promise<void> {
  const contents = await contentsOf(await readFile(file), MOST_UNPACKED);
  if (!contents) throw new StartRefused(`${file} 打不开，可能没有存完整。请在表格软件中打开后另存为 .xlsx 再导入。`);
  const held = [...contents.sizes].reduce((sum, [name, size]) => sum + (name.startsWith('xl/worksheets/') ? 0 : size), 0);
  if (contents.total > MOST_UNPACKED || held > MOST_HELD)
    throw new StartRefused(`${file} 解开以后太大。请删去图片和别的工作表，或者分成几个文件，也可以另存为 CSV 再导入。`);
}

const MOST_UNPACKED = 1024 ** 3;
const MOST_HELD = 128 * 1024 ** 2;

async function* sheetOf(file: string): AsyncGenerator<{ line: number; values: unknown[] }> {
  const { default: exceljs } = await import('exceljs'); // large: the office, which never reads a sheet, starts without it
  const book = new exceljs.stream.xlsx.WorkbookReader(file, {
    worksheets: 'emit',
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
    entries: 'ignore',
  });
  for await (const sheet of book) {
    for await (const row of sheet) {
      const values = (Array.isArray(row.values) ? row.values : []).slice(1);
      if (values.some((value) => value !== null && value !== undefined && value !== '')) yield { line: row.number, values: Array.from(values) };
    }
    return;
  }
}

/** A cell as plain text, number or moment: rich text joined, formulas by their result. */
function plain(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || value instanceof Date) return value ?? '';
  if ('richText' in value) return (value.richText as { text: string }[]).map(({ text }) => text).join('');
  if ('result' in value) return plain(value.result);
  if ('text' in value) return plain(value.text);
  return '';
}

const textOf = (value: unknown) => String(plain(value));

/** Columns without a name, or with one twice, get one of their own. */
function named(header: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return header.map((name, index) => {
    const clean = name.replace(/^\uFEFF/, '').trim() || `第${index + 1}栏`;
    const times = (seen.get(clean) ?? 0) + 1;
    seen.set(clean, times);
    return times === 1 ? clean : `${clean}（${times}）`;
  });
}

function bytesOf(file: string) {
  const { size } = statSync(file);
  let bytes = 0;
  return { read: () => (size === 0 ? 1 : bytes / size), onBytes: (now: number) => void (bytes = now) };
}

async function firstOf<Item>(items: AsyncGenerator<Item>): Promise<Item | undefined> {
  for await (const item of items) return item;
  return undefined;
}
