import { openDirectory } from '#contexts/directory/index.ts';
import { openPress, renderForm } from '#contexts/documents/index.ts';
import { keysOfCode, newQueryCode, prefixOf, showCode } from '#contexts/intake/index.ts';
import { sealedDatabase, type SealedNeeds } from '#contexts/sealed/index.ts';
import { openAccessLog } from '#platform/access-log.ts';
import { openDatabase, type Database } from '#platform/database.ts';
import { openKeys } from '#platform/keys-folder.ts';
import { describe, type Log } from '#platform/log.ts';
import { keepLaws, lawNeeds } from '#platform/laws-kept.ts';
import type { Settings } from '#platform/settings.ts';
import { addressFor, keyFolderOf } from '#platform/storage.ts';
import { openBlobs } from './blobs.ts';
import { deploymentSecret } from './deployment-keys.ts';
import { packFor } from './organs.ts';

/** What the sealed line is handed: a database role and keys that no other process has. */
export interface OpenedSealed {
  readonly needs: SealedNeeds;
  readonly db: Database; // before its schemas are moved: where the directory and the sessions are
  close(): Promise<void>;
}

export async function openSealedNeeds(settings: Settings, log: Log, now = () => new Date()): Promise<OpenedSealed> {
  const onTrouble = (error: unknown) => log.warn(describe(error), 'trouble');
  const db = openDatabase(addressFor(settings, 'huiyin_sealed'), { name: 'huiyin sealed', max: 4, onTrouble });
  const moved = sealedDatabase(db);
  const keys = openKeys(keyFolderOf(settings), 'sealed');
  const laws = await keepLaws(db, settings.policyFolder ? { locals: settings.policyFolder } : {}, { onTrouble });
  const law = lawNeeds(laws);
  const directory = await openDirectory(db, { onTrouble });
  const press = openPress(settings.fontFolder);
  const needs: SealedNeeds = {
    db: moved,
    keys: keys.sealed,
    boxes: keys['sealed-boxes'],
    officeBoxes: keys['boxes-public'],
    followed: false,
    now,
    calendar: law.calendar,
    lawOf: law.lawOf,
    packFor: (region, on) => packFor(laws.current(), directory, region, on),
    directory,
    blobs: await openBlobs(settings, onTrouble),
    newCode: codesGiven(deploymentSecret(keys.codes)),
    access: openAccessLog(moved, { name: 'sealed', now }),
    renderPaper: (paper, values, facts) => renderForm(press, paper, { ...values }, facts),
  };
  return {
    needs,
    db,
    async close() {
      await needs.access.close();
      await db.close();
    },
  };
}

/** A query code that the sealed line gives out is like every other. */
const codesGiven =
  (pepper: Buffer): SealedNeeds['newCode'] =>
  (region) => {
    const code = newQueryCode(prefixOf(region));
    const { id, box } = keysOfCode(pepper, 'query', code);
    return { code: showCode(code), told: { hmac: id.toString('base64'), key: box.publicKey.toString('base64') } };
  };
