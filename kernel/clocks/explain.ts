import { getCalendar, isWorkingDay, restDays, type Calendar } from '../calendar.ts';
import { addDays, dayOf, daysBetween, monthOf, weekdayOf, type PlainDate } from '../dates.ts';
import type { Law, Term } from '../law.ts';
import { inChinese, inEnglish } from '../lengths.ts';
import { isPetitioners } from './dues.ts';
import { CLOCKS } from './index.ts';
import { standingOf, type Standing } from './light.ts';
import type { Reading } from './reading.ts';
import { STARTED, STARTED_ENGLISH } from './started.ts';

/**
 * The calculation of a due date, written out in the same five words for staff
 * and petitioner: 起算 · 期限 · 数到 · 顺延/延期/暂停 · 依据.
 */
export interface Explanation {
  readonly name: string;
  readonly english: string;
  readonly standing: Standing; // what is M or P is never worded as law
  readonly lines: readonly Line[];
}

export interface Line {
  readonly word: '起算' | '期限' | '数到' | '顺延' | '延期' | '暂停' | '承诺' | '依据';
  readonly text: string;
  readonly english: string;
}

export function explain(reading: Reading, law: Law): Explanation {
  const { name, english } = CLOCKS[reading.clock];
  const calendar = getCalendar(law.calendars, reading.calendar);
  const term = law.terms[reading.clock];
  const lines = [
    start(reading, term), ...length(reading, term), ...pauses(reading), end(reading, calendar), ...rolled(reading, calendar),
    ...promise(reading), ...basis(reading, law, term),
  ];
  return { name, english, standing: standingOf(reading, law), lines };
}

function start({ clock, startedOn, startedAt, startedBy, targetAt }: Reading, term: Term | undefined): Line {
  const { backward, day0 } = CLOCKS[clock];
  if (targetAt) return { word: '起算', text: `${chinese(startedOn)}${clockTime(startedAt)}，从这一刻算起`, english: `${englishDay(startedOn)}, ${clockTime(startedAt)}, from that moment` };
  const what = backward && day0 === 'hearingDate' ? '听证' : backward ? '办结期限届满' : STARTED[startedBy] ?? '';
  const whatEnglish = backward && day0 === 'hearingDate' ? 'hearing' : backward ? 'end of the term for the decision' : STARTED_ENGLISH[startedBy] ?? 'start';
  const isSameDay = term && ('atOnce' in term.length || ('workingDays' in term.length && term.length.workingDays === 0) || 'dateGiven' in term.length);
  if (isSameDay) return { word: '起算', text: `${chinese(startedOn)}${what}`, english: `${englishDay(startedOn)}: ${whatEnglish}` };
  const first = addDays(startedOn, backward ? -1 : 1);
  const [count, countEnglish] = backward ? ['从前一天往回数', 'counted back from the day before'] : [`当天不算，${short(first)}是第1天`, `that day is not counted, ${englishDay(first)} is day 1`];
  return { word: '起算', text: `${chinese(startedOn)}${what}，${count}`, english: `${englishDay(startedOn)}: ${whatEnglish}; ${countEnglish}` };
}

function length({ clock, extendedDays }: Reading, term: Term | undefined): Line[] {
  if (!term) return [];
  const extension = CLOCKS[clock].type === 'extension';
  const length = extension ? { days: extendedDays } : term.length;
  const plain = 'days' in length ? '（自然日）' : '';
  const plainEnglish = 'days' in length ? ' (calendar days)' : '';
  return [{ word: '期限', text: `${inChinese(length)}${plain}`, english: `${inEnglish(length)}${plainEnglish}` }];
}

function pauses({ clock, extendedDays, suspendedDays, suspendedOn }: Reading): Line[] {
  const lines: Line[] = [];
  if (extendedDays > 0 && CLOCKS[clock].type !== 'extension') {
    lines.push({ word: '延期', text: `延长${extendedDays}日，接在顺延前的最后一天之后`, english: `extended by ${extendedDays} days, added before any roll` });
  }
  if (suspendedOn) {
    lines.push({ word: '暂停', text: `${chinese(suspendedOn)}决定听证，听证所需时间不计算，最多${suspendedDays}日`, english: `hearing decided on ${englishDay(suspendedOn)}; its days are not counted, at most ${suspendedDays}` });
  } else if (suspendedDays > 0) {
    lines.push({ word: '暂停', text: `听证用了${suspendedDays}日，不计算在内`, english: `${suspendedDays} days of the hearing are not counted` });
  }
  return lines;
}

