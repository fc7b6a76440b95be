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

describe('the signature', () => {
  const runs = process.env['HUIYIN_LONG'] ? 1_500 : 60;

  itNeeding('pdftotext')('is never alone on a page, however long the text before it', () => {
    expect(SIGNED.length).toBeGreaterThan(35);
    fc.assert(
      fc.property(fc.constantFrom(...SIGNED), fc.integer({ min: 1, max: 26 }), fc.integer({ min: 1, max: 28 }), ({ code, mark }, full, rest) => {
        const found = lines(code, longer(code, full * 28 + rest));
        const signed = found.filter(({ text }) => mark.test(text)).sort((one, other) => one.page - other.page || one.top - other.top);
        const last = signed.at(-1)!;
        const first = signed.filter(({ page }) => page === last.page)[0]!;
        const above = found.filter(({ page, top, text }) => page === last.page && top < first.top - 1 && top > 20 && !/^—\d+—$/.test(text));
        expect(above.map(({ text }) => text).join(''), `${code} with ${full} lines and ${rest}`).not.toBe('');
      }),
      { numRuns: runs, examples: SIGNED.slice(0, 8).map((paper) => [paper, 20, 28]) },
    );
  });
});

/** The example with one of its long texts grown to `length` characters. */
function longer(code: PaperCode, length: number): Values {
  const field = CATALOGUE[code].fields.find(({ kind }) => kind === 'text') ?? CATALOGUE[code].fields.find(({ kind }) => kind === 'line')!;
  return { ...SAMPLES[code], [field.name]: '乙'.repeat(length) };
}
