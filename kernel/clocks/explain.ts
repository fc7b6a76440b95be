import { getCalendar, isWorkingDay, restDays, type Calendar } from '../calendar.ts';
import { addDays, dateInChina, type PlainDate } from '../dates.ts';
import type { Law, Term } from '../law.ts';
import { inChinese, inEnglish } from '../lengths.ts';
import { chinese, chineseBeside, clockTime, english } from '../words.ts';
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
  readonly word: '起算' | '期限' | '延期' | '暂停' | '数到' | '顺延' | '承诺' | '依据';
  readonly text: string;
  readonly english: string;
}

export function explain(reading: Reading, law: Law): Explanation {
  const rule = CLOCKS[reading.clock];
  const calendar = getCalendar(law.calendars, reading.calendar);
  const term = law.terms[reading.clock];
  const lines = term
    ? [
        start(reading, term),
        length(reading, term),
        ...pauses(reading),
        end(reading, calendar),
        ...rolled(reading, calendar),
        ...promise(reading),
        basis(reading, law, term),
      ]
    : [];
  return { name: rule.name, english: rule.english, standing: standingOf(reading, law), lines };
}

const line = (word: Line['word'], text: string, inEnglish: string): Line => ({ word, text, english: inEnglish });

function start(reading: Reading, term: Term): Line {
  const { clock, startedOn, startedAt, startedBy, targetAt } = reading;
  const { backward, day0 } = CLOCKS[clock];
  const what = STARTED[startedBy] ?? '';
  const whatEnglish = STARTED_ENGLISH[startedBy] ?? 'start';
  if (targetAt) {
    const time = clockTime(startedAt);
    return line('起算', `${chinese(startedOn)}${time}${what}，从这一刻算起`, `${english(startedOn)}, ${time}: ${whatEnglish}; counted from that moment`);
  }
  if (backward) {
    const [event, eventEnglish] = day0 === 'hearingDate' ? ['听证', 'hearing'] : ['办结期限届满', 'end of the term for the decision'];
    return line('起算', `${chinese(startedOn)}${event}，当天不算，往回数`, `${english(startedOn)}: ${eventEnglish}; counted back, that day not counted`);
  }
  if (day0 === 'visibleStart' && startedOn < dateInChina(startedAt)) return lateAcceptance(reading);
  if (!isCountedFromNextDay(term)) return line('起算', `${chinese(startedOn)}${what}`, `${english(startedOn)}: ${whatEnglish}`);
  const first = addDays(startedOn, 1);
  return line(
    '起算',
    `${chinese(startedOn)}${what}，当天不算，${chineseBeside(first, startedOn)}是第1天`,
    `${english(startedOn)}: ${whatEnglish}; that day is not counted, ${english(first)} is day 1`,
  );
}

/** Both dates are shown: accepting late does not buy time. */
function lateAcceptance({ startedOn, startedAt }: Reading): Line {
  const accepted = dateInChina(startedAt);
  return line(
    '起算',
    `${chinese(startedOn)}，书面告知的最后一天；实际${chineseBeside(accepted, startedOn)}受理，晚受理不推迟起算`,
    `${english(startedOn)}, the last day to tell you; accepted only on ${english(accepted)}, which does not move the start`,
  );
}

function isCountedFromNextDay({ length }: Term): boolean {
  return !('atOnce' in length) && !('dateGiven' in length) && !('workingDays' in length && length.workingDays === 0);
}

function length({ clock, extendedDays }: Reading, term: Term): Line {
  const length = CLOCKS[clock].type === 'extension' ? { days: extendedDays } : term.length;
  const plain = 'days' in length;
  const open = term.officeHoursOnly ? ['，只算办公时间', ', office hours only'] : ['', ''];
  return line('期限', `${inChinese(length)}${plain ? '，自然日' : ''}${open[0]}`, `${inEnglish(length)}${plain ? ', calendar days' : ''}${open[1]}`);
}

