import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#platform/actor.ts';
import { createHttp } from '#platform/http.ts';
import { createDirectory, fillOrgan } from '#contexts/directory/index.ts';
import { loadOrgans } from '../../../data/demo/load.ts';
import { cloneDatabase } from '../../../test/database.ts';
import { actor, newMatter, paperNeeds } from '../../../test/papers.ts';
import { at, UNITS } from '../../../test/stories.ts';
import type { Term } from '../domain/figures.ts';
import type { DoneItem, FigureMatter } from './contract.ts';
import { doneRoutes, type DoneNeeds } from './done.ts';
import { figuresRoutes } from './routes.ts';
import { findDone, putTerms, type FiguresDb } from './store.ts';

let open: Awaited<ReturnType<typeof cloneDatabase>>;
let sql: FiguresDb;
beforeAll(async () => {
  open = await cloneDatabase();
  sql = open('huiyin_worker').sql as unknown as FiguresDb;
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

describe('本周办成（接口）', () => {
  let app: FastifyInstance;
  const directory = createDirectory(
    loadOrgans().map((entry) => fillOrgan(entry, '2020-01-01')),
    [],
    [],
  );
  let needs: Awaited<ReturnType<typeof paperNeeds>>;
  const people: Readonly<Record<string, Actor>> = {
    town: actor(UNITS.town),
    water: actor(UNITS.water),
    government: actor(UNITS.government),
    petition: actor(UNITS.petition, ['petitionDeptHead'] as never),
    clerk: actor(UNITS.housing, ['unitClerk'] as never),
    admin: actor(UNITS.town, ['sysAdmin'] as never, '管理员'),
  };
  beforeAll(async () => {
    needs = await paperNeeds(open());
    app = await createHttp({ surface: 'office', whoIs: async ({ headers }) => people[String(headers['x-who'])], limits: { callsAMinute: 100_000 } });
    const routeNeeds = { ...needs, mayOpenContent: ({ roles }: Actor) => !roles.includes('sysAdmin') } as DoneNeeds;
    doneRoutes(app, routeNeeds);
    figuresRoutes(app, { ...routeNeeds, directory: { current: () => directory } });
  });
  afterAll(() => app.close());

  const done = (who: string) => app.inject({ method: 'GET', url: '/api/insight/done', headers: { 'x-who': who } });
  const listed = async (who: string) => (await done(who)).json() as { today: string; from: string; items: DoneItem[]; more: boolean };

  it('系统管理员打不开；没有登录的先登录', async () => {
    expect((await done('nobody')).statusCode).toBe(401);
    const refused = await done('admin');
    expect([refused.statusCode, refused.body]).toEqual([403, expect.stringContaining('系统管理员不能打开信访事项的内容')]);
  });

  it('本单位看到标题、编号和是不是按期；别的单位一件也看不到；没有这件事项的期限不列', async () => {
    const subject = await newMatter(needs, 'handling');
    needs.clock.now = at('2026-11-19');
    const mine = [term('kept', { unit: UNITS.town }), term('late', { unit: UNITS.town, legalOn: '2026-11-10', stoppedOn: '2026-11-18', outcome: 'late' })];
    await putTerms(sql, [
      { subject, terms: mine },
      { subject: { region: 'qinghe', id: randomUUID() }, terms: [term('nowhere', { unit: UNITS.town })] },
    ]);
    const { today, from, items, more } = await listed('town');
    expect({ today, from, more }).toEqual({ today: '2026-11-19', from: '2026-11-16', more: false });
    expect(items.map(({ key, title, kept }) => [key, title, kept])).toEqual([
      ['late', '翠屏小区3号楼屋面漏水', false],
      ['kept', '翠屏小区3号楼屋面漏水', true],
    ]);
    expect(items.every(({ matter, no }) => matter === subject.id && /-X-/.test(no))).toBe(true);
    const titles = (await listed('water')).items.map(({ title }) => title); // the water unit's own term above has no matter
    expect(titles).toEqual([]);
  });

  it('一个数是哪些事项：和表里的数一样；经手的看到标题；别的单位、不看情况的岗位打不开', async () => {
    const [subject, nowhere] = [await newMatter(needs, 'handling'), { region: 'qinghe', id: randomUUID() }];
    needs.clock.now = at('2026-12-02');
    const late = term('late', { unit: UNITS.housing, legalOn: '2026-12-01', stoppedOn: '2026-12-02', outcome: 'late' });
    await putTerms(sql, [
      { subject, terms: [late, term('kept', { legalOn: '2026-12-01' })] },
      { subject: nowhere, terms: [late] },
    ]);
    const behind = (who: string, how: string, unit: string = UNITS.housing) =>
      app.inject({ method: 'GET', url: `/api/insight/figures/matters?month=2026-12&unit=${unit}&clock=A06&how=${how}`, headers: { 'x-who': who } });
    const { count, rows, more } = (await behind('petition', 'broken')).json() as { count: number; rows: FigureMatter[]; more: boolean };
    expect([count, more]).toEqual([2, false]);
    expect(rows.map(({ matter, title, doneOn }) => [matter, title, doneOn])).toEqual([[subject.id, '翠屏小区3号楼屋面漏水', '2026-12-02']]); // what is no matter here is not listed
    expect((await behind('petition', 'kept')).json()).toMatchObject({ count: 1, rows: [{ key: 'kept' }] });
    expect((await behind('water', 'broken')).statusCode).toBe(404);
    expect((await behind('clerk', 'broken')).statusCode).toBe(403);
    expect((await behind('admin', 'broken')).statusCode).toBe(403);
  });

  it('最多二百条，再多就说还有；不列的不占这二百条', async () => {
    const subject = await newMatter(needs, 'handling');
    needs.clock.now = at('2026-11-19');
    const many = (count: number) => putTerms(sql, [{ subject, terms: Array.from({ length: count }, (_, n) => term(`${n}`, { unit: UNITS.government })) }]);
    const shown = async () => {
      const { items, more } = await listed('government');
      return [items.length, more];
    };
    const nowhere = Array.from({ length: 250 }, (_, n) => term(`${n}`, { unit: UNITS.government, stoppedOn: '2026-11-18' }));
    await putTerms(sql, [{ subject: { region: 'qinghe', id: randomUUID() }, terms: nowhere }]);
    await many(201);
    expect(await shown()).toEqual([200, true]);
    await many(200);
    expect(await shown()).toEqual([200, false]);
  });
});
