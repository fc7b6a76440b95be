import { findInHandOf, findIntakesAttached, findMatters, loadMatter, type CaseworkDb } from '#contexts/casework/index.ts';
import { findPrivacyOf } from '#contexts/retention/index.ts';
import { codesOf, dropReceipt, type CodeRow } from '#contexts/intake/index.ts';
import { dateInChina } from '#kernel/dates.ts';
import type { Subject } from '#kernel/subject.ts';
import type { Database } from '#platform/database.ts';
import { followAll, type News } from '#platform/feed.ts';
import { loadHistory } from '#platform/history.ts';
import { complaintsOf } from './compose/complaints.ts';
import { composePage, type ComposeNeeds } from './compose/page.ts';
import { joinPageOf, memberPage, ownOf } from './compose/group.ts';
import type { JoinPage } from './domain/group.ts';
import type { ProgressPage } from './domain/progress.ts';
import { publish } from './publish.ts';

export interface PublishNeeds extends ComposeNeeds {
  /** In the worker's role: moves the follower on and writes what is published. The office's role only reads. */
  readonly worker: Database;
}

/**
 * Follows the feed and publishes what the codes of every intake concerned show,
 * within a minute of the event (不变量 21). Publishing twice does no harm.
 */
export function publishProgress(needs: PublishNeeds, region: string, name: string, limit = 200): Promise<number> {
  return followAll(needs.worker.sql, region, name, (trx, news) => publishAll(needs, trx, news), limit);
}

async function publishAll(needs: PublishNeeds, trx: Database['sql'], news: readonly News[]): Promise<void> {
  for (const intake of await intakesOf(needs, news)) await publishIntake(needs, trx, intake);
}

/** Each code of an intake anew; also for who opened it and for a code that was given out again. */
export async function publishIntake(needs: PublishNeeds, trx: Database['sql'], intake: Subject): Promise<void> {
  const codes = await codesOf(trx, intake.region, [intake.id]);
  if (codes.length === 0) return;
  const page = await composePage(needs, intake);
  for (const code of codes) {
    await publish(trx, code, await shownBehind(needs, code, page), needs.now());
    if (code.revoked_at) await dropReceipt(trx, intake.region, code.code_hmac);
  }
}

/** What each code shows: everything to whoever brought it; to the members of a group what is theirs; to whoever would join which matter it is. */
async function shownBehind(
  needs: PublishNeeds,
  { region, kind, matter, member, revoked_at }: CodeRow,
  page: ProgressPage,
): Promise<ProgressPage | JoinPage | undefined> {
  if (kind === 'petitioner' || revoked_at || !matter) return page;
  const loaded = await loadMatter(needs, { region, id: matter });
  if (kind === 'join') return joinPageOf(loaded, needs.directory.current());
  if (!member) return undefined;
  const [asked, complaints] = await Promise.all([findPrivacyOf(needs, region, page.intake.no), complaintsOf(needs, { region, id: matter }, member)]);
  const own = ownOf(loaded, member, { asked, complaints, directory: needs.directory.current(), today: dateInChina(needs.now()) });
  return own && memberPage(page, matter, own);
}

/** What moved may be an intake, a matter that came of one, a complaint about a matter, a request about one's own data, or who stands in for a handler; anything else shows on no page. */
async function intakesOf({ db }: PublishNeeds, news: readonly News[]): Promise<Subject[]> {
  const moved = distinct(news.map(({ region, id }) => ({ region, id })));
  const told = await loadHistory(db.sql, moved)
    .where('type', 'in', [...ABOUT_A_MATTER, ...STANDING_IN])
    .execute();
  const complaints = new Map(told.filter(({ n, type }) => n === 1 && ABOUT_A_MATTER.includes(type)).map(({ subject, data }) => [subject, data]));
  const away = told.filter(({ subject, n, type }) => STANDING_IN.includes(type) && news.some((one) => one.id === subject && one.n === n));
  const hands = away.map(({ subject, data }) => ({ unit: (data as { unit: string }).unit, handler: subject }));
  const inHand = await findInHandOf(db.sql as CaseworkDb, hands);
  const subjects = [...moved.map((subject) => ({ ...subject, id: matterIn(complaints.get(subject.id)) ?? subject.id })), ...inHand];
  const [matters, attached] = await Promise.all([
    findMatters(db.sql as CaseworkDb, distinct(subjects)),
    findIntakesAttached(db.sql as CaseworkDb, distinct(subjects)), // merged: their page tells how far the main one is
  ]);
  const intakes = new Map(matters.map(({ subject, intake }) => [subject, intake]));
  return distinct([...subjects.map(({ region, id }) => ({ region, id: intakes.get(id) ?? id })), ...attached]);
}

const ABOUT_A_MATTER: readonly string[] = ['ConductComplaintReceived', 'PrivacyRequestReceived'];
const STANDING_IN: readonly string[] = ['SubstituteNamed', 'SubstituteEnded'];

function matterIn(data: object | undefined): string | undefined {
  const { matter, values } = (data ?? {}) as { matter?: string; values?: { intake?: string } };
  return matter ?? values?.intake;
}

const distinct = (subjects: readonly Subject[]): Subject[] => [...new Map(subjects.map((subject) => [`${subject.region} ${subject.id}`, subject])).values()];
