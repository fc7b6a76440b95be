import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { itNeeding, runProgram } from '../../../test/programs.ts';
import { CATALOGUE, PAPER_CODES } from '../domain/catalogue.ts';
import type { Values } from '../domain/field.ts';
import type { PaperCode } from '../domain/kind.ts';
import { goldenOf, linesOf, movedFrom, type Golden, type Line } from './places.ts';
import { openPress } from './press.ts';
import { SAMPLES } from './samples.ts';
import { setSpecimen } from './specimen.ts';

const press = openPress();
const folder = mkdtempSync(join(tmpdir(), 'huiyin-golden-'));
afterAll(() => rmSync(folder, { recursive: true }));

function lines(code: PaperCode, values: Values = SAMPLES[code], more: Parameters<typeof setSpecimen>[3] = {}): Line[] {
  const path = join(folder, 'paper.pdf');
  writeFileSync(path, setSpecimen(press, code, values, more).pdf);
  return linesOf(runProgram('pdftotext', ['-bbox-layout', path, '-']));
}

/** Kept positions; `HUIYIN_GOLDEN=1 npx vitest run golden` keeps new ones, to be looked at before they are committed. */
const KEPT = join(import.meta.dirname, 'golden.json');
const keeping = process.env['HUIYIN_GOLDEN'] === '1';

describe('positions', () => {
  itNeeding('pdftotext')('every line of every paper stands within half a millimetre of where it stood', () => {
    const found = Object.fromEntries(PAPER_CODES.map((code) => [code, goldenOf(lines(code))]));
    if (keeping) keep(found);
    const kept = JSON.parse(readFileSync(KEPT, 'utf8')) as Record<string, Golden[]>;
    expect(
      Object.fromEntries(
        Object.entries(found).flatMap(([code, now]) => (movedFrom(kept[code] ?? [], now).length > 0 ? [[code, movedFrom(kept[code] ?? [], now)]] : [])),
      ),
    ).toEqual({});
  });

  it('a line that moved by 0.6 mm, a line more and another wording are found', () => {
    const [line, ...others]: Golden[] = [
      [1, 280, 300, 1840, '依据《信'],
      [1, 280, 402, 900, '第二行'],
    ];
    expect(movedFrom([line!, ...others], [[1, 285, 305, 1835, '依据《信'], ...others])).toEqual([]);
    expect(movedFrom([line!, ...others], [[1, 286, 300, 1840, '依据《信'], ...others])).toHaveLength(1);
    expect(movedFrom([line!, ...others], [line!])).toHaveLength(1);
    expect(movedFrom([line!, ...others], [[1, 280, 300, 1840, '根据《信'], ...others])).toHaveLength(1);
  });
});

function keep(found: Record<string, Golden[]>): void {
  mkdirSync(import.meta.dirname, { recursive: true });
  const rows = Object.entries(found).map(
    ([code, golden]) => `  "${code}": [\n${golden.map((line) => `    [${line.map((part) => JSON.stringify(part)).join(', ')}]`).join(',\n')}\n  ]`,
  );
  writeFileSync(KEPT, `{\n${rows.join(',\n')}\n}\n`);
}

/** Papers with a signature at their end, and what its lines are known by. */
const SIGNED: readonly { readonly code: PaperCode; readonly mark: RegExp }[] = PAPER_CODES.flatMap((code) => {
  const { form } = CATALOGUE[code];
  if (code === 'F32' || ['函', '文', '公告', '电子'].includes(form)) return [{ code, mark: /^2026年9月28日$/ }];
  if (form === '协议') return [{ code, mark: /（签名/ }];
  return form === '笔录' ? [{ code, mark: /签名：/ }] : [];
});

/** One of each layout: letter, sealed letter, red head, plain, agreement, both records. The long run takes all of them. */
const LAYOUTS: readonly PaperCode[] = ['F23', 'F55', 'F14', 'F22', 'F26', 'F17', 'F21'];

describe('the signature', () => {
  const isLong = Boolean(process.env['HUIYIN_LONG']);

  itNeeding('pdftotext')('is not alone where a page breaks: at the very length that breaks it, and three letters around', () => {
    expect(SIGNED.length).toBeGreaterThan(35);
    for (const { code, mark } of SIGNED) {
      if (!isLong && !LAYOUTS.includes(code)) continue;
      const breaks = breakingLength(code);
      for (let length = breaks - 3; length <= breaks + 3; length += 1) expect(besideSignature(code, mark, length), `${code} with ${length}`).not.toBe('');
    }
  });

  itNeeding('pdftotext')('is never alone on a page, however long the text before it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SIGNED), fc.integer({ min: 1, max: 26 }), fc.integer({ min: 1, max: 28 }), ({ code, mark }, full, rest) => {
        expect(besideSignature(code, mark, full * 28 + rest), `${code} with ${full} lines and ${rest}`).not.toBe('');
      }),
      { numRuns: isLong ? 1_500 : 16, examples: SIGNED.slice(0, 8).map((paper) => [paper, 20, 28]) },
    );
  });
});

/** What stands above the signature on its own page. */
function besideSignature(code: PaperCode, mark: RegExp, length: number): string {
  const found = lines(code, longer(code, length));
  const signed = found.filter(({ text }) => mark.test(text)).sort((one, other) => one.page - other.page || one.top - other.top);
  const last = signed.at(-1)!;
  const first = signed.filter(({ page }) => page === last.page)[0]!;
  const above = found.filter(({ page, top, text }) => page === last.page && top < first.top - 1 && top > 20 && !/^—\d+—$/.test(text));
  return above.map(({ text }) => text).join('');
}

/** The fewest letters in its longest text with which the paper takes a page more: halved, since more letters never take fewer pages. */
function breakingLength(code: PaperCode): number {
  const pagesOf = (length: number) => setSpecimen(press, code, longer(code, length)).pages;
  const pages = pagesOf(1);
  let [fits, breaks] = [1, 1_200]; // two pages of 22 lines
  expect(pagesOf(breaks), code).toBeGreaterThan(pages);
  while (breaks - fits > 1) {
    const middle = Math.floor((fits + breaks) / 2);
    if (pagesOf(middle) > pages) breaks = middle;
    else fits = middle;
  }
  return breaks;
}

/** The example with the longest of its texts grown to `length` characters. */
function longer(code: PaperCode, length: number): Values {
  const { fields } = CATALOGUE[code];
  const sizeOf = ({ name }: { readonly name: string }) => String(SAMPLES[code][name] ?? '').length;
  const [longest] = fields.filter(({ kind }) => kind === 'text').sort((one, other) => sizeOf(other) - sizeOf(one));
  const field = longest ?? fields.find(({ kind }) => kind === 'line')!;
  return { ...SAMPLES[code], [field.name]: '乙'.repeat(length) };
}
