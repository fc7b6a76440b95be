import { describe, expect, it } from 'vitest';
import { readable } from './readable.ts';

describe('给人看的文字，次序就是打字的次序', () => {
  it.each([
    ['倒写', '应付\u202e008\u202c元', '应付008元'],
    ['隔开的一段', '收款人\u2067三张\u2069收', '收款人三张收'],
    ['手机通讯录里带出来的号码', '\u202d138 0000 1234\u202c', '138 0000 1234'],
    ['左右标记', '100\u200f、200\u200e元', '100、200元'],
    ['看不见的：零宽空格、软连字符、字节序标记、控制符、标签', '退\u200b还\u00ad8\ufeff0\u00850\u2060元\u{e0041}', '退还800元'],
  ])('%s', (_, typed, shown) => expect(readable(typed)).toBe(shown));

  it('看得见的、字形要用的都不动', () => {
    for (const text of ['第一行\n第二行\t又', '〔2026〕①　全角空格', '葛\u{e0100}某', '👨‍👩‍👧', 'می‌خواهم', 'ئۇيغۇرچە 800 يۈەن'])
      expect(readable(text)).toBe(text);
  });
});
