import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import type { Database } from '#platform/database.ts';
import { cloneDatabase } from '../../test/database.ts';
import { ratingsOf } from './ratings.ts';
import type { EvaluationDb, MembersRow } from './store.ts';

/** Of one matter with many members, and of two with a few: numbers always, grades from five on. */
let db: Database;
const OFFICE = 'qinghe/housing';
beforeAll(async () => {
  db = (await cloneDatabase())();
});

async function rated(row: Pick<MembersRow, 'rated' | 'satisfied' | 'basically_satisfied'> & { closed?: boolean }): Promise<void> {
  const values = { region: 'qinghe', subject: randomUUID(), side: 'unit', office: OFFICE, closed: true, ...row } as const;
  await (db.sql as EvaluationDb).insertInto('evaluation.members').values(values).execute();
}
const members = async () => (await ratingsOf(db.sql as EvaluationDb, 'qinghe', 'unit', OFFICE)).members;

it('不变量 24：联名成员的评价计入单位的合计：满5人分等次；一件不满5人的并在一起，还不满5人只说几人；评价期内的不算', async () => {
  expect(await members()).toEqual({ rated: 0, told: 0, satisfied: null, basically: null });
  await rated({ rated: 3, satisfied: 1, basically_satisfied: 1 });
  expect(await members()).toEqual({ rated: 3, told: 0, satisfied: null, basically: null });
  await rated({ rated: 6, satisfied: 4, basically_satisfied: 0 });
  expect(await members()).toEqual({ rated: 9, told: 6, satisfied: 4, basically: 0 }); // the three of before are told apart by nothing
  await rated({ rated: 2, satisfied: 0, basically_satisfied: 0 });
  expect(await members()).toEqual({ rated: 11, told: 11, satisfied: 5, basically: 1 });
  await rated({ rated: 7, satisfied: 0, basically_satisfied: 0, closed: false });
  expect((await members()).rated).toBe(11);
});
