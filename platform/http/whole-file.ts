import type { MultipartFile } from '@fastify/multipart';
import { fileTooLarge } from './problem.ts';

/**
 * A file that was sent, whole. The library looks at its limit only when another
 * piece comes: where the piece that passes it is the last, it would hand over
 * what is left of the file as if it were all.
 *
 * @throws Refusal
 */
export async function wholeFile(part: MultipartFile): Promise<Buffer> {
  const content = await part.toBuffer();
  if (part.file.truncated) throw fileTooLarge();
  return content;
}
