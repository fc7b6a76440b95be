import { describe, expect, it } from 'vitest';
import { notOfMatters } from './belongs.ts';
import { PAPER_CODES } from './catalogue.ts';

describe('不属于信访事项的文书', () => {
  it('不变量 37、54：假如没有督办、没有联席会议的决定、没有会议，当在信访事项里起草督办函、联席会议决定、纪要，那么不能', () =>
    expect(PAPER_CODES.filter((code) => notOfMatters(code)?.includes('随那一步取号'))).toEqual(['F38', 'F39', 'F40', 'F41', 'F42', 'F48', 'F52', 'F61']));

  it('不变量 28：密件不在信访事项里起草；紧急情况的专报可以', () => {
    expect(PAPER_CODES.filter((code) => notOfMatters(code)?.includes('密件'))).toEqual(['F54', 'F55', 'F62']);
    expect(['F23', 'F49', 'F37'].map((code) => notOfMatters(code as 'F23'))).toEqual([undefined, undefined, undefined]);
  });
});
