import { expect, it } from 'vitest';
import { fillOrgan } from './entry.ts';
import { ORGANS } from '../testing.ts';
import { findOrgansFor } from './search.ts';

const organs = ORGANS.map((entry) => fillOrgan(entry, '2020-01-01'));
const find = (text: string) => findOrgansFor(organs, text, '2026-05-11');

it('SB104：按权责清单找单位，说出是哪一条、因哪几个字', () => {
  const [first] = find('我们村的供水管子又坏了，河道也没人管');
  expect(first?.organ.unit).toBe('qc/water');
  expect(first?.duty?.id).toBe('water-01');
  expect(first?.words).toEqual(expect.arrayContaining(['供水', '河道']));
});

it('写了单位名称的，名称在前', () => {
  expect(find('县住建局不理我们供水的事').map(({ organ }) => organ.unit)).toEqual(['qc/housing', 'lin/housing', 'qc/water']);
  expect(find('qc/town').map(({ organ }) => organ.unit)).toEqual(['qc/town']);
});

it('没有相同的字，就一个也不猜；不存在了的单位不提', () => {
  expect(find('天上掉下来的')).toEqual([]);
  const office = fillOrgan({ ...ORGANS[0]!, code: 'qc/office', duties: ['挂牌督办的具体工作'] }, '2020-01-01');
  expect(findOrgansFor([office], '九十年代集资办的果园，账没算清', '2026-05-11')).toEqual([]); // 办的 is no word
  const closed = organs.map((organ) => ({ ...organ, validTo: '2025-12-31' as const }));
  expect(findOrgansFor(closed, '供水', '2026-05-11')).toEqual([]);
});
