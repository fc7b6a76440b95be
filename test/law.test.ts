import { expect, it } from 'vitest';
import { faultsOf, readArticles, readTable, tableOf } from '../scripts/law-table.ts';

it('《信访工作条例》每一条给出责任、权利、期限、禁止的，都有守住它的文件和证明它的测试；空着的写明约束谁', () => {
  expect(faultsOf(readArticles())).toEqual([]);
});

it('对照表是由数据写出来的，没有落下', () => {
  expect(readTable()).toBe(tableOf(readArticles()));
});
