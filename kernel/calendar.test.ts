import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLaws } from '#platform/rules.ts';
import {
  addWorkingDays,
  getCalendar,
  isProvisional,
  isWorkingDay,
  makeCalendar,
  makeCalendars,
  restDays,
  subtractWorkingDays,
  workingDayFrom,
  workingDaysBetween,
  workingDayUntil,
} from './calendar.ts';
import { addDays, addMonths, dateInChina, dayNumber, daysBetween, instantInChina, isPlainDate, isWeekend, plainDate, toDate, type PlainDate } from './dates.ts';
import { statutoryHolidays } from './holidays.ts';

const { calendars } = readLaws();
const calendar = calendars.current;
const day = fc.integer({ min: dayNumber('2001-01-01'), max: dayNumber('2098-12-31') }).map(toDate);
const count = fc.integer({ min: 1, max: 60 });

describe('dates', () => {
  it('counts days as the calendar of the runtime does', () =>
    fc.assert(fc.property(day, (date) => dayNumber(date) === Date.parse(`${date}T00:00:00Z`) / 86_400_000)));

  it('adds days and takes them away again', () =>
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: -400, max: 400 }),
        (date, days) => addDays(addDays(date, days), -days) === date && daysBetween(date, addDays(date, days)) === days,
      ),
    ));

  it('goes to the corresponding day of a month, or to its end', () => {
    expect(addMonths('2025-11-30', 3)).toBe('2026-02-28');
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2025-12-31', 12)).toBe('2026-12-31');
  });

  it('knows the date in China, whatever the time zone of the machine', () => {
    expect(dateInChina(new Date('2026-09-30T15:59:59Z'))).toBe('2026-09-30');
    expect(dateInChina(new Date('2026-09-30T16:00:00Z'))).toBe('2026-10-01');
    expect(dateInChina(instantInChina('2026-10-01', '17:30'))).toBe('2026-10-01');
  });

  it.each(['2026-02-29', '2026-13-01', '26-01-01', '2026-1-1', ''])('refuses %j', (text) => {
    expect(isPlainDate(text)).toBe(false);
    expect(() => plainDate(text)).toThrow('Not a date');
  });
});

describe('工作日历', () => {
  it.each([
    [2022, 249],
    [2023, 249],
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('%i年有%i个工作日', (year, days) => {
    expect(workingDaysBetween(calendar, plainDate(`${year - 1}-12-31`), plainDate(`${year}-12-31`))).toBe(days);
  });

  it('往前数和往回数互为反向', () =>
    fc.assert(
      fc.property(day, count, (date, days) => {
        const later = addWorkingDays(calendar, date, days);
        expect(workingDaysBetween(calendar, date, later)).toBe(days);
        expect(isWorkingDay(calendar, later)).toBe(true);
        if (isWorkingDay(calendar, date)) expect(subtractWorkingDays(calendar, later, days)).toBe(date);
      }),
    ));

  it('顺延只到工作日，再顺延不变，从不提前', () =>
    fc.assert(
      fc.property(day, (date) => {
        const rolled = workingDayFrom(calendar, date);
        expect(rolled >= date && isWorkingDay(calendar, rolled) && workingDayFrom(calendar, rolled) === rolled).toBe(true);
        const back = workingDayUntil(calendar, date);
        expect(back <= date && isWorkingDay(calendar, back)).toBe(true);
        if (rolled !== date) expect(daysBetween(back, rolled)).toBe(restDays(calendar, addDays(back, 1), rolled).length + 1);
      }),
    ));

  it('多一个工作日，结果不会更早', () =>
    fc.assert(fc.property(day, count, (date, days) => addWorkingDays(calendar, date, days) < addWorkingDays(calendar, date, days + 1))));

  it('没有公布的年份：法定节日照放，没有调休，标为暂定', () => {
    expect(isProvisional(calendar, '2026-12-31', '2026-12-31')).toBe(false);
    expect(isProvisional(calendar, '2026-12-31', '2027-01-01')).toBe(true);
    expect(isWorkingDay(calendar, '2027-01-01')).toBe(false);
    expect(isWorkingDay(calendar, '2027-02-07')).toBe(false); // 正月初一
    expect(statutoryHolidays(2027).every(({ kind }) => kind === 'holiday')).toBe(true);
  });

  it('已公布年份的法定节日都在放假或周末之内', () => {
    const worked = [2025, 2026].flatMap((year) => statutoryHolidays(year)).filter(({ date }) => isWorkingDay(calendar, date));
    expect(worked).toEqual([]);
  });

  it('农历节日与运行环境的农历一致', () => {
    const BY_ALMANAC: Readonly<Record<number, PlainDate>> = { 2027: '2027-02-06', 2030: '2030-02-03' }; // the runtime is a day off: the new moon stands at midnight
    const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', { month: 'numeric', day: 'numeric', timeZone: 'UTC' });
    const on = (date: PlainDate) => lunar.format(new Date(`${date}T00:00:00Z`));
    for (let year = 2000; year <= 2099; year += 1) {
      const named = (name: string) =>
        statutoryHolidays(year)
          .filter((holiday) => holiday.name === name)
          .map(({ date }) => date);
      if (year in BY_ALMANAC) {
        expect(named('春节')[1]).toBe(BY_ALMANAC[year]);
        continue;
      }
      expect([on(named('春节')[1] ?? '2000-01-01'), on(named('端午节')[0] ?? '2000-01-01'), on(named('中秋节')[0] ?? '2000-01-01')]).toEqual([
        '1/1',
        '5/5',
        '8/15',
      ]);
    }
  });

  it('本年的放假安排必须在表里', () => expect(calendar.published.has(Number(dateInChina(new Date()).slice(0, 4)))).toBe(true));

  it('每个版本都留着；找不到的版本说清楚', () => {
    const both = makeCalendars([calendar, makeCalendar('2027', [2027], [])]);
    expect([both.current.version, getCalendar(both, '2026').version]).toEqual(['2027', '2026']);
    expect(() => getCalendar(both, '1999')).toThrow('没有版本为“1999”的工作日历');
    expect(() => isWorkingDay(calendar, '2100-06-01')).toThrow('工作日历只覆盖2000年至2099年');
  });

  it('周末之外的日子，表里没有的照常上班', () =>
    fc.assert(fc.property(day, (date) => calendar.days.has(date) || isWorkingDay(calendar, date) === !isWeekend(date))));
});
