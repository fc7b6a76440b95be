import { expect, it } from 'vitest';
import { stale } from './stale.ts';

const housing = { type: 'HandlingStarted', unit: 'qinghe/housing' };
const lapsed = { type: 'WithdrawalTermLapsed', unit: '系统' };
const titleOf = (type: string) => (type === 'WithdrawalTermLapsed' ? '反悔期限届满' : undefined);

it('系统自己记的，不说成别人办的，说出记了什么', () => {
  expect(stale([lapsed], titleOf).message).toContain('不是别人办的：日子到了，系统刚在此件上记了“反悔期限届满”');
  expect(stale([{ ...lapsed, type: 'BreachDetected' }], titleOf).message).toContain('系统刚在此件上记了一笔');
  expect(stale([lapsed]).message).toContain('系统刚在此件上记了一笔');
});

it('中间有人办过的，或者不知道是谁，说被他人办理', () => {
  for (const newer of [[housing], [housing, lapsed], [lapsed, housing], []]) expect(stale(newer, titleOf).message).toContain('此件刚被他人办理');
  expect(stale().code).toBe('Stale');
});
