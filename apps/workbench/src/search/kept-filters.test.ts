// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { dropFilter, filtersOf, isKept, keepFilter } from './kept-filters.ts';

beforeEach(() => localStorage.clear());

describe('常看的筛选', () => {
  it('记下、再打开还在；记第二遍不多一个；不要了就没有；各人记各人的', () => {
    keepFilter('甲', { stage: 'inProgress', channel: 'letter' });
    keepFilter('甲', { channel: 'letter', stage: 'inProgress' });
    expect(filtersOf('甲')).toEqual([{ stage: 'inProgress', channel: 'letter' }]);
    expect(isKept(filtersOf('甲'), { channel: 'letter', stage: 'inProgress' })).toBe(true);
    expect(filtersOf('乙')).toEqual([]);
    dropFilter('甲', { stage: 'inProgress', channel: 'letter' });
    expect(filtersOf('甲')).toEqual([]);
  });

  it('只记筛选的项目，不记搜过的话；坏了的记录当作没有', () => {
    keepFilter('甲', { stage: 'inProgress', words: '谁的名字' } as never);
    expect(localStorage.getItem('huiyin.filters.甲')).toBe('["stage=inProgress"]');
    expect(filtersOf('甲')).toEqual([{ stage: 'inProgress' }]);
    localStorage.setItem('huiyin.filters.甲', '{');
    expect(filtersOf('甲')).toEqual([]);
  });
});
