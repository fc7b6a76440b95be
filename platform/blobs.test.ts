import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startS3, type TestS3 } from '../test/s3.ts';
import { blobsInFolder } from './blobs-folder.ts';
import { blobsInS3 } from './blobs-s3.ts';
import { keepFile, openFile, readFile, sealFile } from './blobs-seal.ts';
import { BlobMissing, inOnePiece, newBlobName, wholeOf, type Blobs } from './blobs.ts';

const folder = mkdtempSync(join(tmpdir(), 'huiyin-blobs-'));
let server: TestS3;
let stores: Record<string, Blobs>;

beforeAll(async () => {
  server = await startS3();
  stores = {
    folder: await blobsInFolder(folder),
    s3: blobsInS3({ bucket: 'huiyin', region: 'cn', endpoint: server.endpoint, accessKey: 'me', secretKey: 'secret' }),
  };
});
afterAll(() => server.close());

describe.each(['folder', 's3'])('blobs in a %s', (kind) => {
  it('come back as they were put, in one piece or in many', async () => {
    const bytes = randomBytes(300_000);
    const [whole, streamed] = [newBlobName(), newBlobName()];
    await stores[kind]!.put(whole, bytes);
    await stores[kind]!.put(streamed, Readable.from([bytes.subarray(0, 5), bytes.subarray(5, 250_000), bytes.subarray(250_000)]));
    expect((await wholeOf(await stores[kind]!.get(whole))).equals(bytes)).toBe(true);
    expect((await inOnePiece(stores[kind]!).get(streamed)).equals(bytes)).toBe(true);
  });

  it('say that they are not there, before and after', async () => {
    const name = newBlobName();
    await expect(stores[kind]!.get(name)).rejects.toThrow(BlobMissing);
    await stores[kind]!.put(name, Buffer.from('x'));
    await stores[kind]!.delete(name);
    await expect(stores[kind]!.get(name)).rejects.toThrow(BlobMissing);
    await stores[kind]!.delete(name); // twice does no harm
  });

  it.each(['../../etc/passwd', 'a/b', '', 'AB'])('take no path for a name: %j', async (name) => {
    await expect(stores[kind]!.put(name, Buffer.from('x'))).rejects.toThrow('Not the name');
    await expect(async () => stores[kind]!.get(name)).rejects.toThrow('Not the name');
  });
});

it('signs everything that it asks of S3', () => expect([server.objects.size > 0, server.unsigned()]).toEqual([true, 0]));

describe('a file', () => {
  it('is sealed on its way in, opened on its way out, and known by its hash', async () => {
    const words = Buffer.from('村东七户早晚没有水。'.repeat(20_000));
    const kept = await keepFile(stores.folder!, Readable.from([words.subarray(0, 70_001), words.subarray(70_001)]), 20 * 1024 * 1024);
    expect(kept).toMatchObject({ bytes: words.length, sha256: createHash('sha256').update(words).digest('hex') });
    expect((await wholeOf(await readFile(stores.folder!, kept))).equals(words)).toBe(true);

    const path = join(folder, kept.blob.slice(0, 2), kept.blob);
    expect(readFileSync(path).includes(Buffer.from('七户'))).toBe(false);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    await expect(wholeOf(await readFile(stores.folder!, { ...kept, key: randomBytes(32) }))).rejects.toThrow();
  });

  it('past the limit is refused with a sentence, and nothing stays behind', async () => {
    const before = readdirSync(folder, { recursive: true }).length;
    const tooMuch = Readable.from(Array.from({ length: 40 }, () => randomBytes(64 * 1024)));
    await expect(keepFile(stores.folder!, tooMuch, 2 * 1024 * 1024)).rejects.toMatchObject({ code: 'TooLarge', message: expect.stringContaining('超过2 MB') });
    expect(readdirSync(folder, { recursive: true })).toHaveLength(before);
  });

  it('that breaks off on its way in leaves nothing behind', async () => {
    const before = readdirSync(folder, { recursive: true }).length;
    async function* broken() {
      yield randomBytes(100_000);
      throw new Error('线断了');
    }
    await expect(keepFile(stores.folder!, broken(), 1e9)).rejects.toThrow('线断了');
    expect(readdirSync(folder, { recursive: true })).toHaveLength(before);
  });

  const key = randomBytes(32);
  const seal = async (bytes: Buffer) => wholeOf(sealFile(key, Readable.from(bytes.length ? [bytes] : [])));
  const unseal = async (bytes: Buffer) => wholeOf(openFile(key, Readable.from([bytes])));

  it('of any length comes back', () =>
    fc.assert(
      fc.asyncProperty(fc.oneof(fc.constantFrom(0, 1, 65_535, 65_536, 65_537, 131_072), fc.nat(200_000)), async (length) => {
        const bytes = randomBytes(length);
        expect((await unseal(await seal(bytes))).equals(bytes)).toBe(true);
      }),
      { numRuns: 30 },
    ));

  it('does not open with a bit changed, its end cut off, or its pieces exchanged', async () => {
    const sealed = await seal(randomBytes(3 * 65_536));
    const changed = Buffer.from(sealed);
    changed[70_000]! ^= 1;
    const piece = 65_536 + 16;
    const exchanged = Buffer.concat([
      sealed.subarray(0, 1),
      sealed.subarray(1 + piece, 1 + 2 * piece),
      sealed.subarray(1, 1 + piece),
      sealed.subarray(1 + 2 * piece),
    ]);
    for (const wrong of [changed, exchanged, sealed.subarray(0, 1 + 2 * piece), sealed.subarray(0, -1), Buffer.concat([sealed, Buffer.alloc(1)])]) {
      await expect(unseal(wrong)).rejects.toThrow();
    }
  });
});
