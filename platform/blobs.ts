import { randomBytes } from 'node:crypto';

/**
 * Where files lie: three methods, two adapters (a folder, S3). Names are random
 * and say nothing; contents are sealed before they come here (blobs-seal.ts).
 * A blob is written once and never changed, so a copy taken after a back-up of
 * the database holds at least what that back-up points to.
 */
export interface Blobs {
  /** Whole and on the disk when it returns; nothing is left when it throws. */
  put(name: string, content: Uint8Array | AsyncIterable<Uint8Array>): Promise<void>;
  /** @throws BlobMissing when there is none of that name */
  get(name: string): Promise<AsyncIterable<Uint8Array>>;
  delete(name: string): Promise<void>;
}

export class BlobMissing extends Error {
  override readonly name = 'BlobMissing';
}

export const newBlobName = (): string => randomBytes(16).toString('hex');

/** Names come from us, but pass through rows: what could be a path is refused. */
export function checkName(name: string): string {
  if (!/^[0-9a-f][0-9a-f-]{15,63}$/.test(name)) throw new Error('Not the name of a blob');
  return name;
}

export async function wholeOf(content: Uint8Array | AsyncIterable<Uint8Array>): Promise<Buffer> {
  if (content instanceof Uint8Array) return Buffer.from(content);
  const parts: Uint8Array[] = [];
  for await (const part of content) parts.push(part);
  return Buffer.concat(parts);
}

/** The same store for those who handle files of a few megabytes as one piece. */
export function inOnePiece(blobs: Blobs) {
  return {
    put: (name: string, bytes: Buffer) => blobs.put(name, bytes),
    get: async (name: string) => wholeOf(await blobs.get(name)),
    remove: (name: string) => blobs.delete(name),
  };
}
