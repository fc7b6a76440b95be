/** What a clock shows, and how that is said: what a colleague would say first, the date with its weekday second. */
import { dayAndWeekday, day, timeOfDay } from '../dates.ts';
import type { Shape, Tone } from './Dial.tsx';

export interface ClockReading {
  readonly name: string;
  readonly side: 'duty' | 'right'; // a duty can be broken, a right or a window can only lapse
  readonly state: 'running' | 'overdue' | 'met' | 'metLate' | 'lapsed' | 'stopped' | 'paused';
  readonly left: number; // days; negative when over
  readonly minutes?: number; // left to it, of a clock of hours
  readonly at?: string; // the moment at which a clock of hours ends
  readonly dueOn: string; // the date that is counted to
  readonly legalOn: string; // the same, or the working day to which it rolls
  readonly internal?: boolean; // its length rests on no text that was read: never said as law
  readonly local?: '本地承诺' | '地方规定'; // what the place has set for itself: missed, and never 超期
  readonly provisional?: boolean; // no holiday notice covers that year yet
  readonly share?: number; // how much of the time is used, 0 to 1
  readonly metOn?: string;
  readonly used?: number; // the day on which it was done
}

export interface Said {
  readonly first: string;
  readonly second: string;
  readonly shape: Shape;
  readonly tone: Tone;
}

export function say(clock: ClockReading, today: string): Said {
  return SAY[clock.state](clock, today);
}

const SAY: Record<ClockReading['state'], (clock: ClockReading, today: string) => Said> = {
  overdue: (clock, today) => (isMissed(clock) ? missedHere(clock, today) : lateByLaw(clock, today)),
  running: (clock, today) => (clock.side === 'right' ? rightOf(clock, today) : dutyOf(clock, today)),
  met: (clock, today) => ({ ...doneOn(clock), second: `限 ${lastOf(clock, today)}`, shape: 'done', tone: 'calm' }),
  metLate: (clock, today) => ({ ...doneOn(clock), second: `限 ${lastOf(clock, today)}，办成时已经超期`, shape: 'done', tone: 'calm' }),
  lapsed: (clock, today) => ({ first: `${clock.name}已过`, second: day(clock.legalOn, today), shape: 'lapsed', tone: 'calm' }),
  stopped: (clock, today) => ({ first: '不再计算', second: clock.metOn ? day(clock.metOn, today) : '已由别的决定了结', shape: 'lapsed', tone: 'calm' }),
  paused: (clock, today) => ({ first: '暂停计算', second: `暂停最迟到 ${dayAndWeekday(clock.legalOn, today)}`, shape: 'paused', tone: 'calm' }),
};

const lateByLaw = (clock: ClockReading, today: string): Said => ({
  first: `已超 ${spanOf(clock)}`,
  second: `应于 ${lastDayOf(clock, today)}`,
  shape: 'overdue',
  tone: 'over',
});

/** Whether it is over and broke no law: it was promised here, or set by the office itself. */
export const isMissed = ({ left, internal, local }: Pick<ClockReading, 'left' | 'internal' | 'local'>) => left < 0 && Boolean(internal || local);

/** Past a date of one's own: amber, and never the word for a broken law. */
const missedHere = (clock: ClockReading, today: string): Said => ({
  first: `过了${clock.local ?? '内部时限'} ${spanOf(clock)}`,
  second: `${clock.local ?? '内部时限'} ${lastDayOf(clock, today)}`,
  shape: 'overdue',
  tone: 'soon',
});

function dutyOf(clock: ClockReading, today: string): Said {
  const own = clock.local ?? (clock.internal ? '内部时限' : undefined);
  const second = own ? `${own} ${lastDayOf(clock, today)}${clock.provisional ? '，暂定' : ''}` : dateOf(clock, today);
  if (clock.minutes !== undefined) return { first: `还有 ${spanOf(clock)}`, second, ...(clock.left === 0 ? TODAY : SOON) };
  if (clock.left === 0) return { first: '今天到期', second: `${dayAndWeekday(clock.legalOn, today)}24:00 止`, shape: 'today', tone: 'today' };
  return { first: `还有 ${spanOf(clock)}`, second, shape: 'running', tone: clock.left <= 3 ? 'soon' : 'calm' };
}

function rightOf(clock: ClockReading, today: string): Said {
  const left = clock.left === 0 && clock.minutes === undefined ? '今天是最后一天' : `还有 ${spanOf(clock)}`;
  return { first: `${clock.name}，${left}`, second: dateOf(clock, today), shape: 'right', tone: 'calm' };
}

const TODAY = { shape: 'today', tone: 'today' } as const;
const SOON = { shape: 'running', tone: 'soon' } as const;

function dateOf(clock: ClockReading, today: string): string {
  const { dueOn, legalOn, provisional } = clock;
  const tail = provisional ? '，暂定' : '止';
  if (dueOn === legalOn) return `${lastDayOf(clock, today)}${tail}`;
  const rolled = dueOn.slice(0, 7) === legalOn.slice(0, 7) ? `${Number(legalOn.slice(8))}日` : day(legalOn, today);
  return `${dayAndWeekday(dueOn, today)}，法定顺延到${rolled}${provisional ? '，暂定' : ''}`;
}

/** 40 分钟, 1 小时 20 分, 9 小时, 3 天: how long it still is, or is over. */
function spanOf({ left, minutes }: ClockReading): string {
  const span = Math.abs(minutes ?? 0);
  if (minutes === undefined || span >= 48 * 60) return `${Math.abs(left)} 天`;
  if (span < 1) return '1 分钟'; // less; nobody acts on seconds
  if (span < 60) return `${span} 分钟`;
  const rest = span < 180 && span % 60 > 0 ? ` ${span % 60} 分` : '';
  return `${Math.floor(span / 60)} 小时${rest}`;
}

type Last = Pick<ClockReading, 'legalOn' | 'at'>;
const timeIn = ({ at }: Last) => (at ? timeOfDay(at) : '');

const isToday = ({ legalOn, at }: Last, today: string) => at !== undefined && legalOn === today;

/** The last day, with the time of day where hours are counted: 今天 11:00, 11月20日 11:00. */
export const lastOf = (clock: Last, today: string) => [isToday(clock, today) ? '今天' : day(clock.legalOn, today), timeIn(clock)].filter(Boolean).join(' ');
/** 今天 11:00, 11月20日（周五）11:00 */
export const lastDayOf = (clock: Last, today: string) =>
  isToday(clock, today) ? lastOf(clock, today) : `${dayAndWeekday(clock.legalOn, today)}${timeIn(clock)}`;

const doneOn = ({ used }: ClockReading) => ({ first: used === undefined ? '已办成' : used === 0 ? '当天办成' : `第 ${used} 天办成` });
