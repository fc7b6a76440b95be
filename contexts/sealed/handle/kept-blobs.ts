import type { KeyRing } from '#platform/keys.ts';
import type { Database } from '#platform/database.ts';
import { readWords } from '#platform/words.ts';
import type { SealedAction } from '../domain/actions.ts';

/** Which blobs of the common store belong to accusations: known to nobody without the keys of the sealed line. For its back-up. */
export async function findKeptBlobs(db: Database, keys: KeyRing): Promise<readonly string[]> {
  const rows = await db.sql.selectFrom('history.action').select(['region', 'data']).where('type', '=', 'MatterOpened').execute();
  const wanted = rows.flatMap((row) => {
    const { files } = row['data'] as Partial<Extract<SealedAction, { type: 'MatterOpened' }>>;
    return files ? [{ region: String(row['region']), id: files.id }] : [];
  });
  const texts = await readWords(db.sql, keys, wanted);
  const listed = [...texts.values()].filter((text) => text.startsWith('[')).flatMap((text) => JSON.parse(text) as { readonly blob: string }[]);
  return [...new Set(listed.map(({ blob }) => blob))];
}
