import { createHash } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import { leftIn, loadMatter, publicationOf, type CaseworkNeeds, type MatterAction } from '#contexts/casework/index.ts';
import { dateInChina, type PlainDate } from '#kernel/dates.ts';
import type { Subject } from '#kernel/subject.ts';
import type { Database } from '#platform/database.ts';
import { followAll } from '#platform/feed.ts';
import { loadHistory } from '#platform/history.ts';
import type { PublishedRecheck, RecheckOnPage } from './domain/heard.ts';

interface RecheckTables {
  'transparency.recheck': {
    region: string;
    slug: string;
    subject: string;
    starts_on: PlainDate;
    ends_on: PlainDate;
    data: unknown;
    published_at: Date;
  };
}

type Db = Kysely<RecheckTables>;

export interface RecheckNeeds {
  readonly staff: CaseworkNeeds; // reads, in the office's role
  readonly worker: Database; // writes what is published
  readonly stopped: (subject: string, error: Error) => void; // a text that leads to somebody: a person has to look
}

const RELEASED: MatterAction['type'] = 'PublicationReleased';

/**
 * Follows the feed: a recheck opinion hangs from its release until it is taken
 * down, objected to or over. The text is looked through once more before; with a
 * party of the matter in it nothing hangs, whoever released it. @returns how many acts it took
 */
export function publishRechecks(needs: RecheckNeeds, region: string, name: string, limit = 300): Promise<number> {
  return followAll(
    needs.worker.sql,
    region,
    name,
    async (trx, news) => {
      const subjects = [...new Map(news.map(({ region: home, id }) => [id, { region: home, id }])).values()];
      const released = await loadHistory(needs.staff.db.sql, subjects).where('type', '=', RELEASED).execute();
      for (const { region: home, subject } of new Map(released.map((row) => [row.subject, row])).values())
        await publishOne(needs, trx as unknown as Db, { region: home, id: subject });
    },
    limit,
  );
}

async function publishOne({ staff, stopped }: RecheckNeeds, trx: Db, subject: Subject): Promise<void> {
  const loaded = await loadMatter(staff, subject).catch(() => undefined); // moved to the sealed line, or erased: then nothing hangs
  const { publication } = loaded?.matter ?? {};
  const text = loaded && publicationOf(loaded);
  const today = dateInChina(staff.now());
  const hangs = publication?.state === 'released' && !publication.objected && loaded?.matter.stage !== 'sealed' && today <= publication.endsOn;
  const left = loaded && text && hangs ? leftIn(loaded, text) : [];
  if (left.length > 0) stopped(subject.id, new Error(`The published text still leads to somebody in ${left.length} places`));
  await trx.deleteFrom('transparency.recheck').where('region', '=', subject.region).where('subject', '=', subject.id).execute();
  if (!publication || !text || !hangs || left.length > 0) return;
  await trx
    .insertInto('transparency.recheck')
    .values({
      region: subject.region,
      slug: slugOf(subject, publication.document),
      subject: subject.id,
      starts_on: publication.startsOn,
      ends_on: publication.endsOn,
      data: sql`${JSON.stringify(text)}::jsonb`,
      published_at: staff.now(),
    })
    .execute();
}

/** Where it hangs: the same again after an answered objection, and nothing in it tells which matter it is. */
const slugOf = ({ region, id }: Subject, document: string) => createHash('sha256').update(`${region} ${id} ${document}`).digest('hex').slice(0, 16);

/** What everybody may read today, the newest first. */
export async function findRechecks(db: Db, region: string, today: PlainDate): Promise<RecheckOnPage[]> {
  const rows = await db
    .selectFrom('transparency.recheck')
    .select(['slug', 'starts_on', 'ends_on', 'data'])
    .where('region', '=', region)
    .where('starts_on', '<=', today)
    .where('ends_on', '>=', today)
    .orderBy('starts_on', 'desc')
    .orderBy('slug')
    .limit(100)
    .execute();
  return rows.map(({ slug, starts_on, ends_on, data }) => ({ ...(data as PublishedRecheck), slug, startsOn: starts_on, endsOn: ends_on }));
}

/** A term that is over leaves nothing behind. */
export async function deleteOverRechecks(db: Db, region: string, today: PlainDate): Promise<number> {
  const done = await db.deleteFrom('transparency.recheck').where('region', '=', region).where('ends_on', '<', today).executeTakeFirst();
  return Number(done.numDeletedRows);
}
