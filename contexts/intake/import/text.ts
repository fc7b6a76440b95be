import { createReadStream, openSync, readSync, closeSync } from 'node:fs';

/** Text files as offices have them: UTF-8 with or without a mark, UTF-16 from spreadsheets, or GB18030 (with GBK and GB2312 in it). */
export type Encoding = 'utf-8' | 'utf-16le' | 'gb18030';

const LOOK = 1024 * 1024;

export function encodingOf(file: string): Encoding {
  const start = Buffer.alloc(LOOK);
  const handle = openSync(file, 'r');
  const length = readSync(handle, start, 0, LOOK, 0);
  closeSync(handle);
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(start.subarray(0, length), { stream: length === LOOK });
    return 'utf-8';
  } catch {
    return 'gb18030';
  }
}

/** What cannot be read becomes U+FFFD; the row that holds one is turned down with a reason. */
export async function* decoded(file: string, encoding: Encoding, onBytes: (bytes: number) => void = () => {}): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  let bytes = 0;
  for await (const chunk of createReadStream(file)) {
    bytes += (chunk as Buffer).length;
    onBytes(bytes);
    yield decoder.decode(chunk as Buffer, { stream: true });
  }
  yield decoder.decode();
}

/** Lines, whichever sign ends them. */
export async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<{ line: number; text: string }> {
  let rest = '';
  let line = 0;
  for await (const chunk of chunks) {
    const parts = (rest + chunk).split('\n');
    rest = parts.pop() ?? '';
    for (const part of parts) yield { line: (line += 1), text: part.replace(/\r$/, '') };
  }
  if (rest !== '') yield { line: line + 1, text: rest };
}
