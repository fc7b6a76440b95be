import { addDays, dayOf, isWeekend, monthOf, type PlainDate, weekdayOf } from '#kernel/dates.ts';
import { statutoryHolidays } from '#kernel/holidays.ts';

/**
 * A holiday notice as the State Council's general office publishes one, for any
 * year, in words of our own: New Year's Day becomes four days, one Saturday after
 * the Spring Festival is worked, and the other festivals are as the law has them.
 */
export interface NoticeMade {
  readonly title: string;
  readonly text: string;
  readonly worked: PlainDate; // a Saturday after the Spring Festival
  readonly afterNewYear: PlainDate; // the first working day of the year
}

const NUMBERS = '一二三四五六七';
const DAYS = '日一二三四五六';

export function holidayNotice(year: number): NoticeMade {
  const festivals = [...Map.groupBy(statutoryHolidays(year), ({ name }) => name)].map(([name, days]) => ({ name, dates: days.map(({ date }) => date) }));
  const spring = festivals.find(({ name }) => name === '春节')!.dates.at(-1)!;
  const worked = firstFrom(addDays(spring, 8), (date) => weekdayOf(date) === 6);
  const newYear = [1, 2, 3, 4].map((day) => `${year}-01-0${day}` as PlainDate);
  const items = festivals.map(({ name, dates }, index) => {
    const days = name === '元旦' ? newYear : dates;
    const work = name === '春节' ? `${written(worked)}上班。` : '';
    return `${NUMBERS[index]}、${name}：${span(days)}放假${work && '调休'}，共${days.length}天。${work}`;
  });
  return {
    title: `国务院办公厅关于${year}年部分节假日安排的通知`,
    text: [
      '各省、自治区、直辖市人民政府，国务院各部委、各直属机构：',
      `经国务院批准，现将${year}年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。`,
      ...items,
      '节假日期间，各地区、各部门要妥善安排好值班和安全、保卫等工作，遇有重大突发事件，要按规定及时报告并妥善处置。',
    ].join('\n'),
    worked,
    afterNewYear: firstFrom(`${year}-01-05`, (date) => !isWeekend(date) || date === worked),
  };
}

const firstFrom = (from: PlainDate, holds: (date: PlainDate) => boolean): PlainDate => (holds(from) ? from : firstFrom(addDays(from, 1), holds));

const written = (date: PlainDate) => `${monthOf(date)}月${dayOf(date)}日（周${DAYS[weekdayOf(date)]}）`;
const span = (dates: readonly PlainDate[]) => {
  const [first, last] = [dates[0]!, dates.at(-1)!];
  const end = monthOf(first) === monthOf(last) ? written(last).replace(/^\d+月/, '') : written(last);
  return first === last ? written(first) : `${written(first)}至${end}`;
};
