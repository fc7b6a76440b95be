import { addDays, plainDate, type PlainDate } from './dates.ts';

/** A day that is not what its weekday says. */
export interface CalendarDay {
  readonly date: PlainDate;
  readonly kind: 'holiday' | 'makeup'; // 放假, 调休上班
  readonly name: string; // 国庆节
}

/**
 * The statutory holidays of a year without a published notice: what the law on
 * holidays (《全国年节及纪念日放假办法》, 2024 revision) fixes by itself. Which days are
 * moved (调休) only the yearly notice says, so such a year stays provisional.
 */
export function statutoryHolidays(year: number): CalendarDay[] {
  const [spring, dragonBoat, midAutumn] = lunarDays(year);
  return [
    ...run('元旦', plainDate(`${year}-01-01`), 1),
    ...run('春节', addDays(spring, -1), 4), // from New Year's Eve
    ...run('清明节', plainDate(`${year}-04-0${clearAndBright(year)}`), 1),
    ...run('劳动节', plainDate(`${year}-05-01`), 2),
    ...run('端午节', dragonBoat, 1),
    ...run('中秋节', midAutumn, 1),
    ...run('国庆节', plainDate(`${year}-10-01`), 3),
  ];
}

function run(name: string, from: PlainDate, count: number): CalendarDay[] {
  return Array.from({ length: count }, (_, day) => ({ date: addDays(from, day), kind: 'holiday', name }));
}

/** The sun decides 清明; this rule holds for every year of the century. */
function clearAndBright(year: number): number {
  const inCentury = year % 100;
  return Math.floor(inCentury * 0.2422 + 4.81) - Math.floor(inCentury / 4);
}

function lunarDays(year: number): [PlainDate, PlainDate, PlainDate] {
  const [spring, dragonBoat, midAutumn] = (LUNAR[year] ?? '').split(' ');
  return [plainDate(`${year}-${spring}`), plainDate(`${year}-${dragonBoat}`), plainDate(`${year}-${midAutumn}`)];
}

/**
 * 正月初一, 五月初五, 八月十五. A test compares them with the Chinese calendar of the
 * runtime, which is a day off in 2027 and 2030, when the new moon stands minutes
 * from midnight in Beijing: there the almanac of the Purple Mountain Observatory counts.
 */
// biome-ignore format: four years a line
const LUNAR: Readonly<Record<number, string>> = {
  2000: '02-05 06-06 09-12', 2001: '01-24 06-25 10-01', 2002: '02-12 06-15 09-21', 2003: '02-01 06-04 09-11',
  2004: '01-22 06-22 09-28', 2005: '02-09 06-11 09-18', 2006: '01-29 05-31 10-06', 2007: '02-18 06-19 09-25',
  2008: '02-07 06-08 09-14', 2009: '01-26 05-28 10-03', 2010: '02-14 06-16 09-22', 2011: '02-03 06-06 09-12',
  2012: '01-23 06-23 09-30', 2013: '02-10 06-12 09-19', 2014: '01-31 06-02 09-08', 2015: '02-19 06-20 09-27',
  2016: '02-08 06-09 09-15', 2017: '01-28 05-30 10-04', 2018: '02-16 06-18 09-24', 2019: '02-05 06-07 09-13',
  2020: '01-25 06-25 10-01', 2021: '02-12 06-14 09-21', 2022: '02-01 06-03 09-10', 2023: '01-22 06-22 09-29',
  2024: '02-10 06-10 09-17', 2025: '01-29 05-31 10-06', 2026: '02-17 06-19 09-25', 2027: '02-06 06-09 09-15',
  2028: '01-26 05-28 10-03', 2029: '02-13 06-16 09-22', 2030: '02-03 06-05 09-12', 2031: '01-23 06-24 10-01',
  2032: '02-11 06-12 09-19', 2033: '01-31 06-01 09-08', 2034: '02-19 06-20 09-27', 2035: '02-08 06-10 09-16',
  2036: '01-28 05-30 10-04', 2037: '02-15 06-18 09-24', 2038: '02-04 06-07 09-13', 2039: '01-24 05-27 10-02',
  2040: '02-12 06-14 09-20', 2041: '02-01 06-03 09-10', 2042: '01-22 06-22 09-28', 2043: '02-10 06-11 09-17',
  2044: '01-30 05-31 10-05', 2045: '02-17 06-19 09-25', 2046: '02-06 06-08 09-15', 2047: '01-26 05-29 10-04',
  2048: '02-14 06-15 09-22', 2049: '02-02 06-04 09-11', 2050: '01-23 06-23 09-30', 2051: '02-11 06-13 09-19',
  2052: '02-01 06-01 09-07', 2053: '02-19 06-20 09-26', 2054: '02-08 06-10 09-16', 2055: '01-28 05-30 10-05',
  2056: '02-15 06-17 09-24', 2057: '02-04 06-06 09-13', 2058: '01-24 06-25 10-02', 2059: '02-12 06-14 09-21',
  2060: '02-02 06-03 09-09', 2061: '01-21 06-22 09-28', 2062: '02-09 06-11 09-17', 2063: '01-29 06-01 10-06',
  2064: '02-17 06-19 09-25', 2065: '02-05 06-08 09-15', 2066: '01-26 05-28 10-03', 2067: '02-14 06-16 09-23',
  2068: '02-03 06-04 09-11', 2069: '01-23 06-23 09-29', 2070: '02-11 06-13 09-19', 2071: '01-31 06-02 09-08',
  2072: '02-19 06-20 09-26', 2073: '02-07 06-10 09-16', 2074: '01-27 05-30 10-05', 2075: '02-15 06-17 09-24',
  2076: '02-05 06-06 09-12', 2077: '01-24 06-24 10-01', 2078: '02-12 06-14 09-20', 2079: '02-02 06-04 09-10',
  2080: '01-22 06-22 09-28', 2081: '02-09 06-11 09-17', 2082: '01-29 06-01 10-06', 2083: '02-17 06-19 09-26',
  2084: '02-06 06-07 09-14', 2085: '01-26 05-27 10-03', 2086: '02-14 06-15 09-22', 2087: '02-03 06-05 09-11',
  2088: '01-24 06-23 09-29', 2089: '02-10 06-13 09-18', 2090: '01-30 06-02 09-08', 2091: '02-18 06-21 09-27',
  2092: '02-07 06-09 09-16', 2093: '01-27 05-29 10-05', 2094: '02-15 06-17 09-24', 2095: '02-05 06-06 09-13',
  2096: '01-25 06-24 09-30', 2097: '02-12 06-14 09-20', 2098: '02-01 06-04 09-09', 2099: '01-21 06-23 09-29',
};
