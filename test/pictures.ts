import sharp from 'sharp';

/** A small picture that a phone might have taken, with the place where it was taken in its EXIF. */
export async function picture(format: 'png' | 'jpeg', { gps = false, width = 64 } = {}): Promise<Buffer> {
  const plain = sharp({ create: { width, height: 48, channels: 3, background: '#4a7' } });
  const placed = gps
    ? plain.withExif({
        IFD0: { Make: 'Huawei', Model: 'P60' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '36/1 42/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '119/1 9/1 0/1' },
      })
    : plain;
  return format === 'png' ? placed.png().toBuffer() : placed.jpeg().toBuffer();
}

export const PDF = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);
