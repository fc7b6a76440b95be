import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PAPER_CODES } from './catalogue.ts';
import { fileName, inOrder, isFiled, SECTIONS, sectionOf } from './file.ts';

describe('卷宗的次序', () => {
  it('不变量 28：密件不入卷，心理服务的记录不入卷', () => expect(PAPER_CODES.filter((code) => !isFiled(code))).toEqual(['F47', 'F50', 'F54', 'F55', 'F62']));

  it('先按四部分、再按日期，同一天的先来后到；一件不多一件不少', () => {
    const days = ['2026-07-20', '2026-08-03', '2026-09-28'] as const;
    const item = fc.record({ section: fc.constantFrom(...PAPER_CODES).map(sectionOf), on: fc.constantFrom(...days), no: fc.nat() });
    fc.assert(
      fc.property(fc.array(item), (items) => {
        const ordered = inOrder(items);
        expect(new Set(ordered)).toEqual(new Set(items));
        ordered.slice(1).forEach((one, index) => {
          const before = ordered[index]!;
          const [was, is] = [SECTIONS.indexOf(before.section), SECTIONS.indexOf(one.section)];
          expect(was < is || (was === is && before.on <= one.on)).toBe(true);
          if (was === is && before.on === one.on) expect(items.indexOf(before)).toBeLessThan(items.indexOf(one));
        });
      }),
    );
  });

  it('文件名里没有一个字能走出目录', () =>
    fc.assert(
      fc.property(fc.string(), (name) => {
        expect(fileName(`../${name}\\\u202e`)).not.toMatch(/[\\/:*?"<>|\u202e]/);
      }),
    ));
});
