import { fileTypeFromBuffer } from 'file-type';
import sharp from 'sharp';
import { keepFile as keepSealed, readFile } from '#platform/blobs-seal.ts';
import { wholeOf, type Blobs } from '#platform/blobs.ts';
import { turns } from '#platform/turns.ts';
import type { KeptFile } from './domain/filing.ts';
import { MOST_BYTES, type RefusedFile } from './domain/pages.ts';

/** What may be handed in, by what the bytes say; the name of a file proves nothing. */
const PICTURES = ['image/jpeg', 'image/png', 'image/webp'];
const OTHERS: Readonly<Record<string, string>> = {
  'application/pdf': 'application/pdf',
  'audio/mpeg': 'audio/mpeg',
  'audio/wav': 'audio/wav',
  'audio/vnd.wave': 'audio/wav',
  'audio/amr': 'audio/amr',
  'audio/aac': 'audio/aac',
  'audio/ogg': 'audio/ogg',
  'audio/ogg; codecs=opus': 'audio/ogg',
  'audio/x-m4a': 'audio/mp4',
  'audio/mp4': 'audio/mp4',
};
const HEIC = ['image/heic', 'image/heif', 'image/heic-sequence', 'image/heif-sequence', 'image/avif'];

/** The endings that people know, for telling “this is no picture” from “this kind is not taken”. */
const KNOWN_ENDINGS = /\.(jpe?g|png|webp|pdf|mp3|wav|amr|aac|ogg|opus|m4a)$/i;

const MOST_PIXELS = 80_000_000; // a phone's largest; more is a bomb

export type Checked = { readonly bytes: Buffer; readonly type: string } | { readonly why: RefusedFile['why'] };

/** Looks at the content, and gives back what may be kept: a picture turned upright, without the place where it was taken. */
export async function checkFile(bytes: Buffer, name: string): Promise<Checked> {
  if (bytes.length === 0) return { why: 'empty' };
  const found = await fileTypeFromBuffer(bytes);
  if (found && HEIC.includes(found.mime)) return { why: 'heic' };
  if (found && PICTURES.includes(found.mime)) return cleanPicture(bytes, found.mime);
  const type = found && OTHERS[found.mime];
  if (type === 'application/pdf' && !isWholePdf(bytes)) return { why: 'broken' };
  if (type) return { bytes, type };
  return { why: KNOWN_ENDINGS.test(name) ? 'disguised' : 'wrongType' };
}

/** Written anew: camera, time and position go with the old frame, and so does whatever hid behind the picture. */
async function cleanPicture(bytes: Buffer, mime: string): Promise<Checked> {
  return oneOfTwo(async () => {
    try {
      const picture = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error', animated: false }).rotate();
      if (mime === 'image/png') return { bytes: await picture.png({ compressionLevel: 8 }).toBuffer(), type: 'image/png' };
      return { bytes: await picture.jpeg({ quality: 88, mozjpeg: false }).toBuffer(), type: 'image/jpeg' };
    } catch {
      return { why: 'broken' as const };
    }
  });
}

const isWholePdf = (bytes: Buffer) => bytes.subarray(-2048).includes('%%EOF');

/** Sealed with a key of its own, which travels in the envelope; the blob's name says nothing. */
export async function keepFile(blobs: Blobs, name: string, { bytes, type }: { bytes: Buffer; type: string }): Promise<KeptFile> {
  const kept = await keepSealed(blobs, bytes, 2 * MOST_BYTES); // written anew, a picture may be a little larger than it came
  return { ...kept, key: kept.key.toString('base64'), name: cleanName(name), type };
}

/** For whoever has the envelope: the desk, or the petitioner with the code. */
export async function openFile(blobs: Blobs, { blob, key }: Pick<KeptFile, 'blob' | 'key'>): Promise<Buffer> {
  return wholeOf(await readFile(blobs, { blob, key: Buffer.from(key, 'base64') }));
}

function cleanName(name: string): string {
  const plain =
    name
      .normalize('NFC')
      .replaceAll(/[\p{Cc}\p{Cf}/\\]/gu, '')
      .trim() || '未命名';
  return [...plain].slice(-80).join('');
}

/** Pictures are opened two at a time: a hundred people may send theirs at once, and each takes its turn. */
const oneOfTwo = turns(2);
