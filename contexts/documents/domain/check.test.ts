import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SAMPLES } from '../render/samples.ts';
import { CATALOGUE, PAPER_CODES } from './catalogue.ts';
import { findMissing } from './check.ts';
import type { Row } from './field.ts';

const without = (code: (typeof PAPER_CODES)[number], field: string) => Object.fromEntries(Object.entries(SAMPLES[code]).filter(([name]) => name !== field));

describe('文书目录', () => {
  it('F01至F63都在，名称、标识各不相同', () => {
    expect(PAPER_CODES).toEqual(Array.from({ length: 63 }, (_, index) => `F${String(index + 1).padStart(2, '0')}`));
    for (const name of ['identifier', 'name'] as const) expect(new Set(PAPER_CODES.map((code) => CATALOGUE[code][name])).size).toBe(63);
  });

  it('带文号的，种类字各不相同：一种一个序列', () => {
    const words = PAPER_CODES.map((code) => CATALOGUE[code].typeWord).filter((word) => word !== undefined);
    expect(new Set(words).size).toBe(words.length);
  });

  it('说“不”的文书都有救济一栏（不变量 14、17）', () => {
    for (const code of ['F08', 'F09', 'F11', 'F23', 'F24', 'F34', 'F35', 'F36'] as const) {
      const { remedy, fields } = CATALOGUE[code];
      const organ = fields.find(({ name }) => name === remedy?.organ);
      expect(organ, code).toMatchObject({ kind: 'line' });
      expect(organ?.optional, code).toBeUndefined();
    }
  });

  it('不予受理、引导的情形是闭合的，没有给人贴标签的情形（不变量 14）', () => {
    expect(Object.keys(CATALOGUE.F08.fields.find(({ name }) => name === 'reason')?.options ?? {})).toEqual([
      'alreadyAcceptedBelow',
      'outsideOwnAndSystem',
      'packGround',
    ]);
    expect(Object.keys(CATALOGUE.F34.fields.find(({ name }) => name === 'ground')?.options ?? {})).toEqual([
      'lateWithoutExcuse',
      'notPetitionProcedure',
      'notPetitioner',
    ]);
    expect(Object.keys(CATALOGUE.F11.fields.find(({ name }) => name === 'reason')?.options ?? {})).toEqual(['litigationVisitor', 'outsideOwnAndSystem']);
  });
});

describe('取号前的检查', () => {
  it.each(PAPER_CODES)('%s 的样张是齐的', (code) => expect(findMissing(code, SAMPLES[code])).toEqual([]));

  it('少哪一栏就说哪一栏：每一种文书的每一个必填栏', () => {
    for (const code of PAPER_CODES) {
      for (const { name, label, optional } of CATALOGUE[code].fields) {
        if (optional) continue;
        expect(
          findMissing(code, without(code, name)).map(({ label: said }) => said),
          `${code} ${name}`,
        ).toContain(label);
      }
    }
  });

  it('只填空格等于没填，填了别的栏目也不行', () =>
    fc.assert(
      fc.property(fc.constantFrom(...PAPER_CODES), fc.constantFrom(' ', '　', '\t', '   '), (code, blank) => {
        const field = CATALOGUE[code].fields.find(({ kind, optional }) => kind === 'line' && !optional);
        if (field) expect(findMissing(code, { ...SAMPLES[code], [field.name]: blank }).map(({ field: name }) => name)).toEqual([field.name]);
        expect(findMissing(code, { ...SAMPLES[code], riskLevel: '高' }).map(({ field: name }) => name)).toEqual(['riskLevel']);
      }),
    ));

  it('不变量 16：处理意见书每一项都要有结论、意见和依据，缺的说明是第几项', () => {
    const claims = (SAMPLES.F23['claims'] as Row[]).map((row, index) => (index === 1 ? { ...row, result: '', basis: '' } : row));
    expect(findMissing('F23', { ...SAMPLES.F23, claims }).map(({ label }) => label)).toEqual(['逐项答复第2项的“处理意见”', '逐项答复第2项的“法律法规依据”']);
  });

  it('支持的要写明谁在什么时候落实（第三十二条）', () => {
    const claims = (SAMPLES.F23['claims'] as Row[]).map((row) => ({ ...row, performer: '', performBy: '' }));
    expect(findMissing('F23', { ...SAMPLES.F23, claims }).map(({ field }) => field)).toEqual([
      'claims.0.performer',
      'claims.0.performBy',
      'claims.1.performer',
      'claims.1.performBy',
    ]);
  });

  it('不变量 17：没有复查机关的处理意见书不齐', () => {
    expect(findMissing('F23', without('F23', 'reviewOrgan'))).toEqual([
      expect.objectContaining({ field: 'reviewOrgan', why: expect.stringContaining('第三十五条') }),
    ]);
  });

  it('延期超过30日、不是整数的，不齐（不变量 3）', () => {
    for (const days of ['31', '0', '2.5', '三十'])
      expect(
        findMissing('F16', { ...SAMPLES.F16, days }).map(({ field }) => field),
        days,
      ).toEqual(['days']);
  });

  it('没有的日期、没有的选项，不齐', () => {
    expect(findMissing('F07', { ...SAMPLES.F07, acceptedOn: '2026-02-30' }).map(({ field }) => field)).toEqual(['acceptedOn']);
    expect(findMissing('F07', { ...SAMPLES.F07, route: 'toString' }).map(({ field }) => field)).toEqual(['route']);
    expect(findMissing('F17', { ...SAMPLES.F17, staff: ['李㛃'] }).map(({ field }) => field)).toEqual(['staff']);
  });
});
