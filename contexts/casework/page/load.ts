import type { Words } from '#kernel/decider.ts';
import type { Subject } from '#kernel/subject.ts';
import { loadHistory, toAction, type Recorded } from '#platform/history.ts';
import { readWords } from '#platform/words.ts';
import { matterOf, type CaseworkNeeds } from '../handle.ts';
import { notHere } from '../domain/decide/sentences.ts';
import type { Matter } from '../domain/matter.ts';

/** A matter with everything that was recorded of it and every text that may still be read. */
export interface LoadedMatter {
  readonly subject: Subject;
  readonly matter: Matter;
  readonly past: readonly Recorded[];
  readonly texts: ReadonlyMap<string, string>;
}

/** Two round trips: the history, then its words. @throws Refusal NotFound */
export async function loadMatter(needs: CaseworkNeeds, subject: Subject): Promise<LoadedMatter> {
  const past = await loadPast(needs, subject);
  const texts = await readWords(needs.db.sql, needs.keys, wordsIn(past).map(({ id }) => ({ region: subject.region, id })));
  return { subject, matter: matterOf(needs, past), past, texts };
}

/** The recorded past of a matter, without its words. @throws Refusal NotFound */
export async function loadPast(needs: CaseworkNeeds, subject: Subject): Promise<readonly Recorded[]> {
  const rows = await loadHistory(needs.db.sql, [subject]).execute();
  if (rows.length === 0 || rows[0]?.type !== 'MatterOpened') throw notHere();
  return rows.map(toAction);
}

/** Every text that these actions point to. */
export function wordsIn(value: unknown): Words[] {
  if (value === null || typeof value !== 'object' || value instanceof Date) return [];
  const { id, hash } = value as { id?: unknown; hash?: unknown };
  if (typeof id === 'string' && typeof hash === 'string') return hash === 'publicNotice' ? [] : [{ id, hash }];
  return Object.values(value).flatMap(wordsIn);
}

const ERASED = '（内容已依法删除）';

export function textOf(texts: ReadonlyMap<string, string>, words: Words | undefined): string {
  return words ? (texts.get(words.id) ?? ERASED) : '';
}
