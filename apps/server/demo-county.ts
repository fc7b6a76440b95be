import { demoAccountsOf, openDirectory, seedDirectory } from '#contexts/directory/index.ts';
import type { PlainDate } from '#kernel/dates.ts';
import { regionOf } from '#kernel/subject.ts';
import { openDatabase } from '#platform/database.ts';
import { openKeys } from '#platform/keys-folder.ts';
import { readLaws } from '#platform/rules.ts';
import type { Settings } from '#platform/settings.ts';
import { addressFor, keyFolderOf } from '#platform/storage.ts';
import { loadOrgans, loadPeople } from '../../data/demo/load.ts';

/** The demonstration county's organs and people, in demonstration mode only. Everybody there has the same password. */
const PASSWORD = 'huiyin-demo-2026';
export const DEMO_REGION = 'qinghe';
const SINCE: PlainDate = '2020-01-01';

export const demoRegions = (): string[] => [...new Set(loadOrgans().map(({ code }) => regionOf(code)))];

export const demoAccounts = () => demoAccountsOf(loadOrgans(), loadPeople(), PASSWORD);

/** Once, and again without harm. */
export async function seedDemo(settings: Settings): Promise<void> {
  const db = openDatabase(addressFor(settings, 'huiyin_office'), { name: 'huiyin demo', max: 2 });
  try {
    const { calendars } = readLaws(settings.policyFolder ? { locals: settings.policyFolder } : {});
    const directory = await openDirectory(db);
    const keys = openKeys(keyFolderOf(settings), 'office').regions;
    const needs = { db, keys, now: () => new Date(), calendar: () => calendars.current.version, directory };
    await seedDirectory(needs, loadOrgans(), loadPeople(), { password: PASSWORD, since: SINCE });
  } finally {
    await db.close();
  }
}
