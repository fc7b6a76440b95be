import { describe, expect, it } from 'vitest';
import { fill } from './command-of.ts';

describe('照表收下填的', () => {
  it('只有另一种回答才问的，不收，写的字也不存', () => {
    expect(fill('checkReport', { accepted: true, grounds: '缺附件' })).toEqual({ values: { accepted: true }, notes: [] });
    expect(fill('checkReport', { accepted: false, grounds: '缺附件' }).notes).toHaveLength(1);
  });

  it('这样回答就要填的，没有填不收', () => {
    expect(() => fill('admitReview', { accepted: false })).toThrow('“不受理的理由”还没有填');
    expect(() => fill('admitReview', { accepted: true })).toThrow('“复查（复核）人员”还没有填');
  });

  it('不是清单的、太多的，说的是各自的话和怎么改', () => {
    const joint = (units: unknown) => () => fill('openJurisdictionTalks', { units, grounds: '各管一段' });
    expect(joint('qinghe/water')).toThrow('请从名录里选单位');
    expect(joint(Array.from({ length: 21 }, () => 'qinghe/water'))).toThrow('至多选二十个单位，请去掉几个');
  });
});
