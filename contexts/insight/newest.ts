import { regionOf } from '#kernel/subject.ts';
import type { PlainDate } from '#kernel/dates.ts';
import type { Hider } from '#platform/search-tokens.ts';
import { marksOf, type Facts } from './domain/marks.ts';
import { nextWindow, windowsBack, yearsAfter, type Look } from './domain/periods.ts';
import { findTexts, type Days, type InsightDb } from './store.ts';

export interface Question {
  readonly words: string;
  readonly unit: string; // only what it has had to do with
  readonly facts: Facts;
  readonly days: Days;
}

/**
 * The newest matters that the index shows for a question, up to `limit`: the
 * last weeks first, then further back until there are enough. `count` is of
 * where it looked last, which is everywhere if `isAll`.
 * @returns nothing where no piece of the words can be searched, such as one character alone
 */
export async function findNewest(db: InsightDb, hider: Hider, { words, unit, facts, days }: Question, today: PlainDate, limit: number) {
  const hidden = hider.query(words);
  if (!hidden) return;
  const marks = (named: readonly string[]) => named.map(hider.mark);
  const asked = [hidden, ...marks([unit, ...marksOf(facts)])].join(' & ');
  const until = days.until ?? today;
  const windows = windowsBack(until, days.from);
  const after = yearsAfter(until, today);
  const looked: Look[] = [];
  for (let at = 0; ; at = nextWindow(windows, until, looked, limit)) {
    const { periods } = windows[at]!;
    const when = periods.length > 0 ? ` & ( ${marks(periods).join(' | ')} )` : after.length > 0 ? ` & ! ( ${marks(after).join(' | ')} )` : '';
    const found = await findTexts(db, regionOf(unit), asked + when, days, limit);
    const isAll = at === windows.length - 1;
    if (isAll || found.rows.length === limit) return { ...found, isAll };
    looked.push({ at, found: found.rows.length });
  }
}
