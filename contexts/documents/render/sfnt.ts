/**
 * Two things about a font file (TrueType or OpenType) that a paper has to know:
 * which characters it can print, and under which name it is asked for.
 */
interface Table {
  readonly tag: string;
  readonly entry: number; // where the directory names it
  readonly offset: number;
  readonly length: number;
}

/** @throws when the file is no single TrueType or OpenType face */
function tables(file: Buffer): Table[] {
  const kind = file.toString('latin1', 0, 4);
  if (kind !== '\0\x01\0\0' && kind !== 'OTTO' && kind !== 'true') throw new Error('not a TrueType or OpenType face');
  return Array.from({ length: file.readUInt16BE(4) }, (_, index) => {
    const entry = 12 + index * 16;
    return { tag: file.toString('latin1', entry, entry + 4), entry, offset: file.readUInt32BE(entry + 8), length: file.readUInt32BE(entry + 12) };
  });
}

function getTable(file: Buffer, tag: string): Table {
  const table = tables(file).find((one) => one.tag === tag);
  if (!table) throw new Error(`face without ${tag}`);
  return table;
}

/** The characters of a face, as ranges of code points, both ends included (cmap formats 4 and 12). */
export function readCoverage(file: Buffer): readonly (readonly [number, number])[] {
  const { offset } = getTable(file, 'cmap');
  const parts = Array.from({ length: file.readUInt16BE(offset + 2) }, (_, index) => offset + file.readUInt32BE(offset + 8 + index * 8));
  return parts.flatMap((part) => {
    const format = file.readUInt16BE(part);
    return format === 12 ? groups(file, part) : format === 4 ? segments(file, part) : [];
  });
}

function groups(file: Buffer, part: number): [number, number][] {
  return Array.from({ length: file.readUInt32BE(part + 12) }, (_, index) => {
    const at = part + 16 + index * 12;
    return [file.readUInt32BE(at), file.readUInt32BE(at + 4)];
  });
}

function segments(file: Buffer, part: number): [number, number][] {
  const count = file.readUInt16BE(part + 6) / 2;
  return Array.from({ length: count }, (_, index): [number, number] => {
    const end = file.readUInt16BE(part + 14 + index * 2);
    return [file.readUInt16BE(part + 16 + count * 2 + index * 2), end];
  }).filter(([start]) => start !== 0xffff);
}

const FAMILY = [1, 16]; // name ids
const KEPT = [0, 5, 6, 13, 14]; // copyright, version, PostScript name, licence and its address

/**
 * The same face under a family name of our own, so that a paper is set with
 * this very file and never with a face of the same name that happens to be on
 * the machine. Licence and copyright stay in it.
 */
export function renameFace(file: Buffer, family: string): Buffer {
  const { entry } = getTable(file, 'name');
  const names = [...keptNames(file), ...FAMILY.map((id) => [id, family] as const), [2, 'Regular'] as const, [4, family] as const];
  const table = nameTable(names.sort(([one], [other]) => one - other));
  const start = Math.ceil(file.length / 4) * 4;
  const renamed = Buffer.alloc(start + table.length);
  file.copy(renamed);
  table.copy(renamed, start);
  renamed.writeUInt32BE(start, entry + 8);
  renamed.writeUInt32BE(table.length, entry + 12);
  return renamed;
}

function keptNames(file: Buffer): (readonly [number, string])[] {
  const { offset } = getTable(file, 'name');
  const texts = offset + file.readUInt16BE(offset + 4);
  const found = new Map<number, string>();
  for (let index = 0; index < file.readUInt16BE(offset + 2); index += 1) {
    const at = offset + 6 + index * 12;
    const [platform, id] = [file.readUInt16BE(at), file.readUInt16BE(at + 6)];
    if (platform !== 3 || found.has(id) || !KEPT.includes(id)) continue;
    const start = texts + file.readUInt16BE(at + 10);
    found.set(
      id,
      Buffer.from(file.subarray(start, start + file.readUInt16BE(at + 8)))
        .swap16()
        .toString('utf16le'),
    );
  }
  return [...found];
}

const WINDOWS_UNICODE_ENGLISH = [3, 1, 0x409] as const;

function nameTable(names: readonly (readonly [number, string])[]): Buffer {
  const texts = names.map(([, text]) => Buffer.from(text, 'utf16le').swap16());
  const head = Buffer.alloc(6 + names.length * 12);
  head.writeUInt16BE(names.length, 2);
  head.writeUInt16BE(head.length, 4);
  let at = 0;
  names.forEach(([id], index) => {
    const length = texts[index]?.length ?? 0;
    [...WINDOWS_UNICODE_ENGLISH, id, length, at].forEach((value, place) => head.writeUInt16BE(value, 6 + index * 12 + place * 2));
    at += length;
  });
  return Buffer.concat([head, ...texts]);
}
