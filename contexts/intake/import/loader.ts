import type { Words } from '#kernel/decider.ts';
import type { Subject } from '#kernel/subject.ts';
import type { Step } from '#platform/act.ts';
import { openBulk } from '#platform/bulk.ts';
import type { Database } from '#platform/database.ts';
import type { Recorded } from '#platform/history.ts';
import { openRows, type SealedText } from '#platform/words.ts';
import { matterOf, type LoadedMatter } from '#contexts/casework/index.ts';
import type { IntakeNeeds } from '../handle.ts';

/** What the search index is given of a loaded matter: the composition root says how its rows are made. */
export interface LoadedIndex {
  readonly db: Database; // in the role that keeps the index
  readonly table: string;
  readonly rowsOf: (loaded: LoadedMatter) => readonly object[];
  /** Which of a matter's words it reads: only those are opened again. */
  readonly reads: (matter: LoadedMatter['matter']) => readonly Words[];
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
  const pasts = new Map<string, readonly Recorded[]>(); // of the matters of this life, as the last act left them
  const kept: IntakeNeeds = { ...needs, db: bulk.db, follow: [...(needs.follow ?? []), noting] };

  return {
    async life(work) {
      try {
        const result = await work(kept);
        if (entries && index) {
          entries.add(index.table, matters(index.reads).flatMap(index.rowsOf) as Record<string, unknown>[]);
          entries.keep();
        }
        bulk.keep();
        pasts.clear();
        return result;
      } catch (error) {
        bulk.drop();
        pasts.clear();
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

  function noting(subject: Subject): Step {
    return {
      subject,
      take(past) {
        pasts.set(subject.id, past);
        return { stream: 'matter', actions: [] };
      },
    };
  }

  /** The matters of this life as the follower of the index would load them. */
  function matters(reads: LoadedIndex['reads']): LoadedMatter[] {
    return [...pasts].map(([id, past]) => {
      const matter = matterOf(needs, past);
      const wanted = new Set(reads(matter).map((words) => words.id));
      const own = (row: Readonly<Record<string, unknown>>) => row['subject'] === id;
      const key = bulk.rows('words.key').find(own) as unknown as { region: string; wrapped: Buffer };
      const sealed = bulk
        .rows('words.text')
        .filter((row) => own(row) && wanted.has(row['id'] as string))
        .map((row) => ({ ...row, wrapped: key.wrapped }) as unknown as SealedText);
      return { subject: { region: key.region, id }, matter, past, texts: openRows(needs.keys, sealed) };
    });
  }
}
