import type { Kysely } from 'kysely';
import type { Subject } from '#kernel/subject.ts';
import type { Query } from './database.ts';
import type { WordsTables } from './words.ts';

/**
 * Forgetting. The history keeps its actions and hashes; the words go. Only the
 * worker's database role can do this (migrations/0002_words.sql says why).
 */

/** Single texts: a third person's name in a letter, a draft that came to nothing. Back-ups keep them until they expire. */
export function eraseWords(db: Kysely<WordsTables>, { region, id }: Subject, texts: readonly string[]): Query {
  return db.deleteFrom('words.text').where('region', '=', region).where('subject', '=', id).where('id', 'in', texts);
}

/** Everything of a subject, its files and papers too: nothing opens without this key. Back-ups from before hold it until they expire. */
export function eraseKey(db: Kysely<WordsTables>, { region, id }: Subject): Query[] {
  const key = db.deleteFrom('words.key').where('region', '=', region).where('subject', '=', id);
  return [key, db.deleteFrom('words.text').where('region', '=', region).where('subject', '=', id)];
}
