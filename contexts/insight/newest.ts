import { addDays, type PlainDate } from '#kernel/dates.ts';
import { regionOf } from '#kernel/subject.ts';
import type { Hider } from '#platform/search-tokens.ts';
import { marksOf, type Facts } from './domain/marks.ts';
import { drawersBetween, nextWindow, windowsBack, type Look } from './domain/periods.ts';
import { findOldest, findTexts, type Days, type FoundRow, type InsightDb } from './store.ts';

export interface Question {
  readonly words: string;
  readonly unit: string; // only what it has had to do with
  readonly facts: Facts;
  readonly days: Days;
}

export interface Newest {
  readonly rows: readonly FoundRow[];
  readonly count: number; // where it looked
  readonly isAll: boolean; // it looked everywhere
}

/**
 * The newest matters that the index shows for a question, up to `limit`: the
 * last weeks first, then further back until there are enough. Each look is at
 * days of its own, and finds nothing a second time.
 * @returns nothing where no piece of the words can be searched, such as one character alone
 */
export async function findNewest(db: InsightDb, hider: Hider, question: Question, today: PlainDate, limit: number): Promise<Newest | undefined> {
  const { words, unit, facts, days } = question;
  if (!hider.query(words, '')) return;
  const region = regionOf(unit);
  const always = [unit, ...marksOf(facts)].map(hider.mark).join(' & ');
  const until = days.until ?? today;
  const windows = windowsBack(until, days.from);
  const rows: FoundRow[] = [];
  const looked: Look[] = [];
  let count = 0;
  let last = until; // the newest day that was not looked at yet
  for (let at = 0; ; at = nextWindow(windows, until, looked, limit)) {
    const from = windows[at] ?? (await findOldest(db, region)) ?? last;
    const drawers = drawersBetween(from, last);
    if (drawers.length > 0) {
      const ways = drawers.map(({ drawer, periods }) => {
        const when = periods.length > 0 ? ` & ( ${periods.map(hider.mark).join(' | ')} )` : '';
        return `( ${hider.query(words, drawer)!}${when} )`;
      });
      const found = await findTexts(db, region, `${always} & ( ${ways.join(' | ')} )`, { from, until: last }, limit - rows.length);
      rows.push(...found.rows);
      count += found.count;
      last = addDays(from, -1);
    }
    const isAll = at === windows.length - 1;
    if (isAll || rows.length === limit) return { rows, count, isAll };
    looked.push({ at, found: rows.length });
  }
}
