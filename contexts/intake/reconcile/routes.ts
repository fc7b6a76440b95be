import type { FastifyInstance } from 'fastify';
import { addDays, addMonths, plainDate } from '#kernel/dates.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { Role } from '#kernel/roles.ts';
import type { Actor } from '#platform/actor.ts';
import { serve } from '#platform/http.ts';
import { getReconciliation } from '../contract/reconciliation.ts';
import { ASTRAY } from '../domain/reconciliation.ts';
import type { IntakeRouteNeeds } from '../routes/needs.ts';
import { findAstray, findDays, lastCount, type ReconcileDb } from './store.ts';

/** Who answers for what comes to a region: the head of its petition department, and who supervises there. */
const READERS: readonly Role[] = ['petitionDeptHead', 'supervisor'];
const MOST = 100;

export function reconciliationRoutes(app: FastifyInstance, needs: Pick<IntakeRouteNeeds, 'db' | 'organCard'>): void {
  const db = needs.db.sql as unknown as ReconcileDb;

  serve(app, getReconciliation, async ({ actor, query: { month } }) => {
    mustAnswerForIt(actor);
    const from = plainDate(`${month}-01`);
    const [days, astray, countedAt] = await Promise.all([
      findDays(db, actor.region, from, addDays(addMonths(from, 1), -1)),
      findAstray(db, actor.region, MOST + 1),
      lastCount(db, actor.region),
    ]);
    const sum = (of: 'came' | 'registered') => days.reduce((all, row) => all + row[of], 0);
    return {
      countedAt: countedAt?.toISOString() ?? null,
      came: sum('came'),
      registered: sum('registered'),
      rows: days.map(({ day, channel, came, registered }) => ({ day, channel: channel as never, came, registered, difference: came - registered })),
      astray: astray.slice(0, MOST).map(({ region, kind, subject, no, day, channel, found_at }) => ({
        kind,
        no,
        day,
        channel: channel as never,
        foundAt: found_at.toISOString(),
        ...ASTRAY[kind],
        region,
        matter: kind === 'nobodys' ? subject : null,
      })),
      more: astray.length > MOST,
    };
  });

  function mustAnswerForIt({ roles, unit }: Actor): void {
    if (roles.some((role) => READERS.includes(role)) && needs.organCard(unit).isPetitionDept) return;
    throw new Refusal('NotAllowed', '来件和登记的对账由信访部门的负责人、督查人员查看。需要核对一件的，请把收件号告诉他们。');
  }
}
