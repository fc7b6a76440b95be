// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stubBrowser } from '../../testing/jsdom.ts';
import { ClockTag } from './ClockTag.tsx';
import { type ClockDates, readClock } from './read.ts';

const TODAY = '2026-11-20';
const duty: ClockDates = { clock: 'A14', startedOn: '2026-09-21', lightOn: '2026-11-20', legalOn: '2026-11-20', targetAt: null };

beforeEach(stubBrowser);
afterEach(cleanup);

describe('期限的说法：词和形状先说，颜色后说', () => {
  it.each([
    ['过了法定最后一天：菱形', { lightOn: '2026-11-18', legalOn: '2026-11-18' }, '已超 2 天', '应于 11月18日（周三）', 'overdue'],
    ['最后一天就是今天：靶心', {}, '今天到期', '11月20日（周五）24:00 止', 'today'],
    ['三天内：弧', { lightOn: '2026-11-23', legalOn: '2026-11-23' }, '还有 3 天', '11月23日（周一）止', 'running'],
    ['逢休息日顺延，两个日子都说', { lightOn: '2026-11-28', legalOn: '2026-11-30' }, '还有 8 天', '11月28日（周六），法定顺延到30日', 'running'],
    ['原定日已过、顺延日未到，不算超期', { lightOn: '2026-11-19', legalOn: '2026-11-23' }, '还有 3 天', '11月19日（周四），法定顺延到23日', 'running'],
    [
      '下一年的放假安排没有公布：暂定',
      { lightOn: '2027-01-22', legalOn: '2027-01-22', provisional: true },
      '还有 63 天',
      '2027年1月22日（周五），暂定',
      'running',
    ],
    [
      '有证据才算办成，写用了几天',
      { lightOn: '2026-11-23', legalOn: '2026-11-23', stoppedOn: '2026-10-05', outcome: 'kept' as const },
      '第 14 天办成',
      '限 11月23日',
      'done',
    ],
  ])('%s', (_, dates, first, second, shape) => {
    const { container } = render(<ClockTag clock={readClock({ ...duty, ...dates }, { today: TODAY })} today={TODAY} />);
    expect(screen.getByText(first)).toBeTruthy();
    expect(screen.getByText(second)).toBeTruthy();
    expect(container.querySelector('svg')?.dataset['shape']).toBe(shape);
  });

  it('信访人的权利不说“超期”：过了只是过了', () => {
    const right: ClockDates = { ...duty, clock: 'A17', lightOn: '2026-12-02', legalOn: '2026-12-02' };
    const { container, rerender } = render(<ClockTag clock={readClock(right, { today: TODAY })} today={TODAY} />);
    expect(container.querySelector('svg')?.dataset['shape']).toBe('right');
    rerender(<ClockTag clock={readClock({ ...right, lightOn: '2026-11-10', legalOn: '2026-11-10' }, { today: TODAY })} today={TODAY} />);
    expect(container.querySelector('svg')?.dataset['shape']).toBe('lapsed');
    expect(container.textContent).not.toContain('超');
  });

  it.each([
    ['2026-11-20T10:20:00+08:00', '还有 40 分钟', '今天 11:00止', 'today'],
    ['2026-11-20T09:20:00+08:00', '还有 1 小时 40 分', '今天 11:00止', 'today'],
    ['2026-11-20T10:59:30+08:00', '还有 1 分钟', '今天 11:00止', 'today'],
    ['2026-11-20T11:25:00+08:00', '已超 25 分钟', '应于 今天 11:00', 'overdue'],
    ['2026-11-20T16:30:00+08:00', '已超 5 小时', '应于 今天 11:00', 'overdue'],
    ['2026-11-24T11:30:00+08:00', '已超 4 天', '应于 11月20日（周五）11:00', 'overdue'],
  ])('以小时计的期限说到几点：%s', (now, first, second, shape) => {
    const urgent: ClockDates = { ...duty, clock: 'A12', targetAt: '2026-11-20T11:00:00+08:00' };
    const { container } = render(<ClockTag clock={readClock(urgent, { today: now.slice(0, 10), now })} today={now.slice(0, 10)} />);
    expect(screen.getByText(first)).toBeTruthy();
    expect(screen.getByText(second)).toBeTruthy();
    expect(container.querySelector('svg')?.dataset['shape']).toBe(shape);
  });

  it('以小时计的内部时限过了，不叫超期；办成的写限在几点', () => {
    const urgent: ClockDates = { ...duty, clock: 'A12', targetAt: '2026-11-20T11:00:00+08:00', internal: true };
    const { rerender } = render(<ClockTag clock={readClock(urgent, { today: TODAY, now: '2026-11-20T13:05:00+08:00' })} today={TODAY} />);
    expect(screen.getByText('过了内部时限 2 小时 5 分')).toBeTruthy();
    const done = { ...urgent, startedOn: TODAY, stoppedOn: TODAY, outcome: 'kept' as const };
    rerender(<ClockTag clock={readClock(done, { today: TODAY, now: '2026-11-20T13:05:00+08:00' })} today={TODAY} />);
    expect(screen.getByText('限 今天 11:00')).toBeTruthy();
  });
});
