import type { Kysely } from 'kysely';
import { recountedWith } from '#kernel/clocks/recounted.ts';
import type { Subject } from '#kernel/subject.ts';
import type { Step } from '#platform/act.ts';
import type { Database } from '#platform/database.ts';
import { actOnMatters, matterOf, type CaseworkNeeds } from '../handle.ts';
import type { CaseworkDb } from '../store.ts';

/**
 * A new year's holidays are published: every running clock is counted again
 * (不变量 11). What has ended stays as it was; nothing moves to before a day that
 * somebody was told; each matter whose days move gets an action that says so.
 */
export interface RecountTables {
  'rules.recount': { region: string; version: string; open: number; moved: number; done_at: Date | null };
}

type RecountDb = Kysely<RecountTables>;

const PAGE = 200;

/** Whether this region has been gone over with the calendar in force: then there is nothing to do until the next notice. */
export async function isRecounted({ db: { sql }, calendar }: Pick<CaseworkNeeds, 'db' | 'calendar'>, region: string): Promise<boolean> {
  const row = await (sql as unknown as RecountDb)
    .selectFrom('rules.recount')
    .select('done_at')
    .where('region', '=', region)
    .where('version', '=', calendar())
    .executeTakeFirst();
  return row !== undefined && row.done_at !== null;
}

/** Goes over the open matters of a region once for each version of the calendar. @returns how many moved */
export async function recountTerms(needs: CaseworkNeeds, region: string): Promise<number> {
  const db = needs.db.sql as unknown as RecountDb;
  const version = needs.calendar();
  if (await isRecounted(needs, region)) return 0;
  await db
    .insertInto('rules.recount')
    .values({ region, version, open: 0, moved: 0, done_at: null })
    .onConflict((same) => same.doNothing())
    .execute();

  let [open, moved, after] = [0, 0, ''];
  for (;;) {
    const page = await findOpenAfter(needs.db.sql as CaseworkDb, region, after);
    for (const subject of page) moved += (await recountOne(needs, subject)) ? 1 : 0;
    open += page.length;
    const done = page.length < PAGE;
    await db
      .updateTable('rules.recount')
      .set({ open, moved, ...(done && { done_at: needs.now() }) })
      .where('region', '=', region)
      .where('version', '=', version)
      .execute();
    if (done) return moved;
    after = page.at(-1)!.id;
  }
}

/** The matters that are not archived, by id: one look a page, whatever happens to them meanwhile. */
async function findOpenAfter(db: CaseworkDb, region: string, after: string): Promise<Subject[]> {
  const rows = await db
    .selectFrom('casework.matter')
    .select('subject')
    .where('region', '=', region)
    .where('stage', '!=', 'archived')
    .$if(after !== '', (query) => query.where('subject', '>', after))
    .orderBy('subject')
    .limit(PAGE)
    .execute();
  return rows.map(({ subject }) => ({ region, id: subject }));
}

async function recountOne(needs: CaseworkNeeds, subject: Subject): Promise<boolean> {
  const done = await actOnMatters(needs, [recountStep(needs, subject)], [subject]);
  return done.some(({ type }) => type === 'TermsRecounted');
}

function recountStep(needs: CaseworkNeeds, subject: Subject): Step {
  const at = needs.now(); // here, not inside: an act may not be later than the moment in which it is recorded
  return {
    subject,
    take(past) {
      const matter = matterOf(needs, past);
      return { stream: 'matter', actions: recountedWith(matter.clocks, needs.calendar(), needs.lawOf(matter.opening!.pack), at) };
    },
  };
}

/** How far this region has come with this version; undefined where nothing had to be counted again yet. */
export async function findRecount({ sql }: Pick<Database, 'sql'>, region: string, version: string) {
  const row = await (sql as unknown as RecountDb)
    .selectFrom('rules.recount')
    .selectAll()
    .where('region', '=', region)
    .where('version', '=', version)
    .executeTakeFirst();
  return row && { version, open: row.open, moved: row.moved, done: row.done_at !== null };
}
