/**
 * Messages of PostgreSQL's extended protocol, one behind the other in one
 * buffer: plan (Close, Parse), bind, describe, execute, and a single Sync.
 */
export interface MessageWriter {
  plan(name: string, text: string): void;
  bind(name: string, values: readonly (Buffer | string | null)[]): void;
  describe(): void;
  execute(): void;
  /** The rows of a COPY, and their end. */
  copy(lines: string): void;
  /** All of it with its Sync, as a buffer of its own. */
  end(): Buffer;
}

const [PARSE, BIND, DESCRIBE, EXECUTE, CLOSE, SYNC, COPY_DATA, COPY_DONE] = [0x50, 0x42, 0x44, 0x45, 0x43, 0x53, 0x64, 0x63] as const; // P B D E C S d c
const WIDEST = 3; // bytes that a character of a string takes at most

const SHARED = 64 * 1024;
let buffer = Buffer.allocUnsafe(SHARED); // one at a time writes, from beginning to end, so they share it
let at = 0;

export function messageWriter(): MessageWriter {
  at = 0;
  return { plan, bind, describe: () => named(DESCRIBE, 'P', ''), execute, copy, end };
}

function plan(name: string, text: string): void {
  if (name !== '') named(CLOSE, 'S', name); // it may be left of a batch that failed; of one that is not there it does nothing
  const start = begin(PARSE);
  textAndZero(name);
  textAndZero(text);
  int16(0); // the server finds the types of the parameters
  finish(start);
}

function bind(name: string, values: readonly (Buffer | string | null)[]): void {
  const start = begin(BIND);
  textAndZero(''); // the portal
  textAndZero(name);
  int16(values.length);
  for (const value of values) int16(typeof value === 'object' && value !== null ? 1 : 0); // bytes go as they are
  int16(values.length);
  for (const value of values) {
    if (value === null) int32(-1);
    else if (typeof value === 'string') sized(value);
    else {
      int32(value.length);
      room(value.length);
      at += value.copy(buffer, at);
    }
  }
  int16(0); // every column comes as text
  finish(start);
}

function named(kind: number, what: string, name: string): void {
  const start = begin(kind);
  textAndZero(what + name);
  finish(start);
}

function execute(): void {
  const start = begin(EXECUTE);
  textAndZero('');
  int32(0); // all rows
  finish(start);
}

function copy(lines: string): void {
  const start = begin(COPY_DATA);
  room(lines.length * WIDEST);
  at += buffer.write(lines, at);
  finish(start);
  finish(begin(COPY_DONE));
}

function end(): Buffer {
  finish(begin(SYNC));
  const written = buffer.subarray(0, at);
  if (buffer.length <= SHARED) return Buffer.from(written); // the socket may keep it for a while
  buffer = Buffer.allocUnsafe(SHARED); // a great one is given away, and not held for ever
  return written;
}

function begin(kind: number): number {
  room(5);
  buffer[at] = kind;
  at += 5;
  return at - 4;
}

const finish = (start: number) => void buffer.writeInt32BE(at - start, start);

function textAndZero(text: string): void {
  room(text.length * WIDEST + 1);
  at += buffer.write(text, at);
  buffer[at++] = 0;
}

function sized(text: string): void {
  room(text.length * WIDEST + 4);
  const length = buffer.write(text, at + 4);
  buffer.writeInt32BE(length, at);
  at += length + 4;
}

function int16(value: number): void {
  room(2);
  at = buffer.writeUInt16BE(value, at);
}

function int32(value: number): void {
  room(4);
  at = buffer.writeInt32BE(value, at);
}

function room(needed: number): void {
  if (at + needed <= buffer.length) return;
  const larger = Buffer.allocUnsafe(Math.max(buffer.length * 2, at + needed));
  buffer.copy(larger, 0, 0, at);
  buffer = larger;
}
