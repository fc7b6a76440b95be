import type { FastifyInstance } from 'fastify';
import { dateInChina, plainDate } from '#kernel/dates.ts';
import { Refusal } from '#kernel/refusal.ts';
import { regionOf } from '#kernel/subject.ts';
import type { Actor } from '#platform/actor.ts';
import { serve } from '#platform/http.ts';
import type { KeyRing } from '#platform/keys.ts';
import { readNumber, writeNumber } from '#platform/numbers-format.ts';
import { holds, plainOf } from '#platform/search-tokens.ts';
import { readWords } from '#platform/words.ts';
import { findByTypedNo, isConcerned, type NumberNeeds } from '#contexts/casework/index.ts';
import { searchMatters, type Hit } from './contract.ts';
import { doneRoutes } from './figures/done.ts';
import { hiders } from './index-matter.ts';
import { findNewest } from './newest.ts';
import type { FoundRow, InsightDb } from './store.ts';

export interface InsightNeeds extends NumberNeeds {
  readonly search: KeyRing;
  readonly mayOpenContent: (actor: Actor) => boolean;
}

const LOOKED_AT = 40; // of the newest that the index shows: twice as many as are shown
const SHOWN = 20;
const OPENED = 30; // at once, to be read again word by word, until there are enough to show: nearly all hold what was asked
const COUNTED = 1_000;

export function insightRoutes(app: FastifyInstance, needs: InsightNeeds): void {
  doneRoutes(app, needs);
  const hiderOf = hiders(needs.search);
  const db = needs.db.sql as InsightDb;

  serve(app, searchMatters, async ({ actor, query: { q, ...asked } }) => {
    if (!needs.mayOpenContent(actor)) throw new Refusal('NotAllowed', '系统管理员不能检索信访事项的内容。', '个人信息保护法第五十一条');
    const number = readNumber(q);
    if (number) return byNumber(writeNumber(number), actor);

    const { from, until, ...facts } = asked;
    const days = { ...(from && { from: plainDate(from) }), ...(until && { until: plainDate(until) }) };
    const found = await findNewest(db, hiderOf(regionOf(actor.unit)), { words: q, unit: actor.unit, facts, days }, dateInChina(needs.now()), LOOKED_AT);
    if (!found) throw new Refusal('Invalid', '请至少写两个字；一个字找不准。要按编号找，请写完整的编号。');
    const { rows, count, isAll } = found;
    const hits: Hit[] = [];
    let opened = 0;
    for (; opened < rows.length && hits.length < SHOWN; opened += OPENED) hits.push(...(await holding(rows.slice(opened, opened + OPENED), q)));
    const isExact = isAll && opened >= rows.length && rows.length < LOOKED_AT;
    return { hits: hits.slice(0, SHOWN), about: isExact ? hits.length : Math.min(count, COUNTED), atLeast: !isAll || count >= COUNTED };
  });

  /** Those in which the words really stand. */
  async function holding(rows: readonly FoundRow[], q: string): Promise<Hit[]> {
    const texts = await readWords(
      needs.db.sql,
      needs.keys,
      rows.flatMap(({ region, texts: ids }) => ids.map((id) => ({ region, id }))),
    );
    return rows.flatMap((row): Hit[] => {
      const parts = row.texts.map((id) => texts.get(id) ?? '');
      const whole = parts.join('\n');
      if (!holds(whole, q)) return []; // its pieces stand there, but apart
      return [{ ...rowOf(row), title: texts.get(row.title) ?? '（内容已依法删除）', snippet: snippetOf(parts.slice(1).join('\n'), q) }];
    });
  }

  async function byNumber(no: string, actor: Actor) {
    const found = await findByTypedNo(needs, no, actor.unit, (matter) => isConcerned(matter, actor.unit));
    if (!found) return { hits: [], about: 0, atLeast: false };
    const { row } = found;
    const texts = await readWords(needs.db.sql, needs.keys, [{ region: row.region, id: row.title }]);
    return { hits: [{ ...rowOf(row), title: texts.get(row.title) ?? '', snippet: '' }], about: 1, atLeast: false };
  }
}

function rowOf(row: {
  region: string;
  subject: string;
  no: string;
  stage: string;
  kind: string | null;
  category: string | null;
  channel: Hit['channel'];
  received_at: Date;
}) {
  const { region, subject: matter, no, stage, kind, category, channel } = row;
  return { region, matter, no, stage, kind, category, channel, receivedOn: dateInChina(row.received_at) };
}

const AROUND = 24;

/** The place where it stands, with some characters around it. */
function snippetOf(text: string, words: string): string {
  const [first = ''] = plainOf(words).split(/\s+/).filter(Boolean);
  const at = plainOf(text).indexOf(first);
  if (at < 0) return [...text].slice(0, AROUND * 2).join('');
  const from = Math.max(0, at - AROUND);
  return `${from > 0 ? '…' : ''}${text.slice(from, at + first.length + AROUND).replaceAll('\n', ' ')}…`;
}
