import type { Words } from '#kernel/decider.ts';
import type { Subject } from '#kernel/subject.ts';
import { historyOf, loadHistory, toAction, type ActionRow, type Recorded } from '#platform/history.ts';
import { findWordsOf, openRows } from '#platform/words.ts';
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

/** The history and its words in one round trip. @throws Refusal NotFound */
export async function loadMatter(needs: CaseworkNeeds, subject: Subject): Promise<LoadedMatter> {
  const { sql } = needs.db;
  const [rows = [], sealed = []] = await needs.db.send(historyOf(sql, [subject]), findWordsOf(sql, subject));
  const past = pastOf(rows);
  return { subject, matter: matterOf(needs, past), past, texts: openRows(needs.keys, sealed) };
}

/** The recorded past of a matter, without its words. @throws Refusal NotFound */
export async function loadPast(needs: CaseworkNeeds, subject: Subject): Promise<readonly Recorded[]> {
  return pastOf(await loadHistory(needs.db.sql, [subject]).execute());
}

function pastOf(rows: readonly ActionRow[]): readonly Recorded[] {
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
