/** The supervisor's pages over HTTP: the overdue list and the figures of a year. */
import type { FastifyInstance } from 'fastify';
import { findLate, titlesOf, type CaseworkDb } from '#contexts/casework/index.ts';
import { findOwned, type CoordinationDb } from '#contexts/coordination/index.ts';
import { CLOCKS } from '#kernel/clocks/index.ts';
import { dateInChina, daysBetween } from '#kernel/dates.ts';
import { Refusal } from '#kernel/refusal.ts';
import { serve } from '#platform/http.ts';
import { yearBehindRoutes } from './behind.ts';
import { WATCHED } from './breaches.ts';
import { getYearFigures, listOverdue } from './contract/overdue.ts';
import { ORDER } from './domain/work/order.ts';
import { fixedId } from './fixed-id.ts';
import type { SupervisionNeeds } from './handle.ts';
import { watchesRegion } from './watchers.ts';
import { figuresOf } from './year.ts';

export function overdueRoutes(app: FastifyInstance, needs: Pick<SupervisionNeeds, 'db' | 'keys' | 'now' | 'directory'>): void {
  const sql = needs.db.sql;

  serve(app, listOverdue, async ({ actor }) => {
    mayWatch(actor);
    const today = dateInChina(needs.now());
    const directory = needs.directory.current();
    const late = await findLate(sql as CaseworkDb, actor.region, WATCHED, today);
    const orders = new Map((await findOwned(sql as CoordinationDb, actor.region, 'order', 20_000)).map(({ subject, stage }) => [subject, stage]));
    const subjects = late.map(({ region, subject: id }) => ({ region, id }));
    const titleOf = await titlesOf(needs, [...new Set([actor.unit, directory.organOf(actor.unit)])], subjects);
    const rows = late.map((row) => {
      const order = fixedId(row.region, row.subject, row.key);
      const stage = orders.get(order);
      const title = titleOf({ region: row.region, id: row.subject });
      return {
        unit: row.unit,
        region: row.region,
        matter: row.subject,
        no: row.no,
        ...(title && { title }),
        clock: row.clock,
        clockName: CLOCKS[row.clock].name,
        legalOn: row.legal_on,
        daysLate: daysBetween(row.legal_on, today),
        ...(stage && { order, stage: ORDER.stages[stage]?.name ?? stage }),
      };
    });
    const units = [...Map.groupBy(rows, ({ unit }) => unit)].map(([unit, own]) => ({
      unit,
      unitName: directory.shortNameOf(unit),
      longest: Math.max(...own.map(({ daysLate }) => daysLate)),
      rows: own.map(({ unit: _, ...row }) => row),
    }));
    return { today, units: units.sort((one, other) => other.longest - one.longest || (one.unitName < other.unitName ? -1 : 1)) };
  });

  serve(app, getYearFigures, async ({ actor, params: { year } }) => {
    mayWatch(actor);
    const now = needs.now();
    return { until: dateInChina(now), ...(await figuresOf(sql, needs.directory.current(), actor.region, year, now)) };
  });

  yearBehindRoutes(app, needs, mayWatch);

  function mayWatch(actor: Parameters<typeof watchesRegion>[1]): void {
    if (!watchesRegion(needs.directory.current(), actor))
      throw new Refusal('NotAllowed', '督办清单由信访部门、联席会议办公室和领导干部看。本单位的超期事项在“案头”。', '信访工作条例第四十条');
  }
}
