/**
 * CSV as RFC 4180 has it, read while it comes: a field in quotes may hold
 * commas, line ends and doubled quotes. Blank lines are passed over.
 */
export interface CsvRecord {
  readonly line: number; // where it begins, counted from 1
  readonly values: readonly string[];
  readonly broken?: true; // a quote was opened and never closed
}

export async function* readCsv(chunks: AsyncIterable<string>, comma: string): AsyncGenerator<CsvRecord> {
  let values: string[] = [];
  let field = '';
  let quoted = false; // inside quotes
  let closing = false; // a quote was read inside quotes: the end of the field, or half of a doubled one
  let afterReturn = false;
  let [line, begun] = [1, 1];

  const record = (): CsvRecord | undefined => {
    const found = { line: begun, values: [...values, field] };
    values = [];
    field = '';
    return found.values.length === 1 && found.values[0]!.trim() === '' ? undefined : found;
  };

  for await (const chunk of chunks) {
    for (const character of chunk) {
      if (character === '\n' && !afterReturn) line += 1;
      if (character === '\r') line += 1;
      const second = afterReturn && character === '\n';
      afterReturn = character === '\r';

      if (quoted && !closing) {
        if (character === '"') closing = true;
        else field += character;
        continue;
      }
      if (closing && character === '"') {
        field += '"';
        closing = false;
        continue;
      }
      [quoted, closing] = [false, false];
      if (second) {
        begun = line;
        continue; // the second half of CR LF
      }
      if (character === comma) {
        values.push(field);
        field = '';
      } else if (character === '\n' || character === '\r') {
        const found = record();
        if (found) yield found;
        begun = line;
      } else if (character === '"' && field === '') quoted = true;
      else field += character;
    }
  }
  const last = record();
  if (last) yield quoted && !closing ? { ...last, broken: true } : last;
}

/** What parts the fields: the commonest of the three in the first line, quotes left aside. */
export function commaOf(start: string): string {
  const [line = ''] = start.replaceAll(/"[^"]*"/g, '').split(/[\r\n]/, 1);
  const counts = [',', '\t', ';'].map((sign) => [sign, line.split(sign).length] as const);
  return counts.reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}

export const writeCsvLine = (values: readonly unknown[]): string => `${values.map(writeField).join()}\r\n`;

/** What a spreadsheet would take for a formula, also one that begins with a blank or in full width, gets an apostrophe: such a file is opened by people. */
function writeField(value: unknown): string {
  const text = value === null || value === undefined ? '' : String(value);
  const safe = /^\s*[=+\-@＝＋－＠]|^[\t\r]/.test(text) && !/^[+-]?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
