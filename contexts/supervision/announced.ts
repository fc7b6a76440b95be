/** 人民建议征集 as a desk chooses among them: every call that was announced, also one that is over, since letters come later. */
import { findOwned, loadWork, type CoordinationDb, type WorkNeeds } from '#contexts/coordination/index.ts';
import type { Call } from '#contexts/intake/index.ts';
import { dateInChina, plainDate } from '#kernel/dates.ts';
import { isWords } from '#kernel/work/kind.ts';
import { readWords } from '#platform/words.ts';

const MOST = 20; // the newest; one a year is asked for

/** @returns the calls of a region, the newest first */
export const announcedCalls =
  (needs: WorkNeeds) =>
  async (region: string): Promise<readonly Call[]> => {
    const rows = await findOwned(needs.db.sql as CoordinationDb, region, 'suggestionCall', MOST);
    const loaded = await Promise.all(
      rows.filter(({ stage }) => stage !== 'due').map(async ({ subject: id }) => ({ id, ...(await loadWork(needs, { region, id })) })),
    );
    const titles = loaded.flatMap(({ work: { values } }) => (isWords(values.title) ? [{ region, id: values.title.id }] : []));
    const texts = await readWords(needs.db.sql, needs.keys, titles);
    return loaded.flatMap(({ id, work: { values, owner }, actions }) => {
      const published = actions.find(({ type }) => type === 'SuggestionCallPublished');
      if (!published || !isWords(values.title)) return [];
      const title = texts.get(values.title.id) ?? '（内容已依法删除）';
      const organ = needs.directory.current().nameOf(owner);
      return [{ id, title, organ, since: dateInChina(published.at), until: plainDate(String(values.untilOn)) }];
    });
  };
