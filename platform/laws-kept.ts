import type { Calendars } from '#kernel/calendar.ts';
import type { Laws } from '#kernel/laws.ts';
import { findNotices, withNotices } from './calendar-notices.ts';
import type { Database } from './database.ts';
import { readLaws, type RuleFiles } from './rules.ts';

/**
 * The law in this process: packs from files, the calendar from its files and
 * from the notices that were imported since. `current()` never waits; at most
 * every few seconds, and only because somebody asked, it looks for a new notice
 * behind their back.
 */
export interface KeptLaws {
  current(): Laws;
  /** With what the database has now; throws when it cannot be asked. */
  refresh(): Promise<Laws>;
}

export interface KeepSettings {
  readonly everyMs?: number;
  readonly onTrouble?: (error: unknown) => void;
}

export async function keepLaws(db: Pick<Database, 'sql'>, files: RuleFiles, { everyMs = 3_000, onTrouble = () => {} }: KeepSettings = {}): Promise<KeptLaws> {
  const base = readLaws(files); // a fault of a pack stops the start here
  let laws = base;
  let known = 0;
  let lookedAt = 0;
  let looking: Promise<Laws> | undefined;

  await look();
  return { current, refresh };

  function current(): Laws {
    if (!looking && Date.now() - lookedAt >= everyMs) look().catch(onTrouble); // what is known goes on until the database is back
    return laws;
  }

  async function refresh(): Promise<Laws> {
    await looking?.catch(() => {});
    return look();
  }

  function look(): Promise<Laws> {
    looking ??= readNew().finally(() => {
      looking = undefined;
      lookedAt = Date.now();
    });
    return looking;
  }

  async function readNew(): Promise<Laws> {
    const notices = await findNotices(db);
    if (notices.length === known) return laws;
    laws = readLaws({ ...files, calendars: withNotices(base.calendars, notices) });
    known = notices.length;
    return laws;
  }
}

/** What the contexts are handed: answers of the moment, not of the start. */
export function lawNeeds(kept: KeptLaws) {
  return {
    get calendars(): Calendars {
      return kept.current().calendars;
    },
    calendar: () => kept.current().calendars.current.version,
    lawOf: (version: string) => kept.current().get(version),
    refreshLaws: async () => void (await kept.refresh()),
  };
}
