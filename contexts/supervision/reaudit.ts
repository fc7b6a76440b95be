import type { FastifyInstance } from 'fastify';
import { findBox, findFurtherRefused, type CaseworkDb } from '#contexts/casework/index.ts';
import { dateInChina } from '#kernel/dates.ts';
import { Refusal } from '#kernel/refusal.ts';
import { serve } from '#platform/http.ts';
import { loadHistory } from '#platform/history.ts';
import { listReaudits } from './contract.ts';
import { isSampled } from './domain/sample.ts';
import type { SupervisionNeeds } from './handle.ts';

const MOST = 1_000;

/**
 * 抽查: of the matters refused for good that this unit has had to do with, or whose
 * refusing organ it stands above, the tenth that somebody else looks at again. The
 * organ that refused does not see its own: it cannot look them over itself.
 */
export function reauditRoutes(app: FastifyInstance, { db, directory }: Pick<SupervisionNeeds, 'db' | 'directory'>): void {
  serve(app, listReaudits, async ({ actor }) => {
    if (!actor.roles.some((role) => role === 'supervisor' || role === 'petitionDeptHead' || role === 'unitHead')) {
      throw new Refusal('NotAllowed', '您的岗位没有督查的职责，请由督查人员抽查。');
    }
    const casework = db.sql as unknown as CaseworkDb;
    const [own, below] = await Promise.all([
      findBox(casework, actor.unit, { stages: ['furtherRefused'], limit: MOST }),
      findFurtherRefused(casework, actor.region, MOST),
    ]);
    const drawn = [...new Map([...below, ...own].map((row) => [row.subject, row])).values()].filter(({ subject }) => isSampled(subject));
    if (drawn.length === 0) return { rows: [] };
    const concerned = new Set(own.map(({ subject }) => subject));
    const found = await decisionsOn(drawn.map(({ region, subject: id }) => ({ region, id })));
    const current = directory.current();
    return {
      rows: drawn.flatMap(({ region, subject, no, received_at }) => {
        const { refusedBy, confirmed } = found.get(subject) ?? {};
        const outside = refusedBy !== undefined && refusedBy !== actor.unit;
        if (!outside || !(concerned.has(subject) || current.superiorOf(refusedBy) === actor.unit)) return [];
        const audited = confirmed === undefined ? {} : { confirmed };
        return [{ region, matter: subject, no, receivedOn: dateInChina(received_at), refusedBy: current.nameOf(refusedBy), ...audited }];
      }),
    };
  });

  /** Who refused each, and what an audit has found of it since. */
  async function decisionsOn(subjects: readonly { region: string; id: string }[]) {
    const rows = await loadHistory(db.sql, subjects).where('type', 'in', ['FurtherAcceptanceRefused', 'ReauditRecorded']).execute();
    const found = new Map<string, { refusedBy?: string; confirmed?: boolean }>();
    for (const { subject, type, unit, data } of rows) {
      if (type === 'FurtherAcceptanceRefused') found.set(subject, { refusedBy: unit });
      else found.set(subject, { ...found.get(subject), confirmed: (data as { confirmed: boolean }).confirmed });
    }
    return found;
  }
}
