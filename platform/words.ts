import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Words } from '#kernel/decider.ts';
import type { Subject } from '#kernel/subject.ts';
import type { Query } from './database.ts';
import { newKey, seal, unseal, unwrap, wrap, type KeyRing } from './keys.ts';

export interface WordsTables {
  'words.key': { region: string; subject: string; wrapped: Buffer };
  'words.text': { region: string; subject: string; id: string; envelope: Buffer };
}

/** Something a person wrote, on its way into an act: `words` goes into history, the text into an envelope. */
export interface Note {
  readonly words: Words;
  readonly text: string; // salt and words, so that the hash of a short text cannot be guessed
}

const SALT = 32;

export function takeNote(words: string): Note {
  const text = randomBytes(SALT / 2).toString('hex') + words;
  return { words: { id: randomUUID(), hash: createHash('sha256').update(text).digest('hex') }, text };
}

export function loadKeys(db: Kysely<WordsTables>, subjects: readonly Subject[]) {
  return db
    .selectFrom('words.key')
    .select(['region', 'subject', 'wrapped'])
    .where((eb) => eb(eb.refTuple('region', 'subject'), 'in', subjects.map(({ region, id }) => eb.tuple(region, id))));
}

/** The rows that keep these notes, and the subject's key if these are its first. */
export function keepNotes(
  db: Kysely<WordsTables>,
  keys: KeyRing,
  { region, id: subject }: Subject,
  wrapped: Buffer | undefined,
  notes: readonly Note[],
): Query[] {
  if (notes.length === 0) return [];
  const key = wrapped ? unwrap(keys, region, wrapped, subject) : newKey(0);
  const rows = notes.map(({ words: { id }, text }) => {
    const envelope = seal(key, Buffer.from(text), subject);
    return { region, subject, id, envelope };
  });
  const texts = db.insertInto('words.text').values(rows);
  if (wrapped) return [texts];
  return [db.insertInto('words.key').values({ region, subject, wrapped: wrap(keys, region, key, subject) }), texts];
}

/** Opens what may still be opened; a text whose key was destroyed is not in the answer. */
export async function readWords(
  db: Kysely<WordsTables>,
  keys: KeyRing,
  wanted: readonly { readonly region: string; readonly id: string }[],
): Promise<ReadonlyMap<string, string>> {
  if (wanted.length === 0) return new Map();
  const rows = await db
    .selectFrom('words.text as text')
    .innerJoin('words.key as key', (join) =>
      join.onRef('key.region', '=', 'text.region').onRef('key.subject', '=', 'text.subject'),
    )
    .select(['text.id', 'text.region', 'text.subject', 'text.envelope', 'key.wrapped'])
    .where((eb) => {
      const tuples = wanted.map(({ region, id }) => eb.tuple(region, id));
      return eb(eb.refTuple('text.region', 'text.id'), 'in', tuples);
    })
    .execute();

  return new Map(
    rows.map(({ id, region, subject, envelope, wrapped }) => {
      const text = unseal(unwrap(keys, region, wrapped, subject), envelope, subject);
      return [id, text.toString().slice(SALT)] as const;
    }),
  );
}
