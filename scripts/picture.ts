import sharp from 'sharp';

const MOST = 150 * 1024; // bytes of one picture

/** A picture of a screen small enough to stand in the repository: of few colours, as screens are; smaller where that is still too large. */
export async function smallPicture(taken: Buffer, most = MOST): Promise<Buffer> {
  const { width = 0 } = await sharp(taken).metadata();
  for (const [colours, share] of [
    [64, 1],
    [32, 1],
    [16, 1], // text stays sharp with fewer colours, not with fewer dots
    [32, 0.7],
    [16, 0.7],
    [16, 0.5],
  ] as const) {
    const picture = await sharp(taken)
      .resize(Math.round(width * share))
      .png({ palette: true, colours, effort: 10, dither: 0 })
      .toBuffer();
    if (picture.length <= most) return picture;
  }
  throw new Error(`Not to be had below ${most} bytes`);
}
