/** The desk in bands of urgency: overdue first and never hidden; what may lapse is a hint in the row of its duty. */
import type { DeskItem } from '#contexts/casework/contract.ts';
import { isRight, type Now, readClock } from '../shared/clock/read.ts';
import type { ClockReading } from '../shared/clock/reading.ts';
import { dayAndWeekday } from '../shared/dates.ts';
import { type Duty, dutyOf } from './duties.ts';

export interface DeskRow {
  readonly item: DeskItem;
  readonly clock: ClockReading;
  readonly duty: Duty;
  readonly hints: readonly string[];
}

export type BandName = 'overdue' | 'today' | 'three' | 'ten' | 'later';

export const BANDS: Readonly<Record<BandName, { readonly name: string; readonly short: string; readonly said: string; readonly note?: string }>> = {
  overdue: { name: '已超期', short: '超期', said: '超期', note: '信访人、单位负责人、信访局看到的是同一行字' },
  today: { name: '今天到期', short: '今天', said: '今天到期', note: '办到 24:00 为止；窗口业务到下班为止' },
  three: { name: '3 天内', short: '3 天内', said: '3 天内到期' },
  ten: { name: '10 天内', short: '10 天内', said: '10 天内到期' },
  later: { name: '以后', short: '以后', said: '以后到期' },
};

export const BAND_NAMES = Object.keys(BANDS) as BandName[];

export function bandOf({ left }: Pick<ClockReading, 'left'>): BandName {
  if (left < 0) return 'overdue';
  if (left === 0) return 'today';
  if (left <= 3) return 'three';
  return left <= 10 ? 'ten' : 'later';
}

/** Rows in the order of urgency. A window of a matter that owes nothing is no row. */
export function rowsOf(items: readonly DeskItem[], now: Now): DeskRow[] {
  const windows = Map.groupBy(
    items.filter(({ clock }) => isRight(clock)),
    ({ matter }) => matter,
  );
  return items
    .filter(({ clock }) => !isRight(clock))
    .map((item) => ({
      item,
      clock: readClock(item, now),
      duty: dutyOf(item.clock, item.stage),
      hints: (windows.get(item.matter) ?? []).map((window) => `${readClock(window, now).name}最迟 ${dayAndWeekday(window.legalOn, now.today)}`),
    }))
    .sort(
      (one, other) =>
        (one.clock.unit === 'hour' ? one.clock.left / 24 : one.clock.left) - (other.clock.unit === 'hour' ? other.clock.left / 24 : other.clock.left),
    );
}

export const inBands = (rows: readonly DeskRow[]) => Map.groupBy(rows, ({ clock }) => bandOf(clock));
