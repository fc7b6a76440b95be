/** The way from a figure of the year to what it counts: matters, or work beside them. Where the figure itself is not told, neither is this (不变量 28). */
import type { FastifyInstance } from 'fastify';
import { findMatters, titlesOf, type CaseworkDb } from '#contexts/casework/index.ts';
import { findOwned, type CoordinationDb } from '#contexts/coordination/index.ts';
import { dateInChina } from '#kernel/dates.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { Actor } from '#platform/actor.ts';
import { serve } from '#platform/http.ts';
import { listYearBehind, type YearItem } from './contract/overdue.ts';
import type { SupervisionNeeds } from './handle.ts';
import { figuresOf, findCounted } from './year.ts';

type Needs = Pick<SupervisionNeeds, 'db' | 'keys' | 'now' | 'directory'>;
type Counted = Awaited<ReturnType<typeof findCounted>>;

/** Which pieces of work an action of this name is found in; any other is one of a matter. */
const WORK_OF: Readonly<Record<string, string>> = {
  SupervisionIssued: 'order',
  RecommendationSent: 'recommendation',
  RecommendationFeedbackReceived: 'recommendation',
};
const MOST = 200;
const OWNED = 20_000;

export function yearBehindRoutes(app: FastifyInstance, needs: Needs, mayWatch: (actor: Actor) => void): void {
  const sql = needs.db.sql;

  serve(app, listYearBehind, async ({ actor, params: { year }, query: { what, key = '' } }) => {
    mayWatch(actor);
    const now = needs.now();
    const figures = await figuresOf(sql, needs.directory.current(), actor.region, year, now);
    const all = [
      { name: '信访事项', count: figures.matters, behind: { what: 'MatterOpened', key: '' } },
      ...figures.byCategory,
      ...figures.sent,
      ...figures.recommendations,
    ];
    const figure = all.find(({ behind }) => behind?.what === what && behind.key === key);
    if (!figure || figure.count === null)
      throw new Refusal('NotFound', '没有这个数，或者它不公布：少于 5 的和能由此推算出来的，不列是哪些。请从“年度报告数据”里点要看的那个数。');
    const counted = await findCounted(sql, actor.region, year, now, { what, key }, MOST + 1);
    const shown = counted.slice(0, MOST);
    const kind = WORK_OF[what];
    const rows = kind ? await workRows(actor, kind, shown) : await matterRows(actor, shown);
    return { until: dateInChina(now), name: figure.name, count: figure.count, rows, more: counted.length > MOST };
  });

  const unitsOf = ({ unit }: Actor) => [...new Set([unit, needs.directory.current().organOf(unit)])];

  /** What is sealed by now is not listed; whose matter it is not sees its number alone. */
  async function matterRows(actor: Actor, counted: Counted): Promise<YearItem[]> {
    const subjects = counted.map(({ subject: id }) => ({ region: actor.region, id }));
    const [matters, titleOf] = await Promise.all([findMatters(sql as CaseworkDb, subjects), titlesOf(needs, unitsOf(actor), subjects)]);
    const byId = new Map(matters.map((matter) => [matter.subject, matter]));
    return counted.flatMap(({ subject, at }): YearItem[] => {
      const matter = byId.get(subject);
      if (!matter || matter.stage === 'sealed') return [];
      const title = titleOf({ region: actor.region, id: subject });
      return [{ region: actor.region, id: subject, kind: 'matter', no: matter.no, ...(title && { title }), on: dateInChina(at) }];
    });
  }

  /** Only what this unit leads, or is asked to answer. */
  async function workRows(actor: Actor, kind: string, counted: Counted): Promise<YearItem[]> {
    const directory = needs.directory.current();
    const units = unitsOf(actor);
    const owned = new Map((await findOwned(sql as CoordinationDb, actor.region, kind, OWNED)).map((row) => [row.subject, row]));
    return counted.flatMap(({ subject, at }): YearItem[] => {
      const row = owned.get(subject);
      if (!row || ![row.owner, row.about_unit].some((unit) => unit && units.includes(unit))) return [];
      const title = row.about_unit ? directory.shortNameOf(row.about_unit) : directory.shortNameOf(row.owner);
      return [{ region: actor.region, id: subject, kind: 'work', ...(row.matter && { no: row.matter }), title, on: dateInChina(at) }];
    });
  }
}
