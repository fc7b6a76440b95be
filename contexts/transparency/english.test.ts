import { mkdtempSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keepEnglish } from '../../apps/server/english.ts';
import { countyDirectory } from '../../test/directory.ts';
import { keysForEnglish, readEnglish } from './english.ts';
import { sitesOf } from './sites.ts';

describe('单位的英文名称由运行单位自己写', () => {
  it('还是中文的、空着的，算没有写；写错的一次全部列出来', () => {
    const { english, wrong } = readEnglish(
      JSON.stringify({ 'qinghe/housing': ' Housing Office ', 'qinghe/water': '清和县水利局', hours: '', a: 3, b: 'x'.repeat(301), c: 'Water\u202eOffice' }),
    );
    expect(english).toEqual({ 'qinghe/housing': 'Housing Office' });
    expect(wrong).toEqual(['“a”后面应是一段带引号的文字。', '“b”太长，最多300个字符。', '“c”里有换行或者看不见的字符，请删掉重打。']);
  });

  it('不是 JSON 的、不是一张表的，用一句话说', () => {
    expect(readEnglish('{"a": "b"').wrong.join()).toContain('常见的是少了逗号或者引号');
    expect(readEnglish('["a"]').wrong.join()).toContain('应是用 { } 括起来的');
  });

  it('能写的每一项都有中文对照；演示县的文件里没有名录以外的', () => {
    const keys = keysForEnglish(countyDirectory());
    expect(keys.get('qinghe')).toBe('清和县');
    expect(keys.get('qinghe/housing')).toBe('清和县住房和城乡建设局');
    const demo = readEnglish(readFileSync(new URL('../../data/demo/english.json', import.meta.url), 'utf8'));
    expect(demo.wrong).toEqual([]);
    expect(Object.keys(demo.english).filter((key) => !keys.has(key))).toEqual([]);
  });

  it('改了文件，几秒钟后英文页上就是新的，没有写的显示中文；改坏了，原来的留着；启动时坏的不启动', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'huiyin-english-')), 'english.json');
    const trouble: unknown[] = [];
    let now = 0;
    const write = (text: string, at: number) => {
      writeFileSync(file, text);
      utimesSync(file, at, at);
    };
    const keep = () => keepEnglish({ englishFile: file, demo: false }, { onTrouble: (error) => trouble.push(error), now: () => now });
    expect(keep).toThrow('读不了单位英文名称的文件');
    write('{', 1);
    expect(keep).toThrow('要改');

    write('{"qinghe/petition": "Petition Office"}', 2);
    const english = keep();
    const directory = countyDirectory();
    const site = sitesOf(
      () => directory,
      () => 'qinghe',
      english,
    );
    const names = () => [site().home.host.name.en, site().home.supervision.name.en];
    expect(names()).toEqual(['Petition Office', '']);
    write('{"qinghe/petition": "Letters and Visits Office"}', 3);
    now = 6_000;
    expect(names()[0]).toBe('Letters and Visits Office');
    write('{"qinghe/petition": ', 4);
    now = 12_000;
    expect(names()[0]).toBe('Letters and Visits Office');
    expect(trouble).toHaveLength(1);
  });
});
