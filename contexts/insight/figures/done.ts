import type { FastifyInstance } from 'fastify';
import { addDays, dateInChina, weekdayOf } from '#kernel/dates.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { Actor } from '#platform/actor.ts';
import { serve } from '#platform/http.ts';
import { readWords } from '#platform/words.ts';
import { findMatters, type CaseworkDb, type CaseworkNeeds } from '#contexts/casework/index.ts';
import { getDoneThisWeek, type DoneItem } from './contract.ts';
import { findDone, type FiguresDb } from './store.ts';

export interface DoneNeeds extends CaseworkNeeds {
  readonly mayOpenContent: (actor: Actor) => boolean;
}

const MOST = 200;
const PORTION = MOST + 1;

/** 本周办成: what the unit answered since Monday, beside what it still owes. Answers are listed, nobody's work is counted. */
export function doneRoutes(app: FastifyInstance, needs: DoneNeeds): void {
  serve(app, getDoneThisWeek, async ({ actor }) => {
    if (!needs.mayOpenContent(actor)) throw new Refusal('NotAllowed', '系统管理员不能打开信访事项的内容。', '个人信息保护法第五十一条');
    const today = dateInChina(needs.now());
    const from = addDays(today, -((weekdayOf(today) + 6) % 7)); // Monday
    const items: DoneItem[] = [];
    for (let after = 0; items.length <= MOST; after += PORTION) {
      const found = await findDone(needs.db.sql as unknown as FiguresDb, actor.unit, from, PORTION, after);
      items.push(...(await itemsOf(found)));
      if (found.length < PORTION) break;
    }
    return { today, from, items: items.slice(0, MOST), more: items.length > MOST };
  });

  /** What is sealed by now, or is no matter, is not listed, and counts for nothing: hence more portions than one. */
  async function itemsOf(found: Awaited<ReturnType<typeof findDone>>): Promise<DoneItem[]> {
    const matters = await findMatters(
      needs.db.sql as CaseworkDb,
      found.map(({ region, subject: id }) => ({ region, id })),
    );
    const titles = await readWords(
      needs.db.sql,
      needs.keys,
      matters.map(({ region, title }) => ({ region, id: title })),
    );
    const byId = new Map(matters.map((matter) => [matter.subject, matter]));
    return found.flatMap(({ region, subject, key, clock, legal_on, stopped_on, outcome }): DoneItem[] => {
      const matter = byId.get(subject);
      if (!matter || matter.stage === 'sealed' || !stopped_on) return [];
      const { no, channel, title } = matter;
      const text = titles.get(title) ?? '（内容已依法删除）';
      return [{ region, matter: subject, no, title: text, channel, clock, key, legalOn: legal_on, doneOn: stopped_on, kept: outcome === 'kept' }];
    });
  }
}
