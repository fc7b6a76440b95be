import type { Subject } from '#kernel/subject.ts';
import { openBulk } from '#platform/bulk.ts';
import type { Database } from '#platform/database.ts';
import { toAction, type ActionRow } from '#platform/history.ts';
import { openRows, type SealedText } from '#platform/words.ts';
import { matterOf, type LoadedMatter } from '#contexts/casework/index.ts';
import type { IntakeNeeds } from '../handle.ts';

/** What the search index is given of a loaded matter: the composition root says how its rows are made. */
export interface LoadedIndex {
  readonly db: Database; // in the role that keeps the index
  readonly table: string;
  readonly rowsOf: (loaded: LoadedMatter) => readonly object[];
}

/**
 * Loads lives by the hundred: each is whatever acts `work` does, on an intake
 * and its matters alone, through the ordinary code. What `send` gives is the
 * writing of those that are complete; the next may be made meanwhile.
 */
export interface Loader {
  life<Result>(work: (needs: IntakeNeeds) => Promise<Result>): Promise<Result>;
  waiting(): number;
  send(): Promise<void>;
}

export function openLoader(needs: IntakeNeeds, index?: LoadedIndex): Loader {
  const bulk = openBulk(needs.db);
  const entries = index && openBulk(index.db);
  const kept = { ...needs, db: bulk.db };

  return {
    async life(work) {
      try {
        const result = await work(kept);
        if (entries && index) {
          entries.add(index.table, matters().flatMap(index.rowsOf) as Record<string, unknown>[]);
          entries.keep();
        }
        bulk.keep();
        return result;
      } catch (error) {
        bulk.drop();
        entries?.drop();
        throw error;
      }
    },
    waiting: bulk.waiting,
    async send() {
      const [rows, marks] = [bulk.take(), entries?.take()];
      await rows();
      await marks?.(); // should this break off, the follower of the feed brings the index to what history says
    },
  };

  /** The matters of this life as the follower of the index would load them. */
  function matters(): LoadedMatter[] {
    const wrapped = new Map(bulk.rows('words.key').map((row) => [row['subject'], row['wrapped'] as Buffer]));
    const bySubject = Map.groupBy(bulk.rows('history.action') as unknown as readonly ActionRow[], ({ subject }) => subject);
    return [...bySubject.values()].flatMap((rows): LoadedMatter[] => {
      const [first] = rows;
      if (first?.type !== 'MatterOpened') return [];
      const subject: Subject = { region: first.region, id: first.subject };
      const past = rows.map(toAction);
      const sealed = bulk.rows('words.text').filter((row) => row['subject'] === subject.id);
      const texts = openRows(needs.keys, sealed.map((row) => ({ ...row, wrapped: wrapped.get(subject.id) }) as unknown as SealedText));
      return [{ subject, matter: matterOf(needs, past), past, texts }];
    });
  }
}
