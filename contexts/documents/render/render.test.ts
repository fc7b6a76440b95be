import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { checkPdf } from '../../../scripts/check-pdf.ts';
import { itNeeding, runProgram } from '../../../test/programs.ts';
import { CATALOGUE, PAPER_CODES } from '../domain/catalogue.ts';
import { findMissing } from '../domain/check.ts';
import { isRows, type Field, type Value, type Values } from '../domain/field.ts';
import type { PaperCode } from '../domain/kind.ts';
import { findUnprintable } from './faces.ts';
import { openPress } from './press.ts';
import { renderReceipt, type ReceiptData } from './receipt.ts';
import { SAMPLES } from './samples.ts';
import { readSeals } from './seals.ts';
import { sheetOf, type Facts } from './sheet.ts';
import { setSpecimen, specimenFacts } from './specimen.ts';

const press = openPress();
const folder = mkdtempSync(join(tmpdir(), 'huiyin-papers-'));
afterAll(() => rmSync(folder, { recursive: true }));

const facts = specimenFacts;
const render = (code: PaperCode, values: Values = SAMPLES[code], more: Partial<Facts> = {}) => setSpecimen(press, code, values, more);

function saved(pdf: Uint8Array): string {
  const path = join(folder, `${createHash('sha256').update(pdf).digest('hex').slice(0, 12)}.pdf`);
  writeFileSync(path, pdf);
  return path;
}

/** Read back once: four programs for each paper. */
const reads = new Map<PaperCode, ReturnType<typeof checkPdf>>();
function readBack(code: PaperCode) {
  const read = reads.get(code) ?? checkPdf(saved(render(code).pdf));
  reads.set(code, read);
  return read;
}

/** Whatever a reader would read, without the blanks and breaks of the layout. */
const squeezed = (text: string) => text.replace(/[\s　—\d]/g, '');

describe('every paper', () => {
  itNeeding('qpdf', 'pdfinfo', 'pdftotext')(
    'is PDF/A-2a, tagged, with every face inside and nothing that runs',
    () => {
      for (const code of PAPER_CODES) {
        const { faults, fonts } = readBack(code);
        expect(faults, code).toEqual([]);
        expect(
          fonts.every((font) => /^Noto/.test(font)),
          `${code}: ${fonts.join()}`,
        ).toBe(true); // ours, and none of the machine's
      }
    },
    120_000,
  );

  itNeeding(
    'qpdf',
    'pdfinfo',
    'pdftotext',
  )('says every word that was filled in', () => {
    for (const code of PAPER_CODES) {
      const words = squeezed(readBack(code).words);
      for (const said of wordsOf(SAMPLES[code])) expect(words, `${code}: ${said}`).toContain(squeezed(said));
    }
  });

  it('comes out the same, byte for byte, when it is made again', () => {
    for (const code of ['F07', 'F23', 'F02'] as const) expect(render(code).pdf.equals(render(code).pdf)).toBe(true);
  });

  it('can be printed with nothing but what it must say, whatever is chosen', () => {
    for (const code of PAPER_CODES) {
      const complete = variantsOf(code).filter((values) => findMissing(code, values).length === 0);
      for (const values of complete) expect(render(code, values).pages, `${code} ${JSON.stringify(values).slice(0, 200)}`).toBeGreaterThan(0);
      expect(complete.length, code).toBeGreaterThan(1);
    }
  });

  it('can be shown as a draft with nothing filled in, and never as a signed paper', () => {
    for (const code of PAPER_CODES) expect(render(code, {}, { draft: true, number: undefined, verify: undefined }).pages, code).toBeGreaterThan(0);
  });

  itNeeding(
    'pdftotext',
    'qpdf',
    'pdfinfo',
  )('marks a draft on every page, and gives it no number', () => {
    const { words, pages } = checkPdf(saved(render('F23', SAMPLES.F23, { draft: true, number: undefined, verify: undefined }).pdf));
    expect(pages).toBe(3);
    expect(words.split('\f').filter((page) => /草/.test(page) && /稿/.test(page))).toHaveLength(3);
    expect(words).toContain('签批后取号');
  });

  it('prints words in the order in which they were typed, whatever turns them round unseen', () => {
    const paper = (claim: string) => render('F08', { ...SAMPLES.F08, claim }).pdf;
    expect(paper('退还\u202e008\u202c元').equals(paper('退还008元'))).toBe(true);
    expect(findUnprintable('退还\u202e008\u202c元', press().faces)).toEqual([]);
  });

  it('takes what people write as words, never as commands of the typesetter', () =>
    fc.assert(
      fc.property(
        fc.constantFrom('#panic("x")', '$x$', '*粗*', '= 标题', '\\', '@引用', '<标签>', '`码`', '#import "/etc/passwd"', '"}', '//注'),
        (hostile) => {
          const values = { ...SAMPLES.F08, addressee: hostile, reasonText: `${hostile}${hostile}`, claim: hostile };
          expect(render('F08', values).pages).toBeGreaterThan(0);
        },
      ),
    ));
});