function pauses({ clock, extendedDays, suspendedDays, suspendedOn }: Reading): Line[] {
  const lines: Line[] = [];
  if (extendedDays > 0 && CLOCKS[clock].type !== 'extension') {
    lines.push(
      line('延期', `延长${extendedDays}日，从未顺延的最后一天起加`, `extended by ${inEnglish({ days: extendedDays })}, added to the last day before any roll`),
    );
  }
  if (suspendedOn) {
    lines.push(
      line(
        '暂停',
        `${chinese(suspendedOn)}决定听证，听证所需时间不计算，最多${suspendedDays}日`,
        `a hearing was decided on ${english(suspendedOn)}; its days are not counted, at most ${suspendedDays}`,
      ),
    );
  } else if (suspendedDays > 0) {
    lines.push(line('暂停', `听证用了${suspendedDays}日，不计算在内`, `${inEnglish({ days: suspendedDays })} of the hearing are not counted`));
  }
  return lines;
}

function end({ clock, targetOn, legalOn, targetAt, givenOn, toldOn }: Reading, calendar: Calendar): Line {
  if (targetAt) return line('数到', `${chinese(targetOn)}${clockTime(targetAt)}`, `${english(targetOn)}, ${clockTime(targetAt)}`);
  if (givenOn) return line('数到', `${chinese(targetOn)}，日期由文书指定`, `${english(targetOn)}, the date set in the paper`);
  const rests = !isWorkingDay(calendar, targetOn);
  if (CLOCKS[clock].backward || legalOn === targetOn) {
    const plain = rests || toldOn ? '' : '，工作日，不用顺延';
    return line('数到', `${chinese(targetOn)}${plain}`, english(targetOn));
  }
  return line('数到', `${chinese(targetOn)}${rests ? `，${restName(targetOn, legalOn, calendar)}` : ''}`, `${english(targetOn)}${rests ? ', a rest day' : ''}`);
}

function rolled({ clock, targetOn, legalOn, provisional, toldOn }: Reading, calendar: Calendar): Line[] {
  const lines: Line[] = [];
  if (legalOn < targetOn) {
    lines.push(line('顺延', `${chinese(legalOn)}是最后一天，往回数遇休息日提前`, `last day ${english(legalOn)}, the working day before`));
  } else if (toldOn === legalOn && isPetitioners(clock)) {
    lines.push(line('顺延', `已经告知的最后一天是${chinese(legalOn)}，不会提前`, `you were told ${english(legalOn)}; it will not be earlier`));
  } else if (legalOn > targetOn) {
    lines.push(
      line(
        '顺延',
        `${chinese(legalOn)}是最后一天，${skipped(targetOn, legalOn, calendar)}后的第一个工作日`,
        `last day ${english(legalOn)}, the first working day after the rest days`,
      ),
    );
  }
  if (provisional) lines.push(line('顺延', '暂定，以国务院公布的放假安排为准', 'provisional until the holidays of that year are published'));
  return lines;
}

function promise({ promisedOn }: Reading): Line[] {
  if (!promisedOn) return [];
  return [line('承诺', `本地承诺不晚于${chinese(promisedOn)}，法定日期不变`, `local promise: by ${english(promisedOn)}; the legal date stays`)];
}

function basis(reading: Reading, law: Law, { source, dutyEvidence }: Term): Line {
  switch (standingOf(reading, law)) {
    case 'law':
      return line('依据', source, source);
    case 'practice':
      return line('依据', `地方做法，不是法定期限：${source}`, `local practice, not law: ${source}`);
    case 'unconfirmed':
      return line('依据', `待确认，未核对原文：${source}`, `to be confirmed, the text was not checked: ${source}`);
    case 'default':
      if (dutyEvidence === 'P') return line('依据', '产品默认，待本单位确认', 'product default, to be confirmed by the office');
      if (reading.givenOn) return line('依据', source, source); // nobody chose a number of days: the paper sets the day
      return line('依据', `${source}；日数是产品默认，待本单位确认`, `${source}; the number of days is a product default, to be confirmed`);
  }
}

/** 国庆节放假（10月2日至10月7日）: what the roll jumped over, by name. */
function skipped(from: PlainDate, until: PlainDate, calendar: Calendar): string {
  const last = addDays(until, -1);
  const days = from === last ? chineseBeside(from, until) : `${chineseBeside(from, until)}至${chineseBeside(last, from)}`;
  return `${restName(from, until, calendar)}（${days}）`;
}

/** A weekend inside a holiday is part of it. */
function restName(from: PlainDate, until: PlainDate, calendar: Calendar): string {
  const names = new Set(restDays(calendar, from, until).map(({ name }) => name));
  names.delete('周末');
  return names.size === 0 ? '周末' : `${[...names].join('、')}放假`;
}
