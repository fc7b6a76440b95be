import { dayOf, monthOf, weekdayOf, yearOf, type PlainDate } from './dates.ts';

/** Dates as a person reads them: 2026年10月8日（周四）, Thu 8 Oct 2026. */
const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];
const ENGLISH_WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const ENGLISH_MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export const shortChinese = (date: PlainDate) => `${monthOf(date)}月${dayOf(date)}日`;

/** Beside a date of the same year without it, beside one of another year with it. */
export const chineseBeside = (date: PlainDate, other: PlainDate) => `${yearOf(date) === yearOf(other) ? '' : `${yearOf(date)}年`}${shortChinese(date)}`;

export const chinese = (date: PlainDate) => `${date.slice(0, 4)}年${shortChinese(date)}（${WEEKDAYS[weekdayOf(date)]}）`;

export const english = (date: PlainDate) => `${ENGLISH_WEEKDAYS[weekdayOf(date)]} ${dayOf(date)} ${ENGLISH_MONTHS[monthOf(date) - 1]} ${date.slice(0, 4)}`;

/** Hour and minute in China. */
export const clockTime = (instant: Date) => new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(11, 16);
