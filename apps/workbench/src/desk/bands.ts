/**
 * The desk in bands of urgency: overdue by law first and never hidden, then what
 * is due within three days; what the place had promised and missed stands after
 * that and is not lost. What may lapse is a hint in the row of its duty.
 */
import type { DeskItem } from '#contexts/casework/contract.ts';
import type { CommandType } from '#contexts/casework/domain/commands.ts';
import { isRight, type Now, readClock } from '../shared/clock/read.ts';
import { type ClockReading, isMissed, lastDayOf, lastOf } from '../shared/clock/reading.ts';
import { day } from '../shared/dates.ts';
import { type Duty, dutyOf } from './duties.ts';

/** What a row is made of: a clock that runs, at the desk or on the page of its matter. */
export type Owing = Pick<DeskItem, 'matter' | 'stage' | 'clock' | 'key' | 'startedOn' | 'lightOn' | 'legalOn' | 'targetAt'>;

export interface DeskRow<Item extends Owing = DeskItem> {
  readonly item: Item;
  readonly clock: ClockReading;
  readonly duty: Duty;
  readonly hints: readonly string[];
}

export type BandName = 'overdue' | 'today' | 'three' | 'missed' | 'inner' | 'ten' | 'later';

export const BANDS: Readonly<Record<BandName, { readonly name: string; readonly short: string; readonly said: string; readonly note?: string }>> = {
  overdue: { name: '已超期', short: '超期', said: '超期', note: '信访人、单位负责人、信访局看到的是同一行字' },
  today: { name: '今天到期', short: '今天', said: '今天到期', note: '办到 24:00 为止；窗口业务到下班为止' },
  three: { name: '3 天内', short: '3 天内', said: '3 天内到期' },
  missed: { name: '过了本地承诺', short: '承诺', said: '过了本地承诺', note: '本地自己定的日子，不是法定期限；过了也要补上' },
  inner: { name: '过了内部时限', short: '内部', said: '过了内部时限', note: '天数是本单位自己定的，不是法定期限' },
  ten: { name: '10 天内', short: '10 天内', said: '10 天内到期' },
  later: { name: '以后', short: '以后', said: '以后到期' },
};

export const BAND_NAMES = Object.keys(BANDS) as BandName[];
const OWN: readonly BandName[] = ['missed', 'inner']; // shown only where there are any
export const isOwnBand = (name: BandName) => OWN.includes(name);
export const KEYED = BAND_NAMES.filter((name) => !isOwnBand(name)); // 1 to 5

export function bandOf(clock: Pick<ClockReading, 'left' | 'internal' | 'local'>): BandName {
  const { left } = clock;
  if (left < 0) return !isMissed(clock) ? 'overdue' : clock.local ? 'missed' : 'inner';
  if (left === 0) return 'today';
  if (left <= 3) return 'three';
  return left <= 10 ? 'ten' : 'later';
}

/**
 * Rows in the order of urgency. A window of a matter that owes nothing is no
 * row; what two clocks ask at once, or one act answers, is one row, by the one
 * that presses more, and the other day stands beside it.
 */
export function rowsOf<Item extends Owing>(items: readonly Item[], now: Now, internal: ReadonlySet<string> = new Set()): DeskRow<Item>[] {
  const windows = Map.groupBy(
    items.filter(({ clock, legalOn }) => isRight(clock) && legalOn >= now.today), // what has lapsed is no hint
    ({ matter }) => matter,
  );
  const duties = items
    .filter(({ clock }) => !isRight(clock))
    .map((item) => ({ item, duty: dutyOf(item.clock, item.stage, item.key), clock: readClock({ ...item, internal: internal.has(item.clock) }, now) }))
    .sort(byUrgency);
  const asked = Map.groupBy(duties, ({ item, duty }) => `${item.matter} ${askedBy(duty)}`);

  return [...asked.values()].map(([first, ...others]) => ({
    ...first!,
    hints: [
      ...others.flatMap((other) => besides(first!, other, now.today)),
      ...(windows.get(first!.item.matter) ?? []).map((window) => `${readClock(window, now).name}最迟 ${day(window.legalOn, now.today)}`),
    ],
  }));
}

/** What one act answers is one row, whatever each clock calls it: a completion report is both the one of the assignment and the answer to the congress. */
const askedBy = ({ opens, owed }: Duty): string => (typeof opens === 'object' && 'act' in opens && !REPEATED.has(opens.act) ? opens.act : owed);

/** Done once for each clock: to one's own government, and to the office above (第二十五条). */
const REPEATED: ReadonlySet<CommandType> = new Set(['reportUrgent']);

/** The other day of the same row; where it is called otherwise, by that name. */
function besides(first: Pick<DeskRow<Owing>, 'duty' | 'clock'>, { duty, clock }: Pick<DeskRow<Owing>, 'duty' | 'clock'>, today: string): string[] {
  if (duty.owed !== first.duty.owed) return [`${duty.owed}：${otherDay(clock, today)}`];
  return whose(clock) === whose(first.clock) ? [] : [otherDay(clock, today)];
}

/** Whose day it is: an inner one, one that the place has promised, or the law's. Of one kind the nearest day says enough. */
const whose = ({ local, internal }: ClockReading) => local ?? (internal ? '内部时限' : '法定');
const otherDay = (clock: ClockReading, today: string) =>
  clock.left < 0 ? `${whose(clock)} ${lastOf(clock, today)}，已过` : `${whose(clock)} ${lastDayOf(clock, today)}`;

/** Of two on the same day the law goes first; of two laws always the same one, wherever they are listed. */
function byUrgency(one: Pick<DeskRow<Owing>, 'item' | 'clock'>, other: Pick<DeskRow<Owing>, 'item' | 'clock'>): number {
  const soonest = placeOf(one.clock) - placeOf(other.clock) || daysOf(one.clock) - daysOf(other.clock) || ownOf(one.clock) - ownOf(other.clock);
  if (soonest !== 0 || one.item.matter !== other.item.matter) return soonest;
  return one.item.key < other.item.key ? -1 : 1;
}

const ownOf = ({ local, internal }: ClockReading) => Number(Boolean(local ?? internal));
const placeOf = (clock: ClockReading) => BAND_NAMES.indexOf(bandOf(clock));
/** A day that has not passed lasts until midnight: what ends within the hour comes before it. */
const daysOf = ({ minutes, left }: ClockReading) => (minutes === undefined ? (left < 0 ? left : left + 1) : minutes / 1440);

/** In the order in which they stand on the page. */
export const asShown = <Row extends DeskRow<Owing>>(rows: readonly Row[]): Row[] => BAND_NAMES.flatMap((band) => inBands(rows).get(band) ?? []);

export const inBands = <Row extends DeskRow<Owing>>(rows: readonly Row[]): Map<BandName, Row[]> => Map.groupBy(rows, ({ clock }) => bandOf(clock));
