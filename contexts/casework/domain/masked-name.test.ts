import { describe, expect, it } from 'vitest';
import { joint, maskedName, maskedParty } from './masked-name.ts';

describe('遮盖姓名', () => {
  it('只留姓：两个字一个某，更长的都是两个某', () => {
    expect(['李四', '张三丰', '欧阳三丰', '阿依古丽·买买提', ''].map(maskedName)).toEqual(['李某', '张某某', '欧某某', '阿某某', '']);
  });

  it('单位只说是哪一类，网名、绰号一个字也不留', () => {
    expect(['清和饭店工会', '北塘村村委会', '清和县塑编有限公司', '县残疾人出租车队'].map(maskedName)).toEqual(['某工会', '某村委会', '某有限公司', '某车队']);
    expect(['网民“灯下黑”', '一名老党员', '郑奶奶的孙子'].map(maskedName)).toEqual(['信访人', '信访人', '信访人']);
  });

  it.each(['澜庭花园二期部分业主', '下坳村十二户菇农', '朱大勇等二十三名工人', '石碾镇五个村联名', '全体业主', '清和饭店工会'])(
    '“%s”二十二人：只说几个人联名，一个字也不带出来',
    (name) => {
      expect(maskedParty(name, 22)).toBe(joint(22));
      expect([...maskedName(name)].filter((letter) => [...name].slice(0, 2).includes(letter))).toEqual([]);
    },
  );

  it('联名里写的是一个人的姓名：这个人照样只留姓', () => {
    expect(maskedParty('张三丰', 5)).toBe('张某某');
  });
});
