import { beforeAll, expect, it } from 'vitest';
import { cloneDatabase } from '../test/database.ts';
import { act, step, type ActNeeds } from './act.ts';
import type { Database } from './database.ts';
import { follow, followAll, lags, sequence } from './feed.ts';
import { keysInMemory } from './keys-memory.ts';
import { newId } from './numbers-id.ts';

let needs: ActNeeds;
let worker: Database;
beforeAll(async () => {
  const open = await cloneDatabase();
  needs = { db: open(), keys: keysInMemory().regions, now: () => new Date('2026-05-11T01:00:00Z'), calendar: () => '2026' };
  worker = open('huiyin_worker');
});

const subject = () => ({ region: 'qinghe', id: newId() });
const thing = {
  initial: undefined,
  decide: () => [{ type: 'Done', by: { person: 'p', unit: 'qinghe/office' }, at: new Date('2026-05-11T00:00:00Z') }],
  evolve: () => undefined,
};
const doIt = (one: { region: string; id: string }, isNew = false) => act(needs, [step(one, 'matter', thing, undefined, { isNew })]);

it('gives every committed act one place, however many try to', async () => {
  const subjects = Array.from({ length: 20 }, subject);
  await Promise.all(subjects.map((one) => doIt(one, true)));
  await doIt(subjects[0]!);

  const moved = await Promise.all([1, 2, 3].map(() => sequence(worker.sql, 'qinghe')));
  expect(moved.reduce((sum, count) => sum + count, 0)).toBe(21);

  const feed = await worker.sql.selectFrom('history.feed').selectAll().orderBy('position').execute();
  expect(feed.map(({ position }) => Number(position))).toEqual(Array.from({ length: 21 }, (_, index) => index + 1));
  expect(feed.filter(({ subject: id }) => id === subjects[0]!.id).map(({ n }) => n)).toEqual([1, 2]);
  expect(await sequence(worker.sql, 'qinghe')).toBe(0);
  expect(await sequence(worker.sql, 'linshui')).toBe(0);
});

it('brings a follower on, and does not lose what it failed at', async () => {
  const met: string[] = [];
  const work = async (_: unknown, { id }: { id: string }) => void met.push(id);
  const fail = async () => {
    throw new Error('打印机没纸');
  };

  await expect(follow(worker.sql, 'qinghe', 'figures', fail)).rejects.toThrow('没纸');
  expect(await follow(worker.sql, 'qinghe', 'figures', work)).toBe(21);
  expect(await follow(worker.sql, 'qinghe', 'figures', work)).toBe(0);
  expect(met).toHaveLength(21);
});

it('takes what happened while it was away in order, in portions, one process at a time', async () => {
  const subjects = Array.from({ length: 7 }, subject);
  for (const one of subjects) {
    await doIt(one, true);
    await sequence(worker.sql, 'qinghe');
  }
  await follow(worker.sql, 'qinghe', 'search', async () => {}); // up to date with the 28 so far
  for (const one of subjects) {
    await doIt(one);
    await sequence(worker.sql, 'qinghe');
  }
  expect(await lags(worker.sql)).toContainEqual({ region: 'qinghe', name: 'search', behind: 7 });

  const met: string[] = [];
  const slow = () =>
    followAll(
      worker.sql,
      'qinghe',
      'search',
      async (_, news) => {
        await new Promise((resolve) => setTimeout(resolve, 20));
        met.push(...news.map(({ id }) => id));
      },
      3,
    );
  const first = await Promise.all([slow(), slow()]);
  expect(first.sort()).toEqual([0, 3]);
  while ((await slow()) > 0);
  expect(met).toEqual(subjects.map(({ id }) => id));
});
