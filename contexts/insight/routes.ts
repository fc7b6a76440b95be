import type { FastifyInstance } from 'fastify';
import { dateInChina, type PlainDate } from '#kernel/dates.ts';
import { Refusal } from '#kernel/refusal.ts';
import { regionOf } from '#kernel/subject.ts';
import type { Actor } from '#platform/actor.ts';
import { serve } from '#platform/http.ts';
import type { KeyRing } from '#platform/keys.ts';
import { readNumber, writeNumber } from '#platform/numbers-format.ts';
import { holds, plainOf } from '#platform/search-tokens.ts';
import { readWords } from '#platform/words.ts';
import { findByTypedNo, isConcerned, type Kind, type NumberNeeds, type Stage } from '#contexts/casework/index.ts';
import { searchMatters, type Hit } from './contract.ts';
import { nextWindow, windowsBack } from './domain/periods.ts';
import { doneRoutes } from './figures/done.ts';
import { hiders, markOf } from './index-matter.ts';
import { findTexts, type InsightDb, type SearchFilter } from './store.ts';

export interface InsightNeeds extends NumberNeeds {
  readonly search: KeyRing;
  readonly mayOpenContent: (actor: Actor) => boolean;
}

const LOOKED_AT = 60; // the newest that the index shows are read again, word by word
const SHOWN = 20;
const COUNTED = 1_000;

export function insightRoutes(app: FastifyInstance, needs: InsightNeeds): void {
  doneRoutes(app, needs);
  const hiderOf = hiders(needs.search);
  const db = needs.db.sql as InsightDb;

  serve(app, searchMatters, async ({ actor, query: { q, ...asked } }) => {
    if (!needs.mayOpenContent(actor)) throw new Refusal('NotAllowed', '系统管理员不能检索信访事项的内容。', '个人信息保护法第五十一条');
    const number = readNumber(q);
    if (number) return byNumber(writeNumber(number), actor);

    const region = regionOf(actor.unit);
    const hidden = hiderOf(region).query(q);
    if (!hidden) throw new Refusal('Invalid', '请至少写两个字；一个字找不准。要按编号找，请写完整的编号。');
    const query = `${hidden} & ${hiderOf(region).query(markOf(actor.unit))}`;
    const filter = filterOf(asked);
    const { rows, count, isAll } = await findNewest(region, query, filter);
    const texts = await readWords(
      needs.db.sql,
      needs.keys,
      rows.flatMap(({ region: home, texts: ids }) => ids.map((id) => ({ region: home, id }))),
    );
    const hits = rows.flatMap((row): Hit[] => {
      const parts = row.texts.map((id) => texts.get(id) ?? '');
      const whole = parts.join('\n');
      if (!holds(whole, q)) return []; // its pieces stand there, but apart
      return [{ ...rowOf(row), title: texts.get(row.title) ?? '（内容已依法删除）', snippet: snippetOf(parts.slice(1).join('\n'), q) }];
    });
    return { hits: hits.slice(0, SHOWN), about: rows.length < LOOKED_AT ? hits.length : Math.min(count, COUNTED), atLeast: !isAll || count >= COUNTED };
  });

  /** The last months first, then further back until there is enough to look at; what was counted is what was asked for last. */
  async function findNewest(region: string, query: string, filter: SearchFilter) {
    const hider = hiderOf(region);
    const until = filter.until ?? dateInChina(needs.now());
    const windows = windowsBack(until);
    for (let at = 0; ; ) {
      const { periods, from } = windows[at]!;
      const isAll = !from || (filter.from !== undefined && filter.from >= from);
      const marks = periods.map((period) => hider.query(markOf(period))).join(' | ');
      const found = await findTexts(db, region, marks ? `${query} & ( ${marks} )` : query, filter, LOOKED_AT);
      if (isAll || found.rows.length === LOOKED_AT) return { ...found, isAll };
      at = nextWindow(windows, at, until, found.rows.length, LOOKED_AT);
    }
  }

  async function byNumber(no: string, actor: Actor) {
    const found = await findByTypedNo(needs, no, actor.unit, (matter) => isConcerned(matter, actor.unit));
    if (!found) return { hits: [], about: 0, atLeast: false };
    const { row } = found;
    const texts = await readWords(needs.db.sql, needs.keys, [{ region: row.region, id: row.title }]);
    return { hits: [{ ...rowOf(row), title: texts.get(row.title) ?? '', snippet: '' }], about: 1, atLeast: false };
  }
}

function filterOf({
  stage,
  kind,
  category,
  channel,
  from,
  until,
}: {
  stage?: string;
  kind?: string;
  category?: string;
  channel?: Hit['channel'];
  from?: string;
  until?: string;
}): SearchFilter {
  return {
    ...(stage && { stage: stage as Stage }),
    ...(kind && { kind: kind as Kind }),
    ...(category && { category }),
    ...(channel && { channel }),
    ...(from && { from: from as PlainDate }),
    ...(until && { until: until as PlainDate }),
  };
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