function end({ clock, targetOn, legalOn, targetAt, givenOn }: Reading, calendar: Calendar): Line {
  if (targetAt) return { word: '数到', text: `${chinese(targetOn)}${clockTime(targetAt)}`, english: `${englishDay(targetOn)}, ${clockTime(targetAt)}` };
  const why = givenOn ? '，日期由文书指定' : targetOn === legalOn ? (isWorkingDay(calendar, targetOn) ? '，工作日，不顺延' : '') : `，${restName(targetOn, calendar)}`;
  const whyEnglish = givenOn ? ', the date set in the paper' : targetOn === legalOn ? '' : ', a rest day';
  return { word: '数到', text: `${chinese(targetOn)}${CLOCKS[clock].backward ? '' : '24:00'}${why}`, english: `${englishDay(targetOn)}${whyEnglish}` };
}

function rolled({ clock, targetOn, legalOn, provisional, toldOn }: Reading, calendar: Calendar): Line[] {
  const lines: Line[] = [];
  if (legalOn !== targetOn) {
    const backward = CLOCKS[clock].backward;
    const skipped = backward ? '' : skippedDays(targetOn, legalOn, calendar);
    const text = backward ? `${chinese(legalOn)}是最后一天，提前到休息日之前的工作日` : `${chinese(legalOn)}是最后一天，${skipped}之后的第一个工作日`;
    const english = backward ? `last day ${englishDay(legalOn)}, the working day before` : `last day ${englishDay(legalOn)}, the first working day after the rest days`;
    lines.push({ word: '顺延', text, english });
  }
  if (toldOn && toldOn === legalOn && isPetitioners(clock)) {
    lines.push({ word: '顺延', text: `已告知的最后一天是${chinese(toldOn)}，不会提前`, english: `you were told ${englishDay(toldOn)}; it will not be earlier` });
  }
  if (provisional) lines.push({ word: '顺延', text: '暂定，以国务院公布的放假安排为准', english: 'provisional until the holidays of that year are published' });
  return lines;
}

function promise({ promisedOn }: Reading): Line[] {
  if (!promisedOn) return [];
  return [{ word: '承诺', text: `本地承诺${chinese(promisedOn)}前办成；不改变法定日期`, english: `local promise: by ${englishDay(promisedOn)}; the legal date stays` }];
}

const BASIS: Readonly<Record<Standing, (term: Term) => readonly [string, string]>> = {
  law: ({ source }) => [source, source],
  practice: ({ source }) => [`地方做法，不是法定期限：${source}`, `local practice, not law: ${source}`],
  default: ({ source, dutyEvidence }) =>
    dutyEvidence === 'P'
      ? ['产品默认，待本单位确认', 'product default, to be confirmed by the office']
      : [`${source}；日数是产品默认，待本单位确认`, `${source}; the number of days is a product default, to be confirmed`],
  unconfirmed: ({ source }) => [`待确认，未核对原文：${source}`, `to be confirmed, the text was not checked: ${source}`],
};

function basis(reading: Reading, law: Law, term: Term | undefined): Line[] {
  if (!term) return [];
  const [text, english] = BASIS[standingOf(reading, law)](term);
  return [{ word: '依据', text, english }];
}

/** 国庆节放假，10月1日至7日 (as far as the roll jumped over them). */
function skippedDays(from: PlainDate, until: PlainDate, calendar: Calendar): string {
  const skipped = restDays(calendar, from, until);
  const names = [...new Set(skipped.map(({ name }) => name))];
  const last = addDays(until, -1);
  const days = daysBetween(from, last) === 0 ? short(from) : `${short(from)}至${short(last)}`;
  return `${names.join('、')}（${days}）`;
}

function restName(date: PlainDate, calendar: Calendar): string {
  const name = restDays(calendar, date, addDays(date, 1))[0]?.name ?? '休息日';
  return name === '周末' ? '周末' : `${name}放假`;
}

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];
const ENGLISH_WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const ENGLISH_MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const short = (date: PlainDate) => `${monthOf(date)}月${dayOf(date)}日`;
const chinese = (date: PlainDate) => `${date.slice(0, 4)}年${short(date)}（${WEEKDAYS[weekdayOf(date)]}）`;
const englishDay = (date: PlainDate) => `${ENGLISH_WEEKDAYS[weekdayOf(date)]} ${dayOf(date)} ${ENGLISH_MONTHS[monthOf(date) - 1]} ${date.slice(0, 4)}`;
/** The hour and minute in China. */
const clockTime = (instant: Date) => new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(11, 16);
