import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cloneAddress, type Role } from '../test/database.ts';
import { openDatabase, type Database } from './database.ts';
import { doDue, findNextDue, hasten, nextInChina, plan, type Job, type Work } from './timetable.ts';

const at = (time: string) => new Date(`2026-05-11T${time}:00+08:00`);
const job = (key: string, dueAt = at('09:00'), kind = 'render'): Job => ({ region: 'qinghe', kind, key, dueAt });

let office: Database;
let worker: Database;
let owner: Database;
let address: (role?: Role) => string;
beforeAll(async () => {
  address = await cloneAddress();
  const open = (role: Role) => openDatabase(address(role), 5);
  [office, worker, owner] = [open('huiyin_office'), open('huiyin_worker'), open('postgres')];
});
afterAll(() => Promise.all([office, worker, owner].map((db) => db.close())));
beforeEach(() => owner.sql.deleteFrom('timetable.job').execute());

const rows = () => owner.sql.selectFrom('timetable.job').select(['key', 'due_at', 'attempts', 'trouble']).orderBy('key').execute();

describe('the timetable', () => {
  it('does what is due, oldest first, and not what comes later', async () => {
    await office.send(plan(office.sql, job('b', at('08:30'))), plan(office.sql, job('a', at('08:00'))), plan(office.sql, job('c', at('11:00'))));
    const met: string[] = [];
    const work: Work = async ({ key }) => void met.push(key);
    expect(await doDue(worker.sql, { render: work }, { now: () => at('09:00') })).toBe(2);
    expect(met).toEqual(['a', 'b']);
    expect(await findNextDue(worker.sql)).toEqual(at('11:00'));
    expect(await rows()).toMatchObject([{ key: 'c' }]);
  });

  it('does each job once, however many workers look', async () => {
    await office.send(...Array.from({ length: 20 }, (_, index) => plan(office.sql, job(`${index}`))));
    await office.send(plan(office.sql, job('0'))); // planned twice is planned once
    const met: string[] = [];
    const work: Work = async ({ key }) => {
      met.push(key);
      await new Promise((resolve) => setTimeout(resolve, 2));
      return undefined;
    };
    const done = await Promise.all([1, 2, 3].map(() => doDue(worker.sql, { render: work }, { now: () => at('09:00') })));
    expect(done.reduce((sum, count) => sum + count)).toBe(20);
    expect(new Set(met).size).toBe(met.length);
  });

  it('is not ended in the middle of long work that goes on elsewhere', async () => {
    await office.send(plan(office.sql, job('long')));
    const impatient = openDatabase(address('huiyin_worker'), { max: 2, statementMs: 100 });
    const work: Work = () => new Promise((resolve) => setTimeout(() => resolve(undefined), 400));
    expect(await doDue(impatient.sql, { render: work }, { now: () => at('09:00') })).toBe(1);
    await impatient.close();
  });

  it('brings forward what has become pressing, but not what was put off, and puts nothing off itself', async () => {
    await office.send(plan(office.sql, job('a', at('11:00'))), plan(office.sql, job('b', at('09:00'))), plan(office.sql, job('c', at('08:00'))));
    await owner.sql.updateTable('timetable.job').set({ attempts: 1 }).where('key', '=', 'b').execute();
    for (const key of ['a', 'b', 'c', 'unplanned']) await hasten(worker.sql, job(key, at('08:30'))).execute();
    expect((await rows()).map(({ key, due_at }) => [key, due_at])).toEqual([
      ['a', at('08:30')],
      ['b', at('09:00')],
      ['c', at('08:00')],
    ]);

    const meanwhile: Work = async () => {
      await hasten(worker.sql, job('c', at('07:00'))).execute(); // does not wait for whoever has it
      return at('10:00');
    };
    expect(await doDue(worker.sql, { render: meanwhile }, { now: () => at('08:00') })).toBe(1);
    expect((await rows())[2]).toMatchObject({ key: 'c', due_at: at('10:00') });
  });

  it('keeps a round that comes again, at the time that it gives', async () => {
    await office.send(plan(office.sql, job('', at('00:05'), 'breaches')));
    const work: Work = async ({ dueAt }) => nextInChina(dueAt, 0, 5);
    expect(await doDue(worker.sql, { breaches: work }, { now: () => at('00:06') })).toBe(1);
    expect(await doDue(worker.sql, { breaches: work }, { now: () => at('00:06') })).toBe(0);
    expect(await rows()).toMatchObject([{ due_at: new Date('2026-05-12T00:05:00+08:00'), attempts: 0 }]);
  });

  it('tries again later what failed, undoes what it had written, and goes on with the rest', async () => {
    await office.send(plan(office.sql, job('bad', at('08:00'))), plan(office.sql, job('good', at('08:30'))));
    const told: unknown[] = [];
    const work: Work = async ({ key }, trx) => {
      await trx
        .insertInto('timetable.job')
        .values({ region: 'qinghe', kind: 'x', key, due_at: at('20:00'), attempts: 0 })
        .execute();
      if (key === 'bad') throw Object.assign(new Error('王小明的打印机没纸'), { code: 'PRINTER' });
      return undefined;
    };
    const now = { now: () => at('09:00'), onTrouble: (...args: unknown[]) => void told.push(args[2]) };
    expect(await doDue(worker.sql, { render: work }, now)).toBe(1);
    expect(told).toEqual([1]);
    expect(await rows()).toMatchObject([
      { key: 'bad', attempts: 1, trouble: 'PRINTER', due_at: new Date(at('09:00').getTime() + 30_000) },
      { key: 'good', due_at: at('20:00') },
    ]);
    expect(await doDue(worker.sql, { render: work }, { now: () => at('09:01') })).toBe(0);
    expect((await rows())[0]).toMatchObject({ attempts: 2, due_at: new Date(at('09:01').getTime() + 90_000) });
  });
});

it.each([
  ['2026-05-11T00:04:59+08:00', '2026-05-11T00:05:00+08:00'],
  ['2026-05-11T00:05:00+08:00', '2026-05-12T00:05:00+08:00'],
  ['2026-05-10T23:00:00Z', '2026-05-12T00:05:00+08:00'],
  ['2026-12-31T23:59:00+08:00', '2027-01-01T00:05:00+08:00'],
])('after %s it is five past midnight in China at %s', (after, next) => {
  expect(nextInChina(new Date(after), 0, 5)).toEqual(new Date(next));
});
