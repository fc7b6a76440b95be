import { crc32, deflateRawSync } from 'node:zlib';

/** An archive with what it should hold, and what it says that this unpacks to: for tests that hand in a lie. */
export function archive(files: Readonly<Record<string, string | Buffer>>, saysBytes?: number): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let place = 0;
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes, { level: 1 });
    const fixed = Buffer.alloc(26);
    [20, 0, 8, 0, 0].forEach((value, index) => fixed.writeUInt16LE(value, index * 2)); // version, flags, deflated, time, day
    fixed.writeUInt32LE(crc32(bytes), 10);
    fixed.writeUInt32LE(packed.length, 14);
    fixed.writeUInt32LE(saysBytes ?? bytes.length, 18);
    fixed.writeUInt16LE(Buffer.byteLength(name), 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(place, 10);
    parts.push(Buffer.from('PK\u0003\u0004'), fixed, Buffer.from(name), packed);
    directory.push(Buffer.from('PK\u0001\u0002\u0014\u0000'), fixed, tail, Buffer.from(name));
    place += 30 + Buffer.byteLength(name) + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  [4, 6].forEach((at) => end.writeUInt16LE(Object.keys(files).length, at));
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(place, 12);
  return Buffer.concat([...parts, listed, Buffer.from('PK\u0005\u0006'), end]);
}
