import { expect, it } from 'vitest';
import type { Role } from '#kernel/roles.ts';
import { ORGANS } from '../testing.ts';
import { createDirectory } from './directory.ts';
import { fillOrgan } from './entry.ts';

/** 谁是本单位的人：表上只能选到他们. */
const organs = [
  ...ORGANS.map((entry) => fillOrgan(entry, '2020-01-01')),
  fillOrgan(
    { ...ORGANS.find(({ code }) => code === 'qc/housing')!, code: 'qc/housing-law', name: '政策法规科', type: 'office', parent: 'qc/housing', duties: [] },
    '2020-01-01',
  ),
];
const roles: readonly Role[] = ['unitClerk'];
const directory = createDirectory(
  organs,
  ['李砚秋', '冯法制', '赵海', '退休的'].map((id) => ({ id, region: 'qc', name: id, phone: '' })),
  [
    { unit: 'qc/housing', person: '李砚秋', nth: 0, post: '科长', roles, from: '2020-01-01' },
    { unit: 'qc/housing-law', person: '冯法制', nth: 0, post: '科员', roles, from: '2020-01-01' },
    { unit: 'qc/water', person: '赵海', nth: 0, post: '科长', roles, from: '2020-01-01' },
    { unit: 'qc/housing', person: '赵海', nth: 1, post: '', roles: [], from: '2026-05-11', to: '2026-05-20', standsInFor: '李砚秋' },
    { unit: 'qc/housing', person: '退休的', nth: 0, post: '科长', roles, from: '2020-01-01', to: '2026-04-30' },
  ],
);
const is = (person: string, unit: string, day: '2026-05-11' | '2026-05-21' = '2026-05-11') => directory.isColleague(person, unit, day);

it('本单位的、内设机构的算；别的单位的、离任的、没有这个人的不算', () => {
  expect([is('李砚秋', 'qc/housing'), is('冯法制', 'qc/housing'), is('李砚秋', 'qc/housing-law')]).toEqual([true, true, true]);
  expect([is('李砚秋', 'qc/water'), is('退休的', 'qc/housing'), is('没有这个人', 'qc/housing')]).toEqual([false, false, false]);
});

it('来代班的，代班那几天算，过了就不算', () => {
  expect([is('赵海', 'qc/housing'), is('赵海', 'qc/housing', '2026-05-21'), is('赵海', 'qc/water', '2026-05-21')]).toEqual([true, false, true]);
});
