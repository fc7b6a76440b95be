import type { FastifyInstance } from 'fastify';
import { findLate, findOverduePromises, titlesOf, type CaseworkDb } from '#contexts/casework/index.ts';
import { findOwned, type CoordinationDb } from '#contexts/coordination/index.ts';
import { dateInChina, daysBetween } from '#kernel/dates.ts';
import { Refusal } from '#kernel/refusal.ts';
import { loadHistory } from '#platform/history.ts';
import { serve } from '#platform/http.ts';
import { listOverduePromises } from './contract.ts';
import { ORDER } from './domain/work/order.ts';
import { fixedId } from './fixed-id.ts';
import type { SupervisionNeeds } from './handle.ts';
import { watchesRegion } from './watchers.ts';

/**
 * 升级督办: promises whose day is over and that no petitioner has confirmed. Whoever
 * watches over the region sees all of it; who supervises elsewhere, those of the
 * matters that their unit has had to do with. First what petitioners said was not done.
 */
export function promiseRoutes(app: FastifyInstance, { db, keys, now, directory }: Pick<SupervisionNeeds, 'db' | 'keys' | 'now' | 'directory'>): void {
  serve(app, listOverduePromises, async ({ actor }) => {
    const organs = directory.current();
    const watches = watchesRegion(organs, actor);
    if (!watches && !actor.roles.some((role) => role === 'supervisor' || role === 'petitionDeptHead')) {
      throw new Refusal('NotAllowed', '您的岗位没有督查的职责，请由督查人员督办。');
    }
    const today = dateInChina(now());
    const sql = db.sql as unknown as CaseworkDb;
    const late = watches ? await findLate(sql, actor.region, ['D11'], today) : await findOverduePromises(sql, organs.organOf(actor.unit), today); // an inner office supervises for its organ
    const subjects = late.map(({ region, subject: id }) => ({ region, id }));
    const [denied, owned, titleOf] = await Promise.all([
      deniedOf(late),
      findOwned(db.sql as unknown as CoordinationDb, actor.region, 'order', 20_000),
      titlesOf({ db, keys }, [...new Set([actor.unit, organs.organOf(actor.unit)])], subjects),
    ]);
    const orders = new Map(owned.map(({ subject, stage }) => [subject, stage]));
    const rows = late.map(({ region, subject, no, unit, key, legal_on }) => ({
      ...titled(titleOf({ region, id: subject })),
      ...orderOf(orders, fixedId(region, subject, key)),
      region,
      matter: subject,
      no,
      promise: Number(partOf(key)?.split('/')[1] ?? 0),
      owner: organs.nameOf(unit),
      unit,
      dueOn: legal_on,
      daysOver: daysBetween(legal_on, today),
      denied: denied.has(`${region} ${subject} ${partOf(key)}`),
    }));
    return { rows: rows.sort((one, other) => Number(other.denied) - Number(one.denied) || other.daysOver - one.daysOver) };
  });

  /** Which of them the petitioner was asked about, and said were not done. */
  async function deniedOf(rows: readonly { region: string; subject: string }[]): Promise<ReadonlySet<string>> {
    if (rows.length === 0) return new Set();
    const subjects = rows.map(({ region, subject }) => ({ region, id: subject }));
    const acts = await loadHistory(db.sql, subjects).where('type', '=', 'CommitmentRefuted').execute();
    return new Set(acts.map(({ region, subject, data }) => `${region} ${subject} ${(data as { part?: string }).part}`));
  }
}

/** What the timetable has put before the supervisor about this promise, if it has come to it. */
function orderOf(orders: ReadonlyMap<string, string>, order: string): { order: string; stage: string } | object {
  const stage = orders.get(order);
  return stage && stage !== 'ended' ? { order, stage: ORDER.stages[stage]?.name ?? stage } : {};
}

const titled = (title: string | undefined) => (title ? { title } : {});
const partOf = (key: string) => /commitment\/\d+/.exec(key)?.[0];
