// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { choice, line, rows, text } from '#contexts/documents/domain/field.ts';
import { dropUnsaved, findUnsaved, keepUnsaved } from './unsaved.ts';

const FIELDS = [
  text('facts', '查明的事实', '凭什么这样答'),
  choice('result', '处理意见', '只能选一', { support: '支持', refuse: '不支持' }),
  rows('steps', '怎么办', '做什么', [line('what', '做什么', ''), line('who', '谁来做', '')]),
];

beforeEach(() => sessionStorage.clear());

describe('没有存上的字还在', () => {
  it('同事先存了：和现在不一样的，一处一处说得出来；一样的不说', () => {
    keepUnsaved('d1', { facts: '十月九日到现场看过。', result: 'support', steps: [{ what: '换灯', who: '李兰' }] });
    const now = { facts: '同事写的。', result: 'support', steps: [] };
    expect(findUnsaved('d1', FIELDS, now).map(({ field, words }) => [field.label, words])).toEqual([
      ['查明的事实', '十月九日到现场看过。'],
      ['怎么办', '换灯，李兰'],
    ]);
  });

  it('存上了、不要了的，别的草稿的，都不再问', () => {
    keepUnsaved('d1', { facts: '写了一半' });
    expect(findUnsaved('d2', FIELDS, {})).toEqual([]);
    dropUnsaved('d1');
    expect(findUnsaved('d1', FIELDS, {})).toEqual([]);
  });
});
