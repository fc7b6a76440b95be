import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** docs/capabilities.md says which test proves what; this keeps it true. */
const rows = readFileSync('docs/capabilities.md', 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, row = '', , file = '', words = ''] = line.split('|').map((cell) => cell.trim());
    return file.startsWith('`') ? [{ row, file: file.replaceAll('`', ''), words }] : [];
  });

describe('docs/capabilities.md', () => {
  it('names some', () => expect(rows.length).toBeGreaterThan(30));

  it.each(rows)('$row is proven in $file', ({ file, words }) => {
    expect(existsSync(file), `${file} is not there`).toBe(true);
    expect(words, 'a title has to be named').not.toBe('');
    expect(readFileSync(file, 'utf8'), `no test there says “${words}”`).toContain(words);
  });
});
