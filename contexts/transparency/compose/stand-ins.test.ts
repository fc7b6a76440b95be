import { describe, expect, it } from 'vitest';
import { createDirectory } from '#contexts/directory/domain/directory.ts';
import { standInsOf } from './stand-ins.ts';

const post = (person: string, unit: string, name: string, more: object = {}) => ({
  unit,
  person,
  nth: 0,
  post: name,
  roles: [],
  from: '2020-01-01' as const,
  ...more,
});
const person = (id: string, phone: string) => ({ id, region: 'qinghe', name: `${id}某`, phone });

describe('承办人不在，给谁打电话', () => {
  const directory = createDirectory(
    [],
    [person('李', '0000-622 0132'), person('王', '0000-622 0133'), person('赵', '')],
    [
      post('李', 'qinghe/housing', '科长'),
      post('王', 'qinghe/housing', '科员'),
      post('王', 'qinghe/housing', '科长', { nth: 1, standsInFor: '李', from: '2026-09-20', to: '2026-09-25' }),
      post('赵', 'qinghe/housing', '科长', { nth: 1, standsInFor: '李', from: '2026-10-01', to: '2026-10-03' }),
      post('赵', 'qinghe/housing', '科长', { nth: 2, standsInFor: '李', from: '2026-08-01', to: '2026-08-03' }),
    ],
  );

  it('不变量 21：说代班人的姓名、本人的职务、办公电话和起止；没有电话的不编一个；代完了的不再说', () => {
    expect(standInsOf(directory, 'qinghe/housing', '李', '2026-09-22')).toEqual([
      { person: '王某，科员', phone: '0000-622 0133', from: '2026-09-20', to: '2026-09-25' },
      { person: '赵某', from: '2026-10-01', to: '2026-10-03' },
    ]);
  });

  it('不变量 30：代班人被申请回避、已经回避的，不叫信访人找他；决定不用回避的照说', () => {
    const told = (state: 'pending' | 'recused' | 'refused') =>
      standInsOf(directory, 'qinghe/housing', '李', '2026-09-22', { recusals: [{ part: 'recusal/1', person: '王', unit: 'qinghe/housing', state }] });
    expect([told('pending'), told('recused'), told('refused')].map((all) => all.map(({ person: name }) => name))).toEqual([
      ['赵某'],
      ['赵某'],
      ['王某，科员', '赵某'],
    ]);
  });

  it('在别的单位的代班、替别人的代班，与这一件无关', () => {
    expect(standInsOf(directory, 'qinghe/water', '李', '2026-09-22')).toEqual([]);
    expect(standInsOf(directory, 'qinghe/housing', '王', '2026-09-22')).toEqual([]);
  });
});
