import { sql, type Kysely } from 'kysely';
import { loadWork, type WorkNeeds } from '#contexts/coordination/index.ts';
import { isWords, type Work } from '#kernel/work/kind.ts';
import { toldWithin } from '#kernel/few.ts';
import type { PlainDate } from '#kernel/dates.ts';
import type { Subject } from '#kernel/subject.ts';
import type { Database } from '#platform/database.ts';
import { followAll } from '#platform/feed.ts';
import { loadHistory } from '#platform/history.ts';
import { readWords } from '#platform/words.ts';
import type { OpenCall } from '#contexts/intake/index.ts';
import type { PublicNotice } from './domain/notice.ts';

const KINDS: readonly string[] = ['suggestionCall', 'reception', 'board'] satisfies readonly PublicNotice['kind'][];

export interface NoticeNeeds {
  readonly staff: WorkNeeds; // reads, in the office's role
  readonly worker: Database; // writes what is published
}

interface NoticeTables {
  'transparency.notice': { region: string; id: string; kind: PublicNotice['kind']; data: PublicNotice; published_at: Date };
}
type NoticeDb = Kysely<NoticeTables>;

/** Follows the feed and publishes what offices announce; nothing else of their work is public. @returns how many acts it took */
export function publishNotices({ staff, worker }: NoticeNeeds, region: string, name: string, limit = 300): Promise<number> {
  return followAll(
    worker.sql,
    region,
    name,
    async (trx, news) => {
      const subjects = [...new Map(news.map(({ region: home, id }) => [id, { region: home, id }])).values()];
      const begun = await loadHistory(staff.db.sql, subjects).where('n', '=', 1).where('stream', '=', 'work').execute();
      for (const { region: home, subject, data } of begun) {
        const kind = (data as { begins?: { kind: string } }).begins?.kind ?? '';
        if (KINDS.includes(kind)) await publishOne(staff, trx as unknown as NoticeDb, { region: home, id: subject });
      }
    },
    limit,
  );
}

async function publishOne(staff: WorkNeeds, trx: NoticeDb, subject: Subject): Promise<void> {
  const { work } = await loadWork(staff, subject);
  const words = Object.values(work.values).filter(isWords);
  const texts = await readWords(
    staff.db.sql,
    staff.keys,
    words.map(({ id }) => ({ region: subject.region, id })),
  );
  const notice = noticeOf(work, texts, staff.directory.current().nameOf(work.owner));
  if (!notice) {
    await trx.deleteFrom('transparency.notice').where('region', '=', subject.region).where('id', '=', subject.id).execute();
    return;
  }
  const row = {
    region: subject.region,
    id: subject.id,
    kind: notice.kind,
    data: sql<PublicNotice>`${JSON.stringify(notice)}::jsonb`,
    published_at: staff.now(),
  };
  await trx
    .insertInto('transparency.notice')
    .values(row)
    .onConflict((conflict) => conflict.columns(['region', 'id']).doUpdateSet({ data: row.data, published_at: row.published_at }))
    .execute();
}

/** What of it is public, and nothing while it is only planned inside. */
function noticeOf({ kind, stage, values }: Work, texts: ReadonlyMap<string, string>, organ: string): PublicNotice | undefined {
  const said = (name: string) => {
    const value = values[name];
    return isWords(value) ? (texts.get(value.id) ?? '') : '';
  };
  const day = (name: string) => (typeof values[name] === 'string' ? { on: values[name] as PlainDate } : {});
  if (kind === 'suggestionCall' && stage !== 'due')
    return {
      kind,
      organ,
      title: said('title'),
      text: said('text'),
      ...day('untilOn'),
      ...(stage === 'summarised' && { summary: said('summary'), counts: countsOf(values) }),
    };
  if (kind === 'reception' && stage === 'planned')
    return { kind, organ, title: said('leader'), hours: said('hours'), place: said('place'), ...day('receiveOn') };
  if (kind === 'board' && stage !== 'removed' && said('content'))
    return { kind, organ, title: said('title'), text: said('content'), place: said('place'), ...day('reviewOn'), ...(stage === 'changed' && { late: true }) };
  return undefined;
}

/** Fewer than five are not told as a number, nor what would give them away. */
function countsOf(values: Work['values']): NonNullable<PublicNotice['counts']> {
  const [received = null, adopted = null, rewarded = null] = toldWithin(['received', 'adopted', 'rewarded'].map((name) => Number(values[name] ?? 0)));
  return { received, adopted, rewarded };
}

/** Which calls one can answer today; the portal offers them where one begins to file. */
export async function findOpenCalls(db: NoticeDb, region: string, today: PlainDate): Promise<OpenCall[]> {
  const rows = await db
    .selectFrom('transparency.notice')
    .select(['id', 'data'])
    .where('region', '=', region)
    .where('kind', '=', 'suggestionCall')
    .orderBy('published_at', 'desc')
    .limit(100)
    .execute();
  return rows.flatMap(({ id, data }) => {
    const { title, organ, on, summary } = data;
    return on && on >= today && summary === undefined ? [{ id, title, organ, until: on }] : [];
  });
}

export async function findNotices(db: NoticeDb, region: string): Promise<PublicNotice[]> {
  const rows = await db.selectFrom('transparency.notice').select('data').where('region', '=', region).orderBy('published_at', 'desc').limit(100).execute();
  return rows.map(({ data }) => data);
}
