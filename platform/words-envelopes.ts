import type { Kysely } from 'kysely';
import { seal, unseal, type Key, type KeyRing } from './keys.ts';
import { loadKeys, openKey, type WordsTables } from './words.ts';

/** Envelopes that stand in a row themselves, as a title on a desk does: sealed with the key of their subject. */
export interface Enveloped {
  readonly region: string;
  readonly subject: string;
  readonly envelope: Buffer;
}

/** What goes into the row. `place` names the field, so that a title does not open as a telephone number. */
export function putIn(key: Key, subject: string, place: string, text: string): Buffer {
  return seal(key, Buffer.from(text), `${subject} ${place}`);
}

const MINUTE = 60_000;
const MOST = 20_000;
type Wrapped = Map<string, { readonly wrapped: Buffer; readonly until: number }>;
const wrappedOf = new WeakMap<KeyRing, Wrapped>();

/**
 * Opens one envelope a row, in the order given; undefined where the key was
 * destroyed. The keys of a desk are read from the database once a minute: so
 * long may a destroyed key still open titles on a page, and nothing else.
 */
export async function openEnvelopes(db: Kysely<WordsTables>, keys: KeyRing, rows: readonly Enveloped[], place: string): Promise<(string | undefined)[]> {
  const known: Wrapped = wrappedOf.get(keys) ?? new Map();
  wrappedOf.set(keys, known);
  if (known.size > MOST) known.clear();
  const now = Date.now();
  const missing = rows.filter((row) => (known.get(nameOf(row))?.until ?? 0) <= now);
  const subjects = [...new Map(missing.map((row) => [nameOf(row), { region: row.region, id: row.subject }])).values()];
  for (const { region, id } of subjects) known.delete(nameOf({ region, subject: id }));
  const found = subjects.length > 0 ? await loadKeys(db, subjects).execute() : [];
  for (const row of found) known.set(nameOf(row), { wrapped: row.wrapped, until: now + MINUTE });

  return rows.map((row) => {
    const wrapped = known.get(nameOf(row))?.wrapped;
    return wrapped && unseal(openKey(keys, row.region, row.subject, wrapped), row.envelope, `${row.subject} ${place}`).toString();
  });
}

const nameOf = ({ region, subject }: { region: string; subject: string }) => `${region} ${subject}`;
