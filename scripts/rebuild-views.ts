import { parseArgs } from 'node:util';
import { openStaffNeeds } from '#apps/server/needs.ts';
import { sealedDatabase } from '#contexts/sealed/index.ts';
import { openDatabase } from '#platform/database.ts';
import { keepLaws, lawNeeds } from '#platform/laws-kept.ts';
import { createLog } from '#platform/log.ts';
import { readSettings, type Settings } from '#platform/settings.ts';
import { addressFor, withStorage } from '#platform/storage.ts';
import { rebuildViews } from '#platform/views-rebuild.ts';
import { orderly } from './orderly.ts';
import { REBUILDERS, SEALED_REBUILDERS } from './rebuild-views-known.ts';

/** `npm run rebuild-views -- [NAME …]`: drops views and makes them anew from history. Acts wait meanwhile; everybody reads on. */
const KNOWN = [...REBUILDERS, ...SEALED_REBUILDERS].map(({ name }) => name);

await orderly(async () => {
  const { positionals: names } = parseArgs({ allowPositionals: true });
  const unknown = names.find((name) => !KNOWN.includes(name));
  if (unknown) throw new Error(`用法：没有叫 ${unknown} 的视图；可以重建的有 ${KNOWN.join('、')}。`);
  const isChosen = ({ name }: { readonly name: string }) => names.length === 0 || names.includes(name);

  const settings = readSettings(process.env);
  await withStorage(settings, async ({ ownerUrl }) => {
    if (REBUILDERS.some(isChosen)) await rebuild(settings, ownerUrl, isChosen);
    if (SEALED_REBUILDERS.some(isChosen)) await rebuildSealed(settings);
  });
});

type Chosen = (one: { readonly name: string }) => boolean;

async function rebuild(settings: Settings, ownerUrl: string, isChosen: Chosen): Promise<void> {
  const needs = await openStaffNeeds(settings, createLog('rebuild', 'warn'), 'office');
  const db = openDatabase(ownerUrl, { name: 'huiyin rebuild', max: 1, statementMs: 0 });
  try {
    const done = await rebuildViews(db, needs, REBUILDERS.filter(isChosen), { onPortion: (count) => void process.stdout.write(`\r  已重建 ${count} 件`) });
    console.log(`\n重建完成，共 ${done} 件。`);
  } finally {
    await db.close();
    await needs.close();
  }
}

/** In the role of the sealed line, which alone reads its history; no line says how many accusations there are. */
async function rebuildSealed(settings: Settings): Promise<void> {
  const db = openDatabase(addressFor(settings, 'huiyin_sealed'), { name: 'huiyin rebuild', max: 2, statementMs: 0 });
  try {
    const laws = await keepLaws(db, settings.policyFolder ? { locals: settings.policyFolder } : {}, {});
    const moved = sealedDatabase(db);
    await rebuildViews(moved, { db: moved, ...lawNeeds(laws) }, SEALED_REBUILDERS);
    console.log('检举控告的清单已重建。');
  } finally {
    await db.close();
  }
}
