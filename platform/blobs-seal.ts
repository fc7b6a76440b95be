import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { Refusal } from '#kernel/refusal.ts';
import { newBlobName, type Blobs } from './blobs.ts';

/**
 * Files are sealed in pieces of 64 KB, so that none is in memory whole: AES-256-GCM
 * with a key of its own for each file. Each piece's nonce counts it and marks the
 * last, so that none can be left out, moved, or cut off behind.
 */
const KIND = 3;
const PIECE = 64 * 1024;
const TAG = 16;

/** What a row keeps of a file, its key sealed with the key of its matter: destroying that erases the file too. */
export interface KeptFile {
  readonly blob: string;
  readonly key: Buffer; // 32 bytes; only ever stored inside an envelope
  readonly bytes: number;
  readonly sha256: string; // of the content, for the completeness check of the archive
}

/** @throws Refusal `TooLarge` past the limit; then nothing is left behind */
export async function keepFile(blobs: Blobs, content: Uint8Array | AsyncIterable<Uint8Array>, limit: number): Promise<KeptFile> {
  const blob = newBlobName();
  const key = randomBytes(32);
  const hash = createHash('sha256');
  let bytes = 0;
  async function* measured() {
    for await (const part of content instanceof Uint8Array ? [content] : content) {
      bytes += part.length;
      if (bytes > limit) {
        const most = Math.floor(limit / 1024 / 1024);
        throw new Refusal('TooLarge', `这个文件超过${most} MB，系统没有收下；其他已传好的文件和您写的内容都在。请压缩或拍得小一些再传。`);
      }
      hash.update(part);
      yield part;
    }
  }
  await blobs.put(blob, sealFile(key, measured()));
  return { blob, key, bytes, sha256: hash.digest('hex') };
}

/** Throws in the middle when a piece was changed: whoever sends it on must not call it whole before its end. */
export async function readFile(blobs: Blobs, { blob, key }: Pick<KeptFile, 'blob' | 'key'>): Promise<AsyncIterable<Buffer>> {
  return openFile(key, await blobs.get(blob));
}

export async function* sealFile(key: Buffer, content: AsyncIterable<Uint8Array>): AsyncIterable<Buffer> {
  yield Buffer.from([KIND]);
  for await (const { piece, index, last } of pieces(content, PIECE)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(index, last));
    yield Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()]);
  }
}

export async function* openFile(key: Buffer, sealed: AsyncIterable<Uint8Array>): AsyncIterable<Buffer> {
  for await (const { piece, index, last } of pieces(withoutKind(sealed), PIECE + TAG)) {
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(index, last));
    decipher.setAuthTag(piece.subarray(-TAG));
    yield Buffer.concat([decipher.update(piece.subarray(0, -TAG)), decipher.final()]);
  }
}

/** The key is used for this file alone, so a counter is a nonce. */
function nonceOf(index: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(index, 4);
  nonce[11] = last ? 1 : 0;
  return nonce;
}

async function* withoutKind(sealed: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  let first = true;
  for await (const part of sealed) {
    if (first && part.length > 0 && part[0] !== KIND) throw new Error(`No way to open a file of kind ${part[0]}`);
    yield first ? part.subarray(1) : part;
    first &&= part.length === 0;
  }
}

/** Cuts a stream into equal pieces, and knows which is the last; an empty stream is one empty piece. */
async function* pieces(content: AsyncIterable<Uint8Array>, size: number) {
  let held: Uint8Array[] = [];
  let length = 0;
  let index = 0;
  for await (const part of content) {
    held.push(part);
    length += part.length;
    if (length <= size) continue; // a full piece waits: it may be the last
    const whole = Buffer.concat(held);
    let at = 0;
    for (; whole.length - at > size; at += size) yield { piece: whole.subarray(at, at + size), index: index++, last: false };
    held = [whole.subarray(at)];
    length = whole.length - at;
  }
  yield { piece: Buffer.concat(held), index, last: true };
}
