import { describe, expect, it } from 'vitest';
import { OTHER_PROCEDURES } from '../../reasons.ts';
import { TEXTS } from './guide-texts.ts';
import { NOT_STOPPED, ROUTE_GUIDE, wayOf } from './guide.ts';

describe('途径指引（第三十一条第一至五项）', () => {
  it('至少二十类；每类写明程序、机关、期限、依据和证据标记；第一至四项都有', () => {
    expect(ROUTE_GUIDE.length).toBeGreaterThanOrEqual(20);
    expect(new Set(ROUTE_GUIDE.map(({ code }) => code)).size).toBe(ROUTE_GUIDE.length);
    for (const { claim, procedure, organ, term, article } of ROUTE_GUIDE)
      for (const part of [claim, procedure, organ, term, article]) expect(part.length).toBeGreaterThan(1);
    for (const route of OTHER_PROCEDURES) expect(ROUTE_GUIDE.map((way) => way.route)).toContain(route);
    expect(NOT_STOPPED).toBe('信访不影响这个期限');
  });

  it('标为法定的每一类只引对照过的文本，并写明条；没有对照的法律名不能出现', () => {
    for (const { article } of ROUTE_GUIDE.filter(({ mark }) => mark === 'T'))
      for (const [whole, text] of article.matchAll(/(?:^|、)((?!第).+?)(?=第[一二三四五六七八九十百]+条)/g)) {
        expect(Object.keys(TEXTS), whole).toContain(text);
      }
    expect(ROUTE_GUIDE.every(({ article }) => /第[一二三四五六七八九十百]+条/.test(article))).toBe(true);
  });

  it('列出的文本每一种都有人引；引用已经修订的法律写明哪一年的文本', () => {
    const cited = ROUTE_GUIDE.map(({ article }) => article).join('；');
    for (const text of Object.keys(TEXTS)) expect(cited).toContain(text);
    expect(cited).not.toMatch(/行政复议法第|民事诉讼法第|(?<!调解)仲裁法第/);
  });

  it('行政复议六十日、司法确认三十日与时钟表一致；原文没有写明期限的标待核实', () => {
    for (const { term } of ROUTE_GUIDE.filter(({ procedure }) => procedure.startsWith('行政复议'))) expect(term).toContain('60日');
    expect(wayOf('agreement')?.term).toContain('30日');
    expect(ROUTE_GUIDE.filter(({ mark }) => mark === 'M').map(({ code }) => code)).toEqual(['partyDiscipline']);
  });

  it('核对时改过的：三日是工作日；检察监督从作出裁定之日算；不履行查处职责的先复议', () => {
    expect(wayOf('trafficAccident')?.term).toContain('3个工作日');
    expect(wayOf('supervision')?.term).toContain('作出驳回裁定之日');
    expect(wayOf('illegalBuilding')?.term).toContain('先申请行政复议');
    expect(wayOf('publicInformation')?.procedure).toContain('先复议才能起诉');
  });
});
