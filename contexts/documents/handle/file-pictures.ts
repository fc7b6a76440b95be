import sharp from 'sharp';

const WIDEST = 1_600; // about 200 dots an inch across the page
const PICTURES: readonly string[] = ['image/jpeg', 'image/png', 'image/webp'];

/** A photograph at the size of a page; nothing for what is no picture, or cannot be opened: that stays in the ZIP as it is. */
export async function pictureFor(type: string, bytes: Buffer): Promise<Buffer | undefined> {
  if (!PICTURES.includes(type)) return undefined;
  return sharp(bytes, { limitInputPixels: 100_000_000 })
    .rotate()
    .resize({ width: WIDEST, height: WIDEST, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .jpeg({ quality: 82 })
    .toBuffer()
    .catch(() => undefined);
}
