import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { addDays, type PlainDate } from '#kernel/dates.ts';
import type { Database } from '#platform/database.ts';
import { cloneDatabase } from '../../../test/database.ts';
import { chance, live } from '../../../test/random-history.ts';
import { at, decider, laws, opening, UNITS } from '../../../test/stories.ts';
import { countFigures, type Figure } from '../domain/figures.ts';
import { termsOf } from './terms.ts';
import { closeMonth, findBehind, findClosings, findFigures, putTerms, type FiguresDb } from './store.ts';

let db: Database;
let sql: FiguresDb;
beforeAll(async () => {
  db = (await cloneDatabase())('huiyin_worker');
  sql = db.sql as unknown as FiguresDb;
});

const lives = Array.from({ length: 40 }, (_, seed) => {
  const received = addDays('2025-03-01', seed * 5);
  return live(
    {
      decider,
      opening: opening(received, { receivedBy: seed % 2 ? UNITS.housing : UNITS.petition, isPetitionDept: seed % 2 === 0 }),
      openedAt: at(received),
      units: { petition: UNITS.petition, handlers: [UNITS.housing, UNITS.water, UNITS.town], government: UNITS.government },
    },
    chance(seed + 1),
    30,
  );
});
const terms = lives.map(({ actions }) => termsOf({ initial: decider.initial, evolve: decider.evolve, lawOf: laws.get }, actions));
const units = [...new Set(terms.flat().map(({ unit }) => unit))];
const sorted = (figures: readonly Figure[]) => figures.map(({ unit, clock, kept, broken }) => `${unit} ${clock} ${kept} ${broken}`).sort();

describe('期限办理情况，在库里数', () => {
  it('不变量 40：库里数的和照经过数的一样，哪个月、截到哪天都一样；写两遍也一样', async () => {
    const subjects = terms.map(() => ({ region: 'qinghe', id: randomUUID() }));
    for (let round = 0; round < 2; round += 1)
      await putTerms(
        sql,
        terms.map((one, index) => ({ subject: subjects[index]!, terms: one })),
      );
    let seen = 0;
    for (const [from, until, asOf] of [
      ['2025-03-01', '2025-03-31', '2025-04-01'],
      ['2025-05-01', '2025-05-31', '2025-05-20'],
      ['2025-01-01', '2027-12-31', '2026-01-15'],
      ['2025-01-01', '2027-12-31', '2030-01-01'],
    ] as [PlainDate, PlainDate, PlainDate][]) {
      const found = await findFigures(sql, units, { from, until, asOf });
      expect(sorted(found)).toEqual(sorted(countFigures(terms.flat(), { from, until, asOf })));
      seen += found.length;
      for (const { unit, clock, kept, broken } of found) {
        const behind = await Promise.all((['kept', 'broken'] as const).map((how) => findBehind(sql, unit, clock, how, { from, until, asOf }, 1_000)));
        expect(
          behind.map((rows) => rows.length),
          `${unit} ${clock}`,
        ).toEqual([kept, broken]); // the way from a figure leads to exactly what it counts
      }
    }
    expect(seen).toBeGreaterThan(8);
  });

  it('不变量 40：月底结了账，以后怎么变都不改；现在的数另外数', async () => {
    const month = '2025-04-01';
    expect(await closeMonth(sql, 'qinghe', month, '2025-04-30', '2025-05-01', at('2025-05-01'))).toBeGreaterThan(0);
    const closed = await findClosings(sql, units, month);
    await sql.deleteFrom('insight.term').execute();
    expect(await closeMonth(sql, 'qinghe', month, '2025-04-30', '2025-05-01', at('2025-06-01'))).toBe(0);
    expect(await findClosings(sql, units, month)).toEqual(closed);
    expect(await findFigures(sql, units, { from: month, until: '2025-04-30', asOf: '2025-05-01' })).toEqual([]);
  });
});
