/**
 * The directory in this process: read once, held in memory, read anew when its
 * version moved. `current()` never waits: it answers with what is known and, at
 * most every few seconds and only because somebody asked, looks at the versions
 * behind their back. Whoever has just changed something calls `refresh()`.
 */
import type { Database } from '#platform/database.ts';
import { createDirectory, type Directory } from '../domain/directory.ts';
import type { Organ } from '../domain/organ.ts';
import type { Membership, Person } from '../domain/person.ts';
import { findMemberships, findOrgans, findPeople, findVersions, toMembership, toOrgan } from '../store.ts';

export interface DirectorySource {
  current(): Directory;
  /** What the database has now; throws when it cannot be asked. */
  refresh(): Promise<Directory>;
}

export interface SourceSettings {
  readonly now?: () => Date;
  readonly everyMs?: number;
  readonly organsOnly?: boolean; // the portal's role may not read people
  readonly onTrouble?: (error: unknown) => void;
}

interface Part {
  readonly version: number;
  readonly organs: readonly Organ[];
  readonly people: readonly Person[];
  readonly memberships: readonly Membership[];
}

export async function openDirectory(db: Database, settings: SourceSettings = {}): Promise<DirectorySource> {
  const { now = () => new Date(), everyMs = 3_000, organsOnly = false, onTrouble = () => {} } = settings;
  const parts = new Map<string, Part>();
  let directory = createDirectory([], [], []);
  let lookedAt = 0;
  let looking: Promise<Directory> | undefined;

  await refresh();
  return { current, refresh };

  function current(): Directory {
    if (!looking && now().getTime() - lookedAt >= everyMs) look().catch(onTrouble); // what is known goes on until the database is back
    return directory;
  }

  /** Whatever look was under way may have begun before the change: look again after it. */
  async function refresh(): Promise<Directory> {
    await looking?.catch(() => {});
    return look();
  }

  function look(): Promise<Directory> {
    looking ??= readChanged().finally(() => {
      looking = undefined;
      lookedAt = now().getTime();
    });
    return looking;
  }

  async function readChanged(): Promise<Directory> {
    const versions = await findVersions(db.sql);
    const changed = versions.filter(({ region, n }) => parts.get(region)?.version !== n);
    if (changed.length === 0) return directory;
    const regions = changed.map(({ region }) => region);
    const [organs, people, memberships] = await Promise.all([
      findOrgans(db.sql, regions),
      organsOnly ? [] : findPeople(db.sql, regions),
      organsOnly ? [] : findMemberships(db.sql, regions),
    ]);
    for (const { region, n } of changed) {
      parts.set(region, {
        version: n,
        organs: organs.filter((row) => row.region === region).map(toOrgan),
        people: people.filter((row) => row.region === region),
        memberships: memberships.filter((row) => row.region === region).map(toMembership),
      });
    }
    const all = [...parts.keys()].sort().map((region) => parts.get(region)!);
    directory = createDirectory(
      all.flatMap((part) => part.organs),
      all.flatMap((part) => part.people),
      all.flatMap((part) => part.memberships),
    );
    return directory;
  }
}
