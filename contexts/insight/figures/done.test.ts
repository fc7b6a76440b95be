import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { cloneDatabase } from '../../../test/database.ts';
import { UNITS } from '../../../test/stories.ts';
import type { Term } from '../domain/figures.ts';
import { findDone, putTerms, type FiguresDb } from './store.ts';

let sql: FiguresDb;
beforeAll(async () => {
  sql = (await cloneDatabase())('huiyin_worker').sql as unknown as FiguresDb;
});

const term = (key: string, more: Partial<Term>): Term => ({
  key,
  clock: 'A06',
  unit: UNITS.housing,
  bornOn: '2026-11-01',
  legalOn: '2026-11-20',
  stoppedOn: '2026-11-17',
  outcome: 'kept',
  ...more,
});

it('本周办成：从星期一起办成的，晚了的也列，新的在前；还在走的、终止的、上周的、别的单位的不列', async () => {
  const terms = [
    term('kept', {}),
    term('late', { legalOn: '2026-11-10', stoppedOn: '2026-11-18', outcome: 'late' }),
    term('lastWeek', { stoppedOn: '2026-11-15' }),
    term('stopped', { outcome: 'stopped' }),
    term('others', { unit: UNITS.water }),
  ];
  const { stoppedOn: _, outcome: __, ...running } = term('running', {});
  await putTerms(sql, [{ subject: { region: 'qinghe', id: randomUUID() }, terms: [...terms, running] }]);
  const found = await findDone(sql, UNITS.housing, '2026-11-16', 100);
  expect(found.map(({ key, outcome }) => [key, outcome])).toEqual([
    ['late', 'late'],
    ['kept', 'kept'],
  ]);
  expect(await findDone(sql, UNITS.housing, '2026-11-16', 1)).toHaveLength(1);
});
