import type { FastifyInstance } from 'fastify';
import { findOverduePromises, type CaseworkDb } from '#contexts/casework/index.ts';
import { dateInChina, daysBetween } from '#kernel/dates.ts';
import { Refusal } from '#kernel/refusal.ts';
import { serve } from '#platform/http.ts';
import { listOverduePromises } from './contract.ts';
import type { SupervisionNeeds } from './handle.ts';

/** 升级督办: promises whose day is over and that no petitioner has confirmed, of the matters that this unit has had to do with. */
export function promiseRoutes(app: FastifyInstance, { db, now, directory }: Pick<SupervisionNeeds, 'db' | 'now' | 'directory'>): void {
  serve(app, listOverduePromises, async ({ actor }) => {
    if (!actor.roles.some((role) => role === 'supervisor' || role === 'petitionDeptHead')) {
      throw new Refusal('NotAllowed', '您的岗位没有督查的职责，请由督查人员督办。');
    }
    const today = dateInChina(now());
    const organ = directory.current().organOf(actor.unit); // an inner office supervises for its organ
    const rows = await findOverduePromises(db.sql as unknown as CaseworkDb, organ, today);
    return {
      rows: rows.map(({ region, subject, no, unit, key, legal_on }) => ({
        region,
        matter: subject,
        no,
        promise: Number(/commitment\/(\d+)/.exec(key)?.[1] ?? 0),
        owner: directory.current().nameOf(unit),
        dueOn: legal_on,
        daysOver: daysBetween(legal_on, today),
      })),
    };
  });
}
