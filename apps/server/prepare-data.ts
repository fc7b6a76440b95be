import pg from 'pg';
import { createKeys } from '#platform/keys-folder.ts';
import type { Settings } from '#platform/settings.ts';
import { keyFolderOf, type Storage } from '#platform/storage.ts';
import { DEPLOYMENT } from './deployment-keys.ts';
import { demoRegions, seedDemo } from './demo-county.ts';

/**
 * What must be there before a role process starts: the keys of each region, and in demonstration mode the county's organs and people.
 * @returns whether there is any organ at all
 */
export async function prepareData(settings: Settings, { ownerUrl }: Storage): Promise<boolean> {
  const regions = [...(await findRegions(ownerUrl)), ...(settings.demo ? demoRegions() : [])];
  createKeys(keyFolderOf(settings), [...new Set([DEPLOYMENT, ...regions])]);
  if (settings.demo) await seedDemo(settings);
  return regions.length > 0;
}

async function findRegions(ownerUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ region: string }>('select distinct region from directory.organ');
    return rows.map(({ region }) => region);
  } finally {
    await client.end();
  }
}
