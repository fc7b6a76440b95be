import { describe, expect, it } from 'vitest';
import { readLaws } from '#platform/rules.ts';
import { inChinese, inEnglish, isSame, isWithin, lastDay, lastDayBefore, roll, type Length } from './lengths.ts';

/** A term by its unit: to which day it counts, which of two is the longer one, and how it is written. */
const calendar = readLaws().calendars.current;

describe('不变量 12：当天不算，各种单位数到哪一天', () => {
  it.each<[Length, string | undefined]>([
    [{ days: 15 }, '2026-02-15'],
    [{ workingDays: 5 }, '2026-02-06'],
    [{ workingDays: 0 }, '2026-02-02'], // 1月31日是周六
    [{ months: 1 }, '2026-02-28'],
    [{ months: 6 }, '2026-07-31'],
    [{ atOnce: true }, '2026-01-31'],
    [{ dateGiven: true }, undefined],
    [{ hours: 1 }, undefined], // 按小时的另按时刻计算
  ])('1月31日起 %j', (length, day) => expect(lastDay(length, '2026-01-31', calendar)).toBe(day));

  it.each<[Length, string | undefined]>([
    [{ days: 7 }, '2026-10-13'],
    [{ workingDays: 3 }, '2026-10-15'],
    [{ workingDays: 0 }, '2026-10-20'],
    [{ months: 1 }, undefined], // 法律没有按月倒数的
    [{ hours: 2 }, undefined],
    [{ atOnce: true }, undefined],
    [{ dateGiven: true }, undefined],
  ])('10月20日往回 %j', (length, day) => expect(lastDayBefore(length, '2026-10-20', calendar)).toBe(day));

  it('民法典第二百零三条：最后一天是休息日的顺延；往回数的提前；工作日不动', () => {
    expect(roll('2026-10-02', calendar)).toBe('2026-10-08');
    expect(roll('2026-10-02', calendar, true)).toBe('2026-09-30');
    expect(roll('2026-10-08', calendar)).toBe('2026-10-08');
    expect(roll('2026-10-08', calendar, true)).toBe('2026-10-08');
  });
});

describe('地方的期限能不能用，看它在最坏情形下是不是仍在国家期限之内', () => {
  it.each<[Length, Length]>([
    [{ days: 15 }, { days: 15 }],
    [{ days: 0 }, { atOnce: true }],
    [{ atOnce: true }, { days: 0 }],
    [{ atOnce: true }, { hours: 1 }],
    [{ hours: 24 }, { days: 1 }],
    [{ hours: 25 }, { days: 2 }],
    [{ days: 1 }, { hours: 47 }],
    [{ months: 2 }, { days: 62 }],
    [{ days: 56 }, { months: 2 }],
    [{ workingDays: 5 }, { days: 15 }], // 春节前后，五个工作日要跨十五天
    [{ workingDays: 1 }, { days: 10 }],
    [{ days: 5 }, { workingDays: 5 }],
    [{ dateGiven: true }, { dateGiven: true }],
  ])('%j 在 %j 之内', (length, bound) => expect(isWithin(length, bound, calendar)).toBe(true));

  it.each<[Length, Length]>([
    [{ days: 16 }, { days: 15 }],
    [{ days: 1 }, { atOnce: true }],
    [{ hours: 25 }, { days: 1 }],
    [{ days: 2 }, { hours: 47 }],
    [{ months: 2 }, { days: 61 }],
    [{ days: 57 }, { months: 2 }],
    [{ workingDays: 5 }, { days: 14 }],
    [{ workingDays: 1 }, { days: 9 }],
    [{ days: 6 }, { workingDays: 5 }],
    [{ workingDays: 5 }, { atOnce: true }],
    [{ dateGiven: true }, { days: 100 }],
    [{ days: 1 }, { dateGiven: true }],
  ])('%j 不在 %j 之内', (length, bound) => expect(isWithin(length, bound, calendar)).toBe(false));

  it('单位和数目都相同的才算相同', () => {
    expect(isSame({ days: 15 }, { days: 15 })).toBe(true);
    expect(isSame({ days: 15 }, { days: 14 })).toBe(false);
    expect(isSame({ days: 15 }, { workingDays: 15 })).toBe(false);
  });
});

describe('期限写给人看', () => {
  it.each<[Length, string, string]>([
    [{ days: 15 }, '15日', '15 days'],
    [{ days: 1 }, '1日', '1 day'],
    [{ workingDays: 5 }, '5个工作日', '5 working days'],
    [{ workingDays: 1 }, '1个工作日', '1 working day'],
    [{ workingDays: 0 }, '当个工作日', 'same working day'],
    [{ months: 6 }, '6个月', '6 months'],
    [{ months: 1 }, '1个月', '1 month'],
    [{ hours: 0.5 }, '30分钟', '30 minutes'],
    [{ hours: 1 }, '1小时', '1 hour'],
    [{ hours: 4 }, '4小时', '4 hours'],
    [{ atOnce: true }, '当场', 'on the spot'],
    [{ dateGiven: true }, '日期另行指定', 'a date set in the act itself'],
  ])('%j', (length, chinese, english) => expect([inChinese(length), inEnglish(length)]).toEqual([chinese, english]));
});
