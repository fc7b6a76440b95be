import type { MultipartFile } from '@fastify/multipart';
import { describe, expect, it } from 'vitest';
import { wholeFile } from './whole-file.ts';

describe('a file that was sent', () => {
  /** What the library hands over where the last piece is the one that passes the limit. */
  const sent = (truncated: boolean) => ({ toBuffer: async () => Buffer.from('二十兆的前面一截'), file: { truncated } }) as unknown as MultipartFile;

  it('is handed on whole, and refused with a way out where its end was cut off', async () => {
    expect((await wholeFile(sent(false))).toString()).toBe('二十兆的前面一截');
    await expect(wholeFile(sent(true))).rejects.toMatchObject({ code: 'TooLarge', message: expect.stringContaining('请压缩或拍得小一些再传') });
  });
});
