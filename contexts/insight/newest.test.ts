import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { addDays, dateInChina, type PlainDate } from '#kernel/dates.ts';
import { registerIntake } from '#contexts/intake/index.ts';
import { sequence } from '#platform/feed.ts';
import { keysInMemory } from '#platform/keys-memory.ts';
import { cloneDatabase } from '../../test/database.ts';
import { arrivedBy, deskNeeds } from '../../test/desk.ts';
import { indexMatters } from './follower.ts';
import { hiders } from './index-matter.ts';
import { findNewest } from './newest.ts';
import type { InsightDb } from './store.ts';

const TODAY: PlainDate = '2026-07-24';
const UNIT = 'qinghe/petition';
const WORDS = ['路灯不亮', '路面坑洼', '楼道漏水'];
const CATEGORIES = ['0101', '0103', '0306'];
const CHANNELS = ['letter', 'phone', 'visit'] as const;
const AGES = [0, 3, 9, 14, 21, 35, 60, 100, 150, 190, 300, 380, 500, 900, 1_300, 2_000, 2_600]; // days, through every window and past the last
const { search } = keysInMemory();
const hider = hiders(search)('qinghe');
const matters = Array.from({ length: 102 }, (_, index) => ({
  words: WORDS[index % 3]!,
  category: CATEGORIES[(index >> 1) % 3]!,
  channel: CHANNELS[(index >> 2) % 3]!,
  on: addDays(TODAY, -(AGES[index % AGES.length]! + (index >> 4))),
}));
let db: InsightDb;

beforeAll(async () => {
  const open = await cloneDatabase();
  let now = new Date();
  const needs = deskNeeds(open('huiyin_office'), () => now);
  const worker = open('huiyin_worker');
  for (const { words, category, channel, on } of matters) {
    now = new Date(`${on}T10:00:00+08:00`);
    const classify = { kind: 'claim', purpose: 'seekResolution', category, also: [], firstTime: true, general: false } as const;
    const part = { title: words, text: words, claims: [words], classify: { ...classify, simple: false, ownLower: false, litigation: false, evaluation: true } };
    const arrived = { ...arrivedBy(channel, words), receivedAt: new Date(`${on}T09:00:00+08:00`) };
    await registerIntake(needs, 'qinghe', arrived, { by: { person: '张明', unit: UNIT }, parts: [part] });
  }
  await sequence(worker.sql, 'qinghe');
  while ((await indexMatters({ staff: needs, worker, search }, 'qinghe', 'search')) > 0);
  db = needs.db.sql as InsightDb;
}, 60_000);

describe('找事项', () => {
  const asked = fc.record({
    words: fc.constantFrom(...WORDS, '楼道', '没有人写过的话'),
    category: fc.constantFrom(null, '01', '0306', '0103', '17'),
    channel: fc.constantFrom(null, ...CHANNELS),
    stage: fc.constantFrom(null, 'triaged', 'registered', 'concluded'),
    from: fc.option(
      fc.nat(2_700).map((age) => addDays(TODAY, -age)),
      { nil: undefined },
    ),
    until: fc.option(
      fc.nat(2_700).map((age) => addDays(TODAY, -age)),
      { nil: undefined },
    ),
  });

  it('随便怎样问，给出的就是合乎问法的最近几件；说看全了的，件数也对', async () => {
    const stage = await stageOfAll();
    await fc.assert(
      fc.asyncProperty(asked, fc.constantFrom(3, 10, 60), async ({ words, from, until, ...facts }, limit) => {
        const wanted = matters
          .filter((each) => each.words.includes(words))
          .filter(({ category }) => !facts.category || category.startsWith(facts.category))
          .filter(({ channel }) => !facts.channel || channel === facts.channel)
          .filter(() => !facts.stage || facts.stage === stage)
          .filter(({ on }) => (!from || on >= from) && (!until || on <= until))
          .map(({ on }) => on)
          .sort()
          .reverse();
        const days = { ...(from && { from }), ...(until && { until }) };
        const { rows, count, isAll } = (await findNewest(db, hider, { words, unit: UNIT, facts, days }, TODAY, limit))!;
        expect(rows.map((row) => dateInChina(row.received_at))).toEqual(wanted.slice(0, limit));
        if (isAll) expect(count).toBe(wanted.length);
      }),
      { numRuns: 150 },
    );
  });

  it('别的单位的，一件也没有；一个字不去找', async () => {
    const ask = (unit: string, words: string) => findNewest(db, hider, { words, unit, facts: {}, days: {} }, TODAY, 10);
    expect((await ask('qinghe/housing', '路灯'))!.rows).toEqual([]);
    expect(await ask(UNIT, '灯')).toBeUndefined();
  });

  const stageOfAll = async () => {
    const stages = await db.selectFrom('insight.text').select('stage').distinct().execute();
    expect(stages).toHaveLength(1);
    return stages[0]!.stage;
  };
});
