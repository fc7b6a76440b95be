/**
 * The way from a figure to the matters that it counts, by the same words as the
 * count. What is sealed by now is not listed, and the list does not say why it is
 * shorter; whose matter it is not sees its number, and no word of it.
 */
import type { FastifyInstance } from 'fastify';
import { Refusal } from '#kernel/refusal.ts';
import type { Actor } from '#platform/actor.ts';
import { serve } from '#platform/http.ts';
import { findMatters, titlesOf, type CaseworkDb } from '#contexts/casework/index.ts';
import type { Period } from '../domain/figures.ts';
import { listFigureMatters, type FigureMatter } from './contract.ts';
import type { DoneNeeds } from './done.ts';
import { findBehind, findFigures, type FiguresDb } from './store.ts';

export type BehindNeeds = Pick<DoneNeeds, 'db' | 'keys' | 'now' | 'mayOpenContent'>;

interface Readers {
  readonly unitsFor: (actor: Actor) => readonly string[]; // whose figures this person reads
  readonly periodOf: (month: string) => Period;
  readonly nameOf: (unit: string) => string;
}

const MOST = 200;

export function behindRoutes(app: FastifyInstance, needs: BehindNeeds, { unitsFor, periodOf, nameOf }: Readers): void {
  const db = needs.db.sql as unknown as FiguresDb;

  serve(app, listFigureMatters, async ({ actor, query: { month, unit, clock, how } }) => {
    if (!needs.mayOpenContent(actor)) throw new Refusal('NotAllowed', '系统管理员不能打开信访事项的内容。', '个人信息保护法第五十一条');
    if (!unitsFor(actor).includes(unit)) throw new Refusal('NotFound', '没有这个单位，或者它的情况不由本单位看。请从“期限办理情况”里打开。');
    const period = periodOf(month);
    const [figures, terms] = await Promise.all([findFigures(db, [unit], period), findBehind(db, unit, clock, how, period, MOST + 1)]);
    const subjects = terms.map(({ region, subject: id }) => ({ region, id }));
    const [matters, titleOf] = await Promise.all([findMatters(needs.db.sql as CaseworkDb, subjects), titlesOf(needs, [actor.unit], subjects)]);
    const byId = new Map(matters.map((matter) => [matter.subject, matter]));
    const rows = terms.slice(0, MOST).flatMap(({ region, subject, key, legal_on: legalOn, stopped_on: stoppedOn }): FigureMatter[] => {
      const matter = byId.get(subject);
      if (!matter || matter.stage === 'sealed') return [];
      const title = titleOf({ region, id: subject });
      return [
        { region, matter: subject, no: matter.no, ...(title && { title }), key, legalOn, doneOn: stoppedOn && stoppedOn <= period.asOf ? stoppedOn : null },
      ];
    });
    const figure = figures.find((each) => each.clock === clock);
    return { asOf: period.asOf, unitName: nameOf(unit), count: figure?.[how] ?? 0, rows, more: terms.length > MOST };
  });
}
