import { addDays, dateInChina, type PlainDate } from '#kernel/dates.ts';
import type { Database } from '#platform/database.ts';
import { followAll } from '#platform/feed.ts';
import { findMatters, loadPasts, matterFold, type CaseworkDb, type CaseworkNeeds, type MatterAction } from '#contexts/casework/index.ts';
import { termsOf } from './terms.ts';
import { closeMonth, putTerms, type FiguresDb } from './store.ts';

export interface FiguresNeeds {
  readonly staff: CaseworkNeeds; // reads, in the office's role
  readonly worker: Database; // writes the rows
}

/** Follows the feed and keeps one row a term; run twice it does no harm. @returns how many acts it took */
export function countTerms({ staff, worker }: FiguresNeeds, region: string, name: string, limit = 300): Promise<number> {
  return followAll(
    worker.sql,
    region,
    name,
    async (trx, news) => {
      const subjects = [...new Map(news.map(({ region: home, id }) => [`${home} ${id}`, { region: home, id }])).values()];
      const matters = await findMatters(staff.db.sql as CaseworkDb, subjects);
      const pasts = await loadPasts(
        staff,
        matters.map(({ region: home, subject }) => ({ region: home, id: subject })),
      );
      const fold = { ...matterFold(staff), lawOf: staff.lawOf };
      const counted = pasts.map(({ subject, past }) => ({ subject, terms: termsOf(fold, past as unknown as readonly MatterAction[]) }));
      await putTerms(trx as unknown as FiguresDb, counted);
    },
    limit,
  );
}

/** On the first days of a month the one before is closed, with what was known when it ended. */
export async function closeMonths({ worker }: Pick<FiguresNeeds, 'worker'>, region: string, now: Date): Promise<number> {
  const today = dateInChina(now);
  const last = addDays(`${today.slice(0, 7)}-01` as PlainDate, -1);
  return closeMonth(worker.sql as unknown as FiguresDb, region, `${last.slice(0, 7)}-01` as PlainDate, last, today, now);
}
