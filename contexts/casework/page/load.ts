import type { Words } from '#kernel/decider.ts';
import { regionOf, type Subject } from '#kernel/subject.ts';
import type { Query } from '#platform/database.ts';
import { historyOf, loadHistories, loadHistory, toAction, type ActionRow, type Recorded } from '#platform/history.ts';
import type { There } from '#platform/rows.ts';
import { findWordsOf, findWordsOfAll, openRows, type SealedText } from '#platform/words.ts';
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
  return loadedFrom(needs, subject, await needs.db.send(...matterQueries(needs, subject)));
}

/** The same for those who ask together with it what else their page needs: what to send, and what to make of the answers. */
export const matterQueries = ({ db: { sql } }: CaseworkNeeds, subject: Subject): readonly [Query, Query] => [
  historyOf(sql, [subject]),
  findWordsOf(sql, subject),
];

/** The row that a unit has of a matter that it has to do with: only then a look is recorded at once (permissions, `isConcerned`). */
export const boxOf = (unit: string, { region, id: subject }: Subject): There => ({
  table: 'casework.box',
  row: { holder_region: regionOf(unit), unit, region, subject },
});

/** @throws Refusal NotFound */
export function loadedFrom(needs: CaseworkNeeds, subject: Subject, [rows = [], sealed = []]: readonly unknown[][]): LoadedMatter {
  const past = pastOf(rows as readonly ActionRow[]);
  return { subject, matter: matterOf(needs, past), past, texts: openRows(needs.keys, sealed as readonly SealedText[]) };
}

/** The recorded past of a matter, without its words. @throws Refusal NotFound */
export async function loadPast(needs: CaseworkNeeds, subject: Subject): Promise<readonly Recorded[]> {
  return pastOf(await loadHistory(needs.db.sql, [subject]).execute());
}

/** The pasts of many matters, in one query; whoever follows the feed brings hundreds. */
export async function loadPasts(
  needs: CaseworkNeeds,
  subjects: readonly Subject[],
): Promise<{ readonly subject: Subject; readonly past: readonly Recorded[] }[]> {
  if (subjects.length === 0) return [];
  const rows = Map.groupBy(await loadHistories(needs.db.sql, subjects).execute(), keyOfRow);
  return subjects.map((subject) => ({ subject, past: pastOf(rows.get(keyOf(subject)) ?? []) }));
}

/** Many matters with their texts, in two queries that wait together. */
export async function loadMatters(needs: CaseworkNeeds, subjects: readonly Subject[]): Promise<LoadedMatter[]> {
  if (subjects.length === 0) return [];
  const [pasts, sealed] = await Promise.all([loadPasts(needs, subjects), findWordsOfAll(needs.db.sql, subjects).execute()]);
  const texts = Map.groupBy(sealed, keyOfRow);
  return pasts.map(({ subject, past }) => ({ subject, past, matter: matterOf(needs, past), texts: openRows(needs.keys, texts.get(keyOf(subject)) ?? []) }));
}

const keyOf = ({ region, id }: Subject) => `${region} ${id}`;
const keyOfRow = ({ region, subject }: { readonly region: string; readonly subject: string }) => `${region} ${subject}`;

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