describe('faces', () => {
  it('print rare names', () => expect(findUnprintable('张㛃、李𬭚、王龘、䶮、〔2026〕①', press().faces)).toEqual([]));

  it('tell what none of them can print, each once, and leave blanks alone', () =>
    expect(findUnprintable('张𪚥𪚥　\n\u200b李🙂', press().faces)).toEqual(['𪚥', '🙂']));

  itNeeding(
    'pdftotext',
    'qpdf',
    'pdfinfo',
  )('bring rare names back out of the paper', () => {
    const { words } = checkPdf(saved(render('F07', { ...SAMPLES.F07, addressee: '张㛃𬭚龘' }).pdf));
    expect(words).toContain('张㛃𬭚龘：');
  });
});

describe('what the operator brings along', () => {
  const own = mkdtempSync(join(tmpdir(), 'huiyin-own-'));
  afterAll(() => rmSync(own, { recursive: true }));

  itNeeding(
    'pdftotext',
    'qpdf',
    'pdfinfo',
  )('a face of its own for a slot comes first, and ours stands in for what it lacks', () => {
    cpSync(join(import.meta.dirname, '../../../node_modules/@embedpdf/fonts-sc/fonts/NotoSansHans-Light.otf'), join(own, '仿宋.otf'));
    const { faults, fonts, words } = checkPdf(saved(openPress(own)().typeset('F07', sheetOf('F07', SAMPLES.F07, facts('F07'))).pdf));
    expect(faults).toEqual([]);
    expect(fonts).toContain('NotoSansHans-Light');
    expect(words).toContain('受理告知书');
  });

  it('a file that is no face stops the start with a sentence', () => {
    writeFileSync(join(own, '楷体.ttf'), '不是字体');
    expect(() => openPress(own)()).toThrow(/楷体\.ttf 不能用：请放入单个 TrueType/);
  });

  itNeeding(
    'pdftotext',
    'qpdf',
    'pdfinfo',
  )('the image of a seal that a unit handed in', () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><circle cx="5" cy="5" r="4" fill="none" stroke="#c00"/></svg>';
    writeFileSync(join(own, 'qinghe_housing.svg'), svg);
    const seal = readSeals(own)('qinghe/housing');
    expect(readSeals(own)('qinghe/water')).toBeUndefined();
    writeFileSync(join(own, 'qinghe_water.png'), '不是图');
    expect(() => readSeals(own)).toThrow(/印模文件 qinghe_water\.png 打不开/);
    rmSync(join(own, 'qinghe_water.png'));
    const { pdf } = render('F07', SAMPLES.F07, { seal });
    expect(checkPdf(saved(pdf)).faults).toEqual([]);
    expect(squeezed(checkPdf(saved(pdf)).words)).not.toContain('系统绘制');
    expect(squeezed(readBack('F07').words)).toContain('系统绘制'); // a seal that is drawn says so
  });
});

