import { createInflateRaw } from 'node:zlib';

/**
 * How much a ZIP archive holds, found by unpacking it piece by piece: what an
 * archive says of itself may be a lie, and a few kilobytes can unpack to more
 * than the machine has. Asked before anything else opens an archive from outside.
 */
export interface Contents {
  readonly sizes: ReadonlyMap<string, number>;
  readonly total: number; // more than `most`: the rest was not looked at
}

const [LOCAL, CENTRAL, END, DESCRIPTOR] = [0x04034b50, 0x02014b50, 0x06054b50, Buffer.from('PK\u0007\u0008')] as const;
const [STORED, DEFLATED] = [0, 8] as const;
const DESCRIPTOR_LENGTH = 24; // at most, behind the bytes of an entry
const [ZIP64, TOO_WIDE] = [1, 0xffffffff] as const;

/** Nothing for what is no archive, or one that reads otherwise from its front than from its directory. */
export async function contentsOf(archive: Buffer, most: number): Promise<Contents | undefined> {
  const entries = entriesOf(archive);
  if (!entries) return undefined;
  const sizes = new Map<string, number>();
  let total = 0;
  for (const { name, method, packed } of entries) {
    const size = method === STORED ? packed.length : await unpackedSize(packed, most - total);
    if (size === undefined) return undefined;
    sizes.set(name, (sizes.get(name) ?? 0) + size);
    total += size;
    if (total > most) break;
  }
  return { sizes, total };
}

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: Buffer;
}

/** In the order in which they lie: one behind the other, so that there is nothing between them that only some readers find. */
function entriesOf(archive: Buffer): Entry[] | undefined {
  const end = archive.lastIndexOf(signature(END));
  if (end < 0 || end + 22 > archive.length) return undefined;
  const [count, directory] = [archive.readUInt16LE(end + 10), archive.readUInt32LE(end + 16)];
  const entries: (Entry & { readonly place: number; readonly length: number })[] = [];
  let at = directory;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || archive.readUInt32LE(at) !== CENTRAL) return undefined;
    const [nameLength, extra, comment] = [archive.readUInt16LE(at + 28), archive.readUInt16LE(at + 30), archive.readUInt16LE(at + 32)];
    const [, size, place] = wide(archive, [at + 24, at + 20, at + 42], at + 46 + nameLength, extra);
    const entry = entryAt(archive, place!, archive.readUInt16LE(at + 10), size!);
    if (!entry) return undefined;
    entries.push(entry);
    at += 46 + nameLength + extra + comment;
  }
  entries.sort((one, other) => one.place - other.place);
  const ends = [0, ...entries.map(({ place, length }) => place + length)];
  const gaps = [...entries.map(({ place }) => place), directory].map((place, index) => place - ends[index]!);
  return gaps.every((gap, index) => gap >= 0 && gap <= (index === 0 ? 0 : DESCRIPTOR_LENGTH)) ? entries : undefined;
}

/** Readers from the front believe the header of the entry, and where it tells no length, look for the mark behind it. */
function entryAt(archive: Buffer, place: number, method: number, size: number) {
  if (place + 30 > archive.length || archive.readUInt32LE(place) !== LOCAL) return undefined;
  const [nameLength, extra] = [archive.readUInt16LE(place + 26), archive.readUInt16LE(place + 28)];
  const start = place + 30 + nameLength + extra;
  const [, told] = wide(archive, [place + 22, place + 18], place + 30 + nameLength, extra);
  const packed = archive.subarray(start, start + size);
  const known = told! > 0 || (archive.readUInt16LE(place + 6) & 8) === 0;
  const agrees = known ? told === size : !packed.includes(DESCRIPTOR);
  if (!agrees || packed.length !== size || archive.readUInt16LE(place + 8) !== method || (method !== STORED && method !== DEFLATED)) return undefined;
  const name = archive.toString('utf8', place + 30, place + 30 + nameLength);
  return { name, method, packed, place, length: 30 + nameLength + extra + size };
}

/** Numbers of an entry; those that are too wide for their place stand in its extra field, one after the other (ZIP64, as large exports have it). */
function wide(archive: Buffer, places: readonly number[], extra: number, length: number): number[] {
  let field = extra;
  while (field + 4 <= extra + length && archive.readUInt16LE(field) !== ZIP64) field += 4 + archive.readUInt16LE(field + 2);
  let from = field + 4;
  return places.map((place) => {
    const number = archive.readUInt32LE(place);
    if (number !== TOO_WIDE || from + 8 > Math.min(extra + length, archive.length)) return number;
    from += 8;
    return Number(archive.readBigUInt64LE(from - 8));
  });
}

/** Counted while it comes, and kept by nobody; more than `most` is told as soon as it is known. */
function unpackedSize(packed: Buffer, most: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    let size = 0;
    const inflate = createInflateRaw();
    inflate.on('data', (piece: Buffer) => {
      size += piece.length;
      if (size > most) inflate.destroy();
    });
    inflate.on('close', () => resolve(size));
    inflate.on('error', () => resolve(undefined));
    inflate.end(packed);
  });
}

function signature(number: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(number);
  return bytes;
}
