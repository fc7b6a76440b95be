import type { Subject } from '#kernel/subject.ts';
import type { Database } from '#platform/database.ts';
import { followAll, type News } from '#platform/feed.ts';
import type { KeyRing } from '#platform/keys.ts';
import { findMatters, loadMatters, type CaseworkDb, type CaseworkNeeds } from '#contexts/casework/index.ts';
import { hiders, textRows } from './index-matter.ts';
import { putTexts, type InsightDb } from './store.ts';

export interface IndexNeeds {
  readonly staff: CaseworkNeeds; // reads, in the office's role
  readonly worker: Database; // writes the index
  readonly search: KeyRing;
}

/** Follows the feed and keeps the search index; run twice it does no harm. @returns how many acts it took */
export function indexMatters(needs: IndexNeeds, region: string, name: string, limit = 300): Promise<number> {
  const hiderOf = hiders(needs.search);
  return followAll(
    needs.worker.sql,
    region,
    name,
    async (trx, news) => {
      const subjects = await mattersOf(needs, news);
      const loaded = await loadMatters(needs.staff, subjects);
      const rows = loaded.flatMap((one) => textRows(one, hiderOf));
      await putTexts(trx as unknown as InsightDb, subjects, rows);
    },
    limit,
  );
}

/** Only matters are indexed: an intake that nobody has classified is not (architecture 4). */
async function mattersOf({ staff }: IndexNeeds, news: readonly News[]): Promise<Subject[]> {
  const subjects = [...new Map(news.map(({ region, id }) => [`${region} ${id}`, { region, id }])).values()];
  const matters = await findMatters(staff.db.sql as CaseworkDb, subjects);
  return matters.map(({ region, subject }) => ({ region, id: subject }));
}
