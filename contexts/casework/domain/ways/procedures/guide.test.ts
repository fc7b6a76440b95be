import { describe, expect, it } from 'vitest';
import { OTHER_PROCEDURES } from '../../reasons.ts';
import { NOT_STOPPED, ROUTE_GUIDE } from './guide.ts';

describe('途径指引（第三十一条第一至五项）', () => {
  it('至少二十类；每类写明程序、机关、期限、依据和证据标记；第一至四项都有', () => {
    expect(ROUTE_GUIDE.length).toBeGreaterThanOrEqual(20);
    expect(new Set(ROUTE_GUIDE.map(({ code }) => code)).size).toBe(ROUTE_GUIDE.length);
    for (const { claim, procedure, organ, term, article } of ROUTE_GUIDE)
      for (const part of [claim, procedure, organ, term, article]) expect(part.length).toBeGreaterThan(1);
    for (const route of OTHER_PROCEDURES) expect(ROUTE_GUIDE.map((way) => way.route)).toContain(route);
    expect(NOT_STOPPED).toBe('信访不影响这个期限');
  });

  it('只有核对过原文的期限标为法定：行政复议六十日、司法确认三十日', () => {
    const proven = ROUTE_GUIDE.filter(({ mark }) => mark === 'T');
    expect(new Set(proven.map(({ article }) => article))).toEqual(new Set(['行政复议法（2023）第二十条', '人民调解法第三十三条']));
  });
});
