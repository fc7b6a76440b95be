import { isWeekend, plainDate, addDays, yearOf, type PlainDate } from './dates.ts';
import { statutoryHolidays, type CalendarDay } from './holidays.ts';
import { Refusal } from './refusal.ts';

/**
 * The State Council's yearly notice on holidays, read as it is published: a
 * clerk pastes its text, or a list of days. What is read is shown before it
 * counts, and a notice that cannot be right is refused with a sentence.
 */
export interface Notice {
  readonly year: number;
  readonly days: readonly CalendarDay[];
}

/** @throws Refusal `Invalid` with what is wrong and what to do */
export function readNotice(text: string, year: number): Notice {
  const days = asList(text) ?? asProse(text, year);
  const own = [...new Map(days.map((day) => [day.date, day])).values()].sort((one, other) => (one.date < other.date ? -1 : 1));
  mustBePlausible(own, year);
  return { year, days: own };
}

/** One line a day: 2027-01-01, 放假 or 调休上班, and the name. */
function asList(text: string): CalendarDay[] | undefined {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line && !line.startsWith('#'));
  if (!lines.some((line) => /^\d{4}-\d{2}-\d{2}/.test(line))) return undefined;
  return lines.map((line, index) => {
    const [date = '', mark = '', name = ''] = line.split(/[\t,，\s]+/);
    const kind = MARKS[mark];
    if (!kind) throw invalid(`第${index + 1}行“${line.slice(0, 40)}”没有写“放假”或者“调休上班”，请改正。`);
    return { date: dateOf(date, index + 1), kind, name };
  });
}

const MARKS: Readonly<Record<string, CalendarDay['kind']>> = { 放假: 'holiday', 休: 'holiday', 调休上班: 'makeup', 上班: 'makeup', 班: 'makeup' };

function dateOf(text: string, line: number): PlainDate {
  try {
    return plainDate(text);
  } catch {
    throw invalid(`第${line}行“${text}”不是日期，应写成 2027-01-01 这样。`);
  }
}

/** 一、元旦：1月1日（周五）至3日（周日）放假调休，共3天。1月4日（周日）上班。 */
function asProse(text: string, year: number): CalendarDay[] {
  const plain = text.replaceAll(/[（(][^）)]*[）)]/g, '').replaceAll(/\s+/g, '');
  const items = [...plain.matchAll(/[一二三四五六七八九十]+、([^：:、]{2,12}?)[：:](.*?)(?=[一二三四五六七八九十]+、[^：:、]{2,12}?[：:]|$)/g)];
  if (items.length === 0) throw invalid('没有认出放假的日子。请粘贴通知里“一、元旦：1月1日至3日放假……”这几条，或者每行写一天：2027-01-01 放假 元旦。');
  return items.flatMap(([, name = '', said = '']) => itemDays(name, said, year));
}

function itemDays(name: string, said: string, year: number): CalendarDay[] {
  const off = said.match(/(\d{1,2})月(\d{1,2})日(?:(?:至|-|—)(?:(\d{1,2})月)?(\d{1,2})日)?[^。；上]*?放假/);
  if (!off) throw invalid(`“${name}”一条里没有认出放假的日子，请核对，或者每行写一天：2027-01-01 放假 元旦。`);
  const [, month, day, lastMonth = month, lastDay = day] = off;
  const from = onDay(year, month!, day!, name);
  const to = onDay(Number(lastMonth) < Number(month) ? year + 1 : year, lastMonth!, lastDay!, name);
  const holidays: CalendarDay[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) holidays.push({ date, kind: 'holiday', name });
  const count = said.match(/共(\d+)天/)?.[1];
  if (count && Number(count) !== holidays.length) throw invalid(`“${name}”写的是共${count}天，按起止日期是${holidays.length}天，请核对原文。`);
  const rest = said.slice((off.index ?? 0) + off[0].length);
  const worked = [...rest.matchAll(/((?:\d{1,2}月\d{1,2}日、?)+)(?:补)?上班/g)].flatMap(([, list = '']) => [...list.matchAll(/(\d{1,2})月(\d{1,2})日/g)]);
  return [...holidays, ...worked.map(([, of, on]): CalendarDay => ({ date: onDay(year, of!, on!, name), kind: 'makeup', name }))];
}

function onDay(year: number, month: string, day: string, name: string): PlainDate {
  try {
    return plainDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  } catch {
    throw invalid(`“${name}”里的${month}月${day}日不是${year}年的日子，请核对。`);
  }
}

/** 《全国年节及纪念日放假办法》 gives the least; 调休 only ever turns a weekend into a working day. */
function mustBePlausible(days: readonly CalendarDay[], year: number): void {
  const foreign = days.find(({ date }) => yearOf(date) !== year && yearOf(date) !== year - 1);
  if (foreign) throw invalid(`${foreign.date}不属于${year}年的安排，请核对年份。`);
  const off = new Set(days.filter(({ kind }) => kind === 'holiday').map(({ date }) => date));
  const missing = statutoryHolidays(year).filter(({ date }) => !off.has(date));
  if (missing.length > 0) {
    const named = missing.map(({ date, name }) => `${name}${date.slice(5)}`).join('、');
    throw invalid(`少了法定节假日：${named}。放假安排不会少于法定的日子，请补全后再导入。`);
  }
  const odd = days.find(({ date, kind }) => kind === 'makeup' && !isWeekend(date));
  if (odd) throw invalid(`${odd.date}不是周末，不会是调休上班的日子，请核对。`);
}

const invalid = (sentence: string) => new Refusal('Invalid', sentence);
