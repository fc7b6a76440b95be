import { randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { BlobMissing, checkName, type Blobs } from './blobs.ts';

/**
 * Blobs as files, spread over 256 folders. A file gets its name only when it is
 * whole and on the disk: a power cut leaves a nameless rest in `incoming`, never half a file.
 */
export async function blobsInFolder(folder: string): Promise<Blobs> {
  const incoming = join(folder, 'incoming');
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  const pathOf = (name: string) => join(folder, checkName(name).slice(0, 2), name);
  const made = new Set<string>();

  async function placeFor(path: string): Promise<void> {
    const place = dirname(path);
    if (made.has(place)) return;
    if (await mkdir(place, { recursive: true, mode: 0o700 })) await flush(folder);
    made.add(place);
  }

  return {
    async put(name, content) {
      const path = pathOf(name);
      const passing = join(incoming, randomBytes(12).toString('hex'));
      try {
        const file = await open(passing, 'wx', 0o600);
        try {
          for await (const part of content instanceof Uint8Array ? [content] : content) await file.writeFile(part);
          await file.sync();
        } finally {
          await file.close();
        }
        await placeFor(path);
        await rename(passing, path);
        await flush(dirname(path));
      } catch (error) {
        await rm(passing, { force: true });
        throw error;
      }
    },
    async get(name) {
      const file = await open(pathOf(name), 'r').catch((error) => {
        throw error.code === 'ENOENT' ? new BlobMissing(`No blob ${name}`) : error;
      });
      return file.createReadStream({ highWaterMark: 64 * 1024 });
    },
    delete: (name) => rm(pathOf(name), { force: true }),
  };
}

/** A name is on the disk only when its folder is. Windows has no such step. */
async function flush(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const opened = await open(folder, 'r');
  try {
    await opened.sync();
  } finally {
    await opened.close();
  }
}
