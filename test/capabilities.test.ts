import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { titlesIn } from './titles.ts';

/** docs/capabilities.md says which test proves what; this keeps it true. */
const rows = readFileSync('docs/capabilities.md', 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, row = '', , file = '', words = ''] = line.split('|').map((cell) => cell.trim());
    return file.startsWith('`') ? [{ row, file: file.replaceAll('`', ''), words }] : [];
  });

/** '不变量 2–6, 8、13' → 2 3 4 5 6 8 13 */
const invariantsIn = (text: string): number[] =>
  [...text.matchAll(/不变量 ?([\d–、, ]+)/g)].flatMap(([, list = '']) =>
    list.split(/[、,\s]+/).flatMap((part) => {
      const [from, to = from] = part.split('–').map(Number) as [number, number?];
      return part === '' ? [] : Array.from({ length: to - from + 1 }, (_, index) => from + index);
    }),
  );

describe('docs/capabilities.md', () => {
  it('names some', () => expect(rows.length).toBeGreaterThan(30));

  it.each(rows)('$row is proven in $file', ({ row, file, words }) => {
    expect(existsSync(file), `${file} is not there`).toBe(true);
    expect(words, 'a title has to be named').not.toBe('');
    const titles = titlesIn(readFileSync(file, 'utf8'));
    expect(
      titles.some((title) => title.includes(words)),
      `no test there is called “${words}”`,
    ).toBe(true);
    const proven = titles.flatMap(invariantsIn);
    expect(
      invariantsIn(row).filter((number) => !proven.includes(number)),
      'invariants that no title there names',
    ).toEqual([]);
  });
});

/** All of lifecycle.md 5: each has a test and a row. */
const OWED = Array.from({ length: 58 }, (_, before) => before + 1);

it('each invariant that is owed has a test with its number in the title, and a row', () => {
  const files = ['kernel', 'platform', 'contexts', 'apps', 'test'].flatMap((place) =>
    readdirSync(place, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.test\.tsx?$/.test(name))
      .map((name) => join(place, name)),
  );
  const titled = files.flatMap((file) => titlesIn(readFileSync(file, 'utf8'))).flatMap(invariantsIn);
  expect(OWED.filter((number) => !titled.includes(number))).toEqual([]);
  const told = rows.flatMap(({ row }) => invariantsIn(row));
  expect(OWED.filter((number) => !told.includes(number))).toEqual([]);
});
