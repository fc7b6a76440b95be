import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import type { Blobs } from '#platform/blobs.ts';
import { placeOf } from '#platform/rate.ts';
import type { KeptFile } from './domain/filing.ts';
import { MOST_BYTES, MOST_FILES, type NoRoom, type RefusedFile } from './domain/pages.ts';
import type { Room } from './room.ts';
import { checkFile, keepFile } from './uploads.ts';

export interface ReceiveNeeds {
  readonly blobs: Blobs;
  readonly room: Room;
}

/** What lies there before. Without bytes: it goes straight to the office and is no part of a draft. */
export interface Already {
  readonly count: number;
  readonly bytes?: number;
}

export interface Received {
  readonly fields: Readonly<Record<string, string>>;
  readonly kept: readonly KeptFile[];
  readonly refused: readonly RefusedFile[];
}

/**
 * Reads a form with files, one part after the other. A file that is too big is
 * read to its end and dropped, so that the page can say so; the token stands
 * before the first file, and nothing is kept of a form that we did not hand out.
 */
export async function receiveFiles(request: FastifyRequest, { blobs, room }: ReceiveNeeds, already: Already): Promise<Received> {
  const fields: Record<string, string> = {};
  request.body = fields; // what was written, for the page that says that it was not taken
  const kept: KeptFile[] = [];
  const refused: RefusedFile[] = [];
  let checked = false;
  const check = async () => {
    if (checked) return;
    request.formToken = fields['_csrf'] ?? '';
    await request.checkForm();
    checked = true;
  };
  const read = async () => {
    for await (const part of request.parts({ throwFileSizeLimit: false, limits: { fileSize: MOST_BYTES, files: MOST_FILES + 1 } } as never)) {
      if (part.type === 'field') {
        fields[part.fieldname] = String(part.value);
        continue;
      }
      await check();
      if (!part.filename) {
        part.file.resume();
        continue;
      }
      const before = already.bytes === undefined ? undefined : already.bytes + bytesOf(kept);
      const space = (bytes: number) => room.file(placeOf(request.ip), bytes, before);
      const result = already.count + kept.length >= MOST_FILES ? drop(part) : await take(part, blobs, space);
      if ('why' in result) refused.push({ name: part.filename.slice(-80), why: result.why, ...(result.why === 'draftFull' && { most: room.most }) });
      else kept.push(result);
    }
    await check();
  };
  try {
    await read();
  } catch (error) {
    room.giveBack(placeOf(request.ip), bytesOf(kept));
    for (const { blob } of kept) await blobs.delete(blob).catch(() => {}); // broken off on its way: nobody knows of these
    throw error;
  }
  return { fields, kept, refused };
}

async function take(part: MultipartFile, blobs: Blobs, space: (bytes: number) => Promise<NoRoom | undefined>): Promise<KeptFile | { why: RefusedFile['why'] }> {
  const bytes = await part.toBuffer();
  if (part.file.truncated) return { why: 'tooBig' };
  const checked = await checkFile(bytes, part.filename);
  if ('why' in checked) return checked;
  const full = await space(checked.bytes.length);
  if (full) return { why: full };
  try {
    return await keepFile(blobs, part.filename, checked);
  } catch {
    return { why: 'notStored' }; // a full disk, a store that is away: the others and the words are safe
  }
}

function drop(part: MultipartFile): { why: 'tooMany' } {
  part.file.resume();
  return { why: 'tooMany' };
}

export const bytesOf = (files: readonly { readonly bytes: number }[]): number => files.reduce((sum, { bytes }) => sum + bytes, 0);
