import { hash } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { Words } from '#kernel/decider.ts';
import type { Subject } from '#kernel/subject.ts';
import { chance } from './chance.ts';
import type { Query } from './database.ts';
import { newKey, seal, unseal, unwrap, wrap, type Key, type KeyRing } from './keys.ts';
import { newId } from './numbers-id.ts';
import { keptQuery } from './kept.ts';
import { insertRows } from './rows.ts';

export interface WordsTables {
  'words.key': { region: string; subject: string; wrapped: Buffer };
  'words.text': { region: string; subject: string; id: string; envelope: Buffer };
}

type WordsDb = Kysely<WordsTables>;

/** Something a person wrote, on its way into an act: `words` goes into history, the text into an envelope. */
export interface Note {
  readonly words: Words;
  readonly text: string; // salt and words, so that the hash of a short text cannot be guessed
}

const SALT = 32;

export function takeNote(words: string): Note {
  const text = chance(SALT / 2).toString('hex') + words;
  return { words: { id: newId(), hash: hash('sha256', text) }, text };
}

/** What was written, while it is still on its way. */
export const saidIn = ({ text }: Note): string => text.slice(SALT);

/** Is this what stood there when the action was recorded? `text` comes with its salt, as it lies in the envelope. */
export const isProvenBy = (text: string, proof: Words) => hash('sha256', text) === proof.hash;

export function loadKeys(db: WordsDb, subjects: readonly Subject[]) {
  return db
    .selectFrom('words.key')
    .select(['region', 'subject', 'wrapped'])
    .where((eb) =>
      eb(
        eb.refTuple('region', 'subject'),
        'in',
        subjects.map(({ region, id }) => eb.tuple(region, id)),
      ),
    );
}

export function keysOf(db: WordsDb, subjects: readonly Subject[]): Query {
  const [one, ...more] = subjects;
  if (!one || more.length > 0) return loadKeys(db, subjects);
  return keptQuery(db, 'keys', [one.region, one.id], () => loadKeys(db, [one]));
}

/** Gives a subject that has no words yet its key, so that something of its own can be kept encrypted; whoever comes second finds it there. */
export function makeKey(db: WordsDb, keys: KeyRing, { region, id: subject }: Subject): Query {
  return db
    .insertInto('words.key')
    .values({ region, subject, wrapped: wrap(keys, region, newKey(0), subject) })
    .onConflict((conflict) => conflict.doNothing());
}

/** The rows that keep these notes, and the subject's key if these are its first. */
export function keepNotes(db: WordsDb, keys: KeyRing, { region, id: subject }: Subject, wrapped: Buffer | undefined, notes: readonly Note[]): Query[] {
  if (notes.length === 0) return [];
  const key = wrapped ? openKey(keys, region, subject, wrapped) : newKey(0);
  const rows = notes.map(({ words: { id }, text }) => {
    const envelope = seal(key, Buffer.from(text), subject);
    return { region, subject, id, envelope };
  });
  const texts = insertRows(db, 'words.text', rows);
  if (wrapped) return [texts];
  return [insertRows(db, 'words.key', [{ region, subject, wrapped: wrap(keys, region, key, subject) }]), texts];
}

/** Opens what may still be opened; a text whose key was destroyed is not in the answer. By id of the words. */
export async function readWords(
  db: WordsDb,
  keys: KeyRing,
  wanted: readonly { readonly region: string; readonly id: string }[],
): Promise<ReadonlyMap<string, string>> {
  if (wanted.length === 0) return new Map();
  return openRows(keys, await findWords(db, wanted).execute());
}

/** The same as a query, for those who send it together with others and open the rows with `openRows`. */
export function findWords(db: WordsDb, wanted: readonly { readonly region: string; readonly id: string }[]) {
  const [regions, ids] = [wanted.map(({ region }) => region), wanted.map(({ id }) => id)];
  // As two lists the text of the statement is the same for one and for a thousand.
  return sealedTexts(db).where(sql<boolean>`(text.region, text.id) in (select * from unnest(${regions}::text[], ${ids}::uuid[]))`);
}

/** Every text of these subjects, in one query. */
export function findWordsOfAll(db: WordsDb, subjects: readonly Subject[]) {
  const [regions, ids] = [subjects.map(({ region }) => region), subjects.map(({ id }) => id)];
  return sealedTexts(db).where(sql<boolean>`(text.region, text.subject) in (select * from unnest(${regions}::text[], ${ids}::uuid[]))`);
}

/** Every text of this subject: what a matter page needs, whatever its actions point to. */
export function findWordsOf(db: WordsDb, { region, id }: Subject): Query {
  return keptQuery(db, 'words', [region, id], () => sealedTexts(db).where('text.region', '=', region).where('text.subject', '=', id));
}

export interface SealedText {
  readonly id: string;
  readonly region: string;
  readonly subject: string;
  readonly envelope: Buffer;
  readonly wrapped: Buffer;
}

export function openRows(keys: KeyRing, rows: readonly SealedText[]): ReadonlyMap<string, string> {
  return new Map(
    rows.map(({ id, region, subject, envelope, wrapped }) => {
      const text = unseal(openKey(keys, region, subject, wrapped), envelope, subject);
      return [id, text.toString().slice(SALT)] as const;
    }),
  );
}

function sealedTexts(db: WordsDb) {
  return db
    .selectFrom('words.text as text')
    .innerJoin('words.key as key', (join) => join.onRef('key.region', '=', 'text.region').onRef('key.subject', '=', 'text.subject'))
    .select(['text.id', 'text.region', 'text.subject', 'text.envelope', 'key.wrapped']);
}

const MINUTE = 60_000;
const MOST = 20_000;
const opened = new WeakMap<KeyRing, Map<string, { readonly key: Key; readonly until: number }>>();

/**
 * Unwraps a key, and remembers it a minute by its wrapped form: whoever asks
 * has read that form just now, so a key that was destroyed opens nothing more.
 */
export function openKey(keys: KeyRing, region: string, subject: string, wrapped: Buffer): Key {
  const known = opened.get(keys) ?? new Map<string, { key: Key; until: number }>();
  opened.set(keys, known);
  const name = `${region} ${subject} ${wrapped.toString('latin1')}`;
  const found = known.get(name);
  if (found && found.until > Date.now()) return found.key;

  const key = unwrap(keys, region, wrapped, subject);
  if (known.size >= MOST) known.clear();
  known.set(name, { key, until: Date.now() + MINUTE });
  return key;
}
