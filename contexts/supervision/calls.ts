/**
 * 人民建议征集 (第二十九条第三款): follows what comes for a call and what becomes of it. It reads the code of
 * the call, the reply and the reward, and no words; and nothing before a person has said what it is, so that
 * no number goes down where something turns out to be an accusation.
 */
import { sql } from 'kysely';
import type { Subject } from '#kernel/subject.ts';
import type { WorkValues } from '#kernel/work/kind.ts';
import type { Database } from '#platform/database.ts';
import { followAll } from '#platform/feed.ts';
import { loadHistories } from '#platform/history.ts';
import type { SupervisionDb, SupervisionTables } from './store.ts';

export interface CallNeeds {
  readonly staff: { readonly db: Database }; // reads, in the office's role
  readonly worker: Database; // writes what is counted
}

const NAMING = ['IntakeReceived', 'CallLinked', 'CallUnlinked'];

type Acts = Awaited<ReturnType<ReturnType<typeof loadHistories>['execute']>>;

/** @returns how many acts it took */
export function followCalls({ staff, worker }: CallNeeds, region: string, name: string, limit = 500): Promise<number> {
  return followAll(
    worker.sql,
    region,
    name,
    async (trx, news) => {
      const ids = [...new Set(news.map(({ id }) => id))];
      const begun = await actsOf(staff.db, region, ids, ['IntakeReceived', 'MatterOpened']);
      const intakes = new Set(begun.flatMap(({ type, subject, data }) => (type === 'IntakeReceived' ? [subject] : [(data as { intake: string }).intake])));
      const mine = trx as unknown as SupervisionDb;
      for (const [id, named] of callsNamed(await actsOf(staff.db, region, [...intakes], NAMING))) {
        const intake = { region, id };
        for (const { call, now } of named) await (now ? write(staff.db, mine, intake, call) : forget(mine, intake, call));
      }
    },
    limit,
  );
}

/** Of each intake every call that it was ever said to answer, and whether it still does: a person may choose another, or none (`CallLinked`, `CallUnlinked`). */
function callsNamed(acts: Acts): ReadonlyMap<string, readonly { call: string; now: boolean }[]> {
  const named = new Map<string, { all: Set<string>; last?: string | undefined }>();
  for (const { type, subject, data } of acts) {
    const { call } = data as { call?: string };
    if (!call) continue;
    const all = named.get(subject)?.all ?? new Set();
    named.set(subject, { all: all.add(call), last: type === 'CallUnlinked' ? undefined : call });
  }
  return new Map([...named].map(([id, { all, last }]) => [id, [...all].map((call) => ({ call, now: call === last }))]));
}

async function forget(trx: SupervisionDb, { region, id }: Subject, call: string): Promise<void> {
  await trx.deleteFrom('supervision.call_suggestion').where('region', '=', region).where('call', '=', call).where('intake', '=', id).execute();
}

async function write(db: Database, trx: SupervisionDb, intake: Subject, call: string): Promise<void> {
  const row = await suggestionOf(db, intake, call);
  if (row === undefined) return;
  if (row === 'gone') return forget(trx, intake, call);
  await trx
    .insertInto('supervision.call_suggestion')
    .values(row)
    .onConflict((conflict) => conflict.columns(['region', 'call', 'intake']).doUpdateSet({ adopted: row.adopted, rewarded: row.rewarded }))
    .execute();
}

type SuggestionRow = SupervisionTables['supervision.call_suggestion'];

/** One suggestion, from all that has been recorded of it: its own acts, and those of the matters that it became. Nothing before it is classified; gone when it turned out to be an accusation. */
async function suggestionOf(db: Database, { region, id: intake }: Subject, call: string): Promise<SuggestionRow | 'gone' | undefined> {
  const told = await actsOf(db, region, [intake], ['IntakeClassified', 'PartSealed']);
  if (told.length === 0) return undefined;
  if (told.some(({ type, data }) => type === 'PartSealed' || (data as { sealed: boolean }).sealed)) return 'gone';
  const matters = told.flatMap(({ data }) => (data as { matters: readonly string[] }).matters);
  const acts = await actsOf(db, region, [...new Set(matters)], ['SuggestionReplyIssued', 'RewardDecided']);
  return { region, call, intake, adopted: adoptedIn(acts), rewarded: isRewarded(acts) };
}

/** The rows of these intakes, as the follower would leave them. */
export async function suggestionsOf(db: Database, region: string, intakes: readonly string[]): Promise<SuggestionRow[]> {
  const named = callsNamed(await actsOf(db, region, intakes, NAMING));
  const standing = [...named].flatMap(([id, calls]) => calls.filter(({ now }) => now).map(({ call }) => ({ id, call })));
  const rows = await Promise.all(standing.map(({ id, call }) => suggestionOf(db, { region, id }, call)));
  return rows.filter((row) => row !== undefined && row !== 'gone');
}

async function actsOf(db: Database, region: string, ids: readonly string[], types: readonly string[]): Promise<Acts> {
  if (ids.length === 0) return [];
  const subjects = ids.map((id) => ({ region, id }));
  return loadHistories(db.sql, subjects)
    .where('type', 'in', [...types])
    .execute();
}

const RANK = ['not', 'partly', 'adopted'] as const;
type Adopted = (typeof RANK)[number];

/** Of a suggestion that became several matters, the best answer. */
function adoptedIn(acts: Acts): Adopted | null {
  const said = acts.filter(({ type }) => type === 'SuggestionReplyIssued').map(({ data }) => (data as { adopted: Adopted }).adopted);
  return RANK.findLast((one) => said.includes(one)) ?? null;
}

const isRewarded = (acts: Acts) => acts.some(({ type, data }) => type === 'RewardDecided' && (data as { rewarded: boolean }).rewarded);

/** What came for a call, was adopted and rewarded: on its page while it grows, and in its closing summary. */
export const callCounts =
  (needs: { readonly db: Database }) =>
  async ({ region, id }: Subject, kind: string): Promise<WorkValues> => {
    if (kind !== 'suggestionCall') return {};
    const { received, adopted, rewarded } = await (needs.db.sql as SupervisionDb)
      .selectFrom('supervision.call_suggestion')
      .select([
        sql<string>`count(*)`.as('received'),
        sql<string>`count(*) filter (where adopted in ('adopted', 'partly'))`.as('adopted'),
        sql<string>`count(*) filter (where rewarded)`.as('rewarded'),
      ])
      .where('region', '=', region)
      .where('call', '=', id)
      .executeTakeFirstOrThrow();
    return { received: Number(received), adopted: Number(adopted), rewarded: Number(rewarded) };
  };
