/** The index and the terms from history alone; the months that were closed are no view: what was known then is kept. */
import { matterFold, matterOf, type CaseworkNeeds, type MatterAction } from '#contexts/casework/index.ts';
import type { Subject } from '#kernel/subject.ts';
import type { Query } from '#platform/database.ts';
import type { Recorded } from '#platform/history.ts';
import type { KeyRing } from '#platform/keys.ts';
import { insertRows } from '#platform/rows.ts';
import type { Lived } from '#platform/views-rebuild.ts';
import { readWords } from '#platform/words.ts';
import { termRows, type FiguresDb } from './figures/store.ts';
import { termsOf } from './figures/terms.ts';
import { hiders, textRows, wordsRead } from './index-matter.ts';
import type { InsightDb } from './store.ts';

/** It opens the words of every matter, so it takes longer than all other lists together. */
export const searchRebuilder = {
  name: 'search',
  tables: ['insight.text'],
  followers: ['search'],
  async rowsOfMany(needs: CaseworkNeeds & { readonly search: KeyRing }, lived: readonly Lived[]): Promise<Query[]> {
    const matters = lived.filter(({ past }) => isMatter(past)).map((one) => ({ ...one, matter: matterOf(needs, one.past) }));
    const wanted = matters.flatMap(({ subject: { region }, matter }) => wordsRead(matter).map(({ id }) => ({ region, id })));
    const texts = await readWords(needs.db.sql, needs.keys, wanted);
    const hiderOf = hiders(needs.search);
    return matters.map((one) => insertRows(needs.db.sql as InsightDb, 'insight.text', textRows({ ...one, texts }, hiderOf)));
  },
};

export const figuresRebuilder = {
  name: 'figures',
  tables: ['insight.term'],
  followers: ['figures'],
  rowsOf(needs: CaseworkNeeds, subject: Subject, past: readonly Recorded[]): Query[] {
    if (!isMatter(past)) return [];
    const terms = termsOf({ ...matterFold(needs), lawOf: needs.lawOf }, past as unknown as readonly MatterAction[]);
    return [insertRows(needs.db.sql as FiguresDb, 'insight.term', termRows(subject, terms))];
  },
};

const isMatter = (past: readonly Recorded[]) => past[0]?.type === 'MatterOpened';
