import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { cloneDatabase } from '../test/database.ts';
import { act, step, type ActNeeds } from './act.ts';
import type { Database } from './database.ts';
import { keysInMemory } from './keys-memory.ts';
import { newId } from './numbers-id.ts';
import { rebuildViews, type Rebuilder } from './views-rebuild.ts';

let needs: ActNeeds;
let owner: Database;
const counted: Rebuilder<ActNeeds> = {
  name: 'counted',
  tables: ['counted'],
  rowsOf: ({ db }, { region, id }, past) => [db.sql.insertInto('counted').values({ region, subject: id, actions: past.length })],
};
const failing: Rebuilder<ActNeeds> = {
  ...counted,
  rowsOf: (all, subject, past) => {
    if (past.length === 2) throw new Error('不认识的动作');
    return counted.rowsOf(all, subject, past);
  },
};
const thing = {
  initial: undefined,
  decide: () => [{ type: 'Done', by: { person: 'p', unit: 'u' }, at: new Date('2026-05-10T00:00:00Z') }],
  evolve: () => undefined,
};

beforeAll(async () => {
  const open = await cloneDatabase();
  owner = open('postgres');
  needs = { db: open(), keys: keysInMemory().regions, now: () => new Date('2026-05-11T00:00:00Z'), calendar: () => '2026' };
  await sql`create table public.counted (region text, subject uuid, actions int, primary key (region, subject))`.execute(owner.sql);
  await sql`insert into counted values ('qinghe', ${newId()}, 99)`.execute(owner.sql); // of a subject that no longer is
  for (let turn = 0; turn < 12; turn += 1) {
    const subject = { region: turn % 2 ? 'linshui' : 'qinghe', id: newId() };
    await act(needs, [step(subject, 'matter', thing, undefined, { isNew: true })]);
    if (turn % 3 === 0) await act(needs, [step(subject, 'matter', thing, undefined)]);
  }
});

const rows = () => owner.sql.selectFrom('counted').selectAll().orderBy('subject').execute();

it('makes the views anew from history, in portions over regions, without what does not belong', async () => {
  const portions: number[] = [];
  expect(await rebuildViews(owner, needs, [counted], { portion: 5, onPortion: (done) => void portions.push(done) })).toBe(12);
  expect(portions).toEqual([5, 10, 12]);
  const made = await rows();
  expect(made.map(({ actions }) => actions).sort()).toEqual([...Array(8).fill(1), ...Array(4).fill(2)]);
});

it('changes nothing when it breaks off', async () => {
  const before = await rows();
  await expect(rebuildViews(owner, needs, [failing], { portion: 5 })).rejects.toThrow('不认识的动作');
  expect(await rows()).toEqual(before);
});

it('lets everybody read the old rows until it ends, and acts wait for it', async () => {
  const before = await rows();
  let acting: Promise<unknown> | undefined;
  let acted = false;
  const subject = { region: 'qinghe', id: newId() };
  await rebuildViews(owner, needs, [counted], {
    portion: 5,
    async onPortion() {
      acting ??= act(needs, [step(subject, 'matter', thing, undefined, { isNew: true })]).then(() => void (acted = true));
      expect(await rows()).toEqual(before);
      expect(acted).toBe(false);
    },
  });
  await acting;
  expect(acted).toBe(true);
});