describe('the letter of GB/T 9704', () => {
  const long = '甲'.repeat(28 * 40);

  itNeeding('pdftotext')('sets 28 characters a line and 22 lines a page, 156 by 225 mm', () => {
    const path = saved(render('F23', { ...SAMPLES.F23, statement: long }).pdf);
    const boxes = wordBoxes(path, 2);
    const full = boxes.filter(({ text }) => [...text].length === 28 && /^甲+$/.test(text));
    expect(full.length).toBeGreaterThanOrEqual(20);
    for (const { left, right } of full) {
      expect(Math.abs(mm(left) - 28)).toBeLessThan(0.5);
      expect(Math.abs(mm(right) - 184)).toBeLessThan(0.5);
    }
    const tops = [...new Set(full.map(({ top }) => Math.round(top * 10) / 10))].sort((one, other) => one - other);
    const gaps = tops.slice(1).map((top, index) => top - (tops[index] ?? 0));
    for (const gap of gaps) expect(Math.abs(mm(gap) - 225 / 22)).toBeLessThan(0.1);
    const body = boxes.filter(({ text }) => !/^[—\d]+$/.test(text));
    expect(new Set(body.map(({ top }) => Math.round(top))).size).toBe(22);
  });

  itNeeding('pdftotext')('never leaves the signature alone on a page', () => {
    for (let lines = 1; lines <= 24; lines += 1) {
      const { pdf, pages } = render('F13', { ...SAMPLES.F13, reasons: '乙'.repeat(28 * lines) });
      const last = wordBoxes(saved(pdf), pages)
        .map(({ text }) => text)
        .join('');
      expect(last, `${lines} lines`).toContain('联系人');
      expect(last, `${lines} lines`).toContain('2026年9月28日');
    }
  });

  itNeeding('pdftotext')('numbers its pages from the second on', () => {
    const path = saved(render('F23').pdf);
    expect(wordBoxes(path, 1).some(({ text }) => text === '—')).toBe(false);
    expect(
      wordBoxes(path, 2)
        .map(({ text }) => text)
        .join(''),
    ).toContain('—2—');
  });
});

describe('the receipt', () => {
  itNeeding(
    'pdftotext',
    'qpdf',
    'pdfinfo',
  )('is one A5 page with the code, made without a database', async () => {
    const values = SAMPLES.F02 as unknown as Omit<ReceiptData, 'organ' | 'receivedOn' | 'queryUrl'>;
    const pdf = await renderReceipt(press, { ...values, organ: '清和县信访局', receivedOn: '2026-07-20', queryUrl: 'https://huiyin.example/p#9BH7K3MQ9XD2P' });
    const { faults, pages, words } = checkPdf(saved(pdf));
    expect([faults, pages]).toEqual([[], 1]);
    expect(words.replaceAll(' ', '')).toContain('9BH7K3MQ9XD2P');
    expect(runProgram('pdfinfo', [saved(pdf)])).toMatch(/419\.\d+ x 595\.\d+ pts/);
  });
});

interface Box {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
}

const mm = (points: number) => (points / 72) * 25.4;

function wordBoxes(path: string, page: number): Box[] {
  const html = runProgram('pdftotext', ['-bbox', '-f', String(page), '-l', String(page), path, '-']);
  return [...html.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="[\d.]+">([^<]*)<\/word>/g)].map(([, left, top, right, text]) => ({
    text: text ?? '',
    left: Number(left),
    right: Number(right),
    top: Number(top),
  }));
}

/** The example with each thing that can be chosen: whole, and with nothing but what it then must say. */
function variantsOf(code: PaperCode): Values[] {
  const { fields } = CATALOGUE[code];
  const choices = fields.flatMap(({ name, options }) => Object.keys(options ?? {}).map((option) => ({ [name]: option })));
  return [{}, ...choices].flatMap((choice) => {
    const whole: Values = { ...SAMPLES[code], ...choice };
    const least: Values = Object.fromEntries(fields.filter(({ optional }) => !optional).map((field) => [field.name, bare(field, whole[field.name]!)]));
    const asked = findMissing(code, least)
      .map(({ field }) => field.split('.')[0]!)
      .flatMap((name): [string, Value][] => (whole[name] === undefined ? [] : [[name, whole[name]]]));
    return [whole, { ...least, ...Object.fromEntries(asked) }];
  });
}

const bare = ({ columns = [] }: Field, value: Value): Value =>
  isRows(value) ? value.map((row) => Object.fromEntries(columns.filter(({ optional }) => !optional).map(({ name }) => [name, row[name] ?? '']))) : value;

function wordsOf(values: Values): string[] {
  const leaves = (value: unknown): string[] =>
    typeof value === 'string' ? [value] : value && typeof value === 'object' ? Object.values(value).flatMap(leaves) : [];
  return leaves(values)
    .flatMap((text) => text.split('\n'))
    .filter((text) => /[一-龥]{2,}/.test(text))
    .map((text) => text.replace(/[。；]$/, ''));
}
