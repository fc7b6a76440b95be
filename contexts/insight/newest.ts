import { regionOf } from '#kernel/subject.ts';
import type { PlainDate } from '#kernel/dates.ts';
import type { Hider } from '#platform/search-tokens.ts';
import { marksOf, type Facts } from './domain/marks.ts';
import { nextWindow, windowsBack, yearsAfter } from './domain/periods.ts';
import { markOf } from './index-matter.ts';
import { findTexts, type Days, type InsightDb } from './store.ts';

export interface Question {
  readonly words: string;
  readonly unit: string; // only what it has had to do with
  readonly facts: Facts;
  readonly days: Days;
}

/** So many rows are opened and sorted as fast as one more look into the index takes. */
const MOST = 2_000;

/**
 * The newest matters that the index shows for a question, up to `limit`. The
 * last weeks first, which is enough for common words; then everywhere, which is
 * not much for rare ones; where it is, step by step further back. `count` is of
 * where it looked last, which is everywhere if `isAll`.
 * @returns nothing where no piece of the words can be searched, such as one character alone
 */
export async function findNewest(db: InsightDb, hider: Hider, { words, unit, facts, days }: Question, today: PlainDate, limit: number) {
  const hidden = hider.query(words);
  if (!hidden) return;
  const marks = (named: readonly string[]) => named.map((mark) => hider.query(markOf(mark)));
  const asked = [hidden, ...marks([unit, ...marksOf(facts)])].join(' & ');
  const until = days.until ?? today;
  const windows = windowsBack(until, days.from);
  const after = yearsAfter(until, today);
  const last = windows.length - 1;

  async function look(at: number, most?: number) {
    const { periods } = windows[at]!;
    const when = periods.length > 0 ? ` & ( ${marks(periods).join(' | ')} )` : after.length > 0 ? ` & ! ( ${marks(after).join(' | ')} )` : '';
    const found = await findTexts(db, regionOf(unit), asked + when, days, limit, most);
    return { ...found, at, found: found.rows.length, isAll: at === last };
  }
  const isEnough = ({ isAll, found }: { isAll: boolean; found: number }) => isAll || found === limit;

  const weeks = await look(0);
  if (isEnough(weeks)) return weeks;
  const all = await look(last, MOST);
  if (all.count <= MOST) return all;
  for (let looked = [weeks]; ; ) {
    const next = await look(nextWindow(windows, until, looked, limit));
    if (isEnough(next)) return next;
    looked = [...looked, next];
  }
}
