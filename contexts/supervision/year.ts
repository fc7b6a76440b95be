/**
 * The figures of a year for the annual report (第四十一条第一款), counted from
 * the recorded actions alone with a cut-off, so that the same year gives the
 * same figures (不变量 40). What is fewer than five is not told, nor what would
 * give it away by subtraction (不变量 28).
 */
import { sql } from 'kysely';
import { CATEGORIES } from '#contexts/casework/index.ts';
import type { Directory } from '#contexts/directory/index.ts';
import type { Database } from '#platform/database.ts';
import type { YearFigures } from './contract/overdue.ts';
import { told } from '#kernel/few.ts';
import { toldParts } from './domain/told-parts.ts';
import { RECOMMENDATIONS } from './domain/work/recommendation.ts';

interface Found {
  readonly what: string;
  readonly key: string | null;
  readonly count: string;
}

export async function figuresOf(db: Database['sql'], directory: Directory, region: string, year: string, until: Date): Promise<Omit<YearFigures, 'until'>> {
  const { rows } = await sql<Found>`
    select type as what, ${KEY} as key, count(distinct subject) as count
    from history.action
    where ${inYear(region, year, until)} and type = any(${TYPES as unknown as string[]}::text[])
    group by 1, 2`.execute(db);
  const of = (what: string) => rows.filter((row) => row.what === what);
  const sum = (what: string) => of(what).reduce((all, { count }) => all + Number(count), 0);
  /** Under its name, the most first; what is not told stands last, in no order. */
  const named = (what: string, counts: readonly (number | null)[], nameOf: (key: string) => string) =>
    of(what)
      .map(({ key }, at) => withWay({ name: nameOf(key ?? ''), count: counts[at] ?? null }, what, key ?? ''))
      .filter(({ name }) => name !== '')
      .sort((one, other) => (other.count ?? 0) - (one.count ?? 0) || (one.name < other.name ? -1 : 1));
  const countsOf = (what: string) => of(what).map(({ count }) => Number(count));
  const categories = toldParts(countsOf('MatterClassified'), sum('MatterOpened'));
  const answers = toldParts(countsOf('RecommendationFeedbackReceived'), sum('RecommendationSent'));
  const advice = countsOf('RecommendationSent').map((count) => (answers.whole === null ? null : told(count))); // they add up to what was answered
  return {
    year,
    matters: categories.whole,
    byCategory: named('MatterClassified', categories.parts, (key) => CATEGORIES.find(({ code }) => code === key)?.name ?? key),
    complainedAbout: named('ConductComplaintReceived', countsOf('ConductComplaintReceived').map(told), directory.shortNameOf),
    sent: Object.entries(SENT).map(([what, name]) => withWay({ name, count: told(sum(what)) }, what)),
    recommendations: [
      ...named('RecommendationSent', advice, (key) => RECOMMENDATIONS[key as keyof typeof RECOMMENDATIONS] ?? key),
      ...named('RecommendationFeedbackReceived', answers.parts, (key) => `反馈：${ADOPTED[key] ?? key}`),
    ],
  };
}

/** What an action is counted under. */
const KEY = sql<string | null>`case type
  when 'MatterClassified' then left(data ->> 'category', 2)
  when 'ConductComplaintReceived' then data ->> 'unit'
  when 'RecommendationSent' then data -> 'values' ->> 'advice'
  when 'RecommendationFeedbackReceived' then data -> 'values' ->> 'adopted'
end`;

function inYear(region: string, year: string, until: Date) {
  const from = new Date(`${year}-01-01T00:00:00+08:00`);
  const to = new Date(Math.min(new Date(`${Number(year) + 1}-01-01T00:00:00+08:00`).getTime(), until.getTime()));
  return sql<boolean>`region = ${region} and at >= ${from} and at < ${to}`;
}

/** The way to what a figure counts: of one that is told, and never to complaints, which only the organ outside the unit may know (不变量 21, 28). */
const withWay = <Item extends { readonly count: number | null }>(item: Item, what: string, key = '') =>
  item.count === null || what === 'ConductComplaintReceived' ? item : { ...item, behind: { what, key } };

/** The subjects that a figure of the year counts, the newest first: of the same rows as the count. */
export async function findCounted(db: Database['sql'], region: string, year: string, until: Date, { what, key }: { what: string; key: string }, limit: number) {
  const { rows } = await sql<{ subject: string; at: Date }>`
    select subject, max(at) as at
    from history.action
    where ${inYear(region, year, until)} and type = ${what} and coalesce(${KEY}, '') = ${key}
    group by subject order by max(at) desc, subject limit ${limit}`.execute(db);
  return rows;
}

const SENT: Readonly<Record<string, string>> = { MatterReferred: '转送', MatterAssigned: '交办', SupervisionIssued: '督办' };
const ADOPTED: Readonly<Record<string, string>> = { adopted: '采纳', partly: '部分采纳', not: '未采纳' };
const TYPES = ['MatterOpened', 'MatterClassified', 'ConductComplaintReceived', 'RecommendationSent', 'RecommendationFeedbackReceived', ...Object.keys(SENT)];
