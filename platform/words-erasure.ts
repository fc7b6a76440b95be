import type { Kysely } from 'kysely';
import type { Subject } from '#kernel/subject.ts';
import type { Query } from './database.ts';
import type { WordsTables } from './words.ts';

/** What has to be forgotten. The office says so within its act; the worker does it, a moment later. */
export interface ErasureTables extends WordsTables {
  'words.erasure': { region: string; subject: string; id: string; reason: ErasureReason; due_at: Date };
}

export type ErasureReason = 'sealed' | 'retention' | 'request';

/** The line that an act writes; nothing where there is nothing to forget. */
export function forgetWords(db: Kysely<any>, { region, id }: Subject, texts: readonly string[], reason: ErasureReason, dueAt: Date): Query[] {
  if (texts.length === 0) return [];
  const rows = [...new Set(texts)].map((text) => ({ region, subject: id, id: text, reason, due_at: dueAt }));
  return [
    (db as Kysely<ErasureTables>)
      .insertInto('words.erasure')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing()),
  ];
}

/** All words of a subject with the key that opens them, and so its files and papers: the line names the subject in place of a text. */
export function forgetKey(db: Kysely<any>, subject: Subject, reason: ErasureReason, dueAt: Date): Query {
  return forgetWords(db, subject, [subject.id], reason, dueAt)[0]!;
}

/**
 * Deletes the words that are due, as the worker. Texts and their lines go in
 * one transaction, so that nothing is said to be gone that is not.
 *
 * @returns how many texts were deleted
 */
export async function eraseDue(db: Kysely<ErasureTables>, region: string, now: Date, limit = 1_000): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const due = await trx
      .selectFrom('words.erasure')
      .select(['subject', 'id'])
      .where('region', '=', region)
      .where('due_at', '<=', now)
      .orderBy('due_at')
      .limit(limit)
      .execute();
    if (due.length === 0) return 0;
    const ids = due.map(({ id }) => id);
    const whole = due.flatMap(({ subject, id }) => (subject === id ? [id] : []));
    await trx.deleteFrom('words.text').where('region', '=', region).where('id', 'in', ids).execute();
    if (whole.length > 0) {
      await trx.deleteFrom('words.key').where('region', '=', region).where('subject', 'in', whole).execute();
      await trx.deleteFrom('words.text').where('region', '=', region).where('subject', 'in', whole).execute();
    }
    await trx.deleteFrom('words.erasure').where('region', '=', region).where('id', 'in', ids).execute();
    return due.length;
  });
}
