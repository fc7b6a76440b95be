import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#platform/actor.ts';
import type { Query } from '#platform/database.ts';
import { createHttp } from '#platform/http.ts';
import { cloneDatabase } from '../../test/database.ts';
import { actor, doOn, newMatter, paperNeeds } from '../../test/papers.ts';
import { UNITS } from '../../test/stories.ts';
import type { WaitingItem } from './contract.ts';
import { findDesk, findWaiting } from './desk.ts';
import { isOpen } from './domain/stages.ts';
import { takeNote } from '#platform/words.ts';
import { loadPast } from './page/load.ts';
import { caseworkRebuilder } from './rebuild.ts';
import { caseworkRoutes, type CaseworkRouteNeeds } from './routes.ts';
import { findInHandOf, findLate, type CaseworkDb } from './store.ts';

/** What a unit sees at its desk beside what it owes: who has it in hand, and whom it waits for. */
let needs: Awaited<ReturnType<typeof paperNeeds>>;
let db: CaseworkDb;
let app: FastifyInstance;
const people: Readonly<Record<string, Actor>> = {
  petition: actor(UNITS.petition),
  housing: actor(UNITS.housing),
  water: actor(UNITS.water),
  clerk: actor(UNITS.water, ['unitClerk'] as never, '李怀渠'),
  sealer: actor(UNITS.water, ['sealKeeper'] as never, '用印人'),
  town: actor(UNITS.town),
  admin: actor(UNITS.petition, ['sysAdmin'] as never, '管理员'),
};
beforeAll(async () => {
  const open = await cloneDatabase();
  needs = await paperNeeds(open());
  db = needs.db.sql as CaseworkDb;
  app = await createHttp({ surface: 'office', whoIs: async ({ headers }) => people[String(headers['x-who'])], limits: { callsAMinute: 100_000 } });
  caseworkRoutes(app, {
    ...needs,
    packFor: () => 'cn-2022-05-01',
    logAccess: async () => {},
    openIf: async (_: unknown, __: unknown, queries: readonly Query[]) => ({ recorded: false, answers: await needs.db.send(...queries), opened: [] }),
    mayOpenContent: ({ roles }: Actor) => !roles.includes('sysAdmin'),
  } as unknown as CaseworkRouteNeeds);
});
afterAll(() => app.close());

const handlersOf = async (unit: string, subject: string) => (await findDesk(db, unit)).filter((row) => row.subject === subject).map(({ handler }) => handler);
const holdersFor = async (unit: string, subject: string) => (await findWaiting(db, unit, 100)).filter((row) => row.subject === subject).map((row) => row.unit);

it('规则页：不起算期限的数也列出来，每个有依据、有来历；隔多久联网的小时数在其中', async () => {
  const { limits, offlineHours } = (await app.inject({ url: '/api/casework/rules', headers: { 'x-who': 'housing' } })).json();
  expect(limits.map(({ length, evidence }: Record<string, string>) => `${length} ${evidence}`)).toEqual([
    '60日 P',
    '10日 P',
    '30日 P',
    '5人 T',
    '5人 P',
    '72小时 P',
  ]);
  for (const { name, source } of limits) expect([name, source], name).toEqual([expect.stringMatching(/.{6}/), expect.stringContaining('条例')]);
  expect(offlineHours).toBe(72);
});

it('第三十二条第二款：意见书写明执行的单位，只看得到要落实的；期限在它案头，由它报告；与信访人联系的岗位才看电话', async () => {
  const subject = await newMatter(needs, 'handling');
  const plan = { results: { 1: 'supported' }, dueOn: '2026-09-30', performingUnit: UNITS.water };
  const call = async (who: string, method: 'GET' | 'POST', path: string, payload?: object) => {
    const url = `/api/casework/matters/qinghe/${subject.id}${path}`;
    const reply = await app.inject({ method, url, headers: { 'x-who': who }, ...(payload && { payload }) });
    return { status: reply.statusCode, json: reply.json() };
  };
  await doOn(needs, subject, '2026-09-10', UNITS.housing, { type: 'issueOpinion', document: 'document/2', ...plan });
  expect((await call('clerk', 'GET', '')).status).toBe(404); // decided, and told to nobody yet
  const evidence = takeNote('挂号信');
  const sending = { document: 'document/2', paper: 'handlingOpinion', method: 'post', evidence: evidence.words };
  await doOn(needs, subject, '2026-09-10', UNITS.housing, { type: 'dispatch', ...sending }, [evidence]);

  const atDesk = async (unit: string) =>
    (await findDesk(db, unit)).filter((row) => row.subject === subject.id && row.clock === 'A27').map((row) => row.legal_on);
  expect([await atDesk(UNITS.housing), await atDesk(UNITS.water)]).toEqual([['2026-09-30'], ['2026-09-30']]);
  expect(await findLate(db, 'qinghe', ['A27'], '2026-12-01').then((rows) => rows.filter((row) => row.subject === subject.id).map((row) => row.unit))).toEqual([
    UNITS.housing,
  ]);

  const { status, json } = await call('clerk', 'GET', '');
  expect([status, json.claims.length, json.assignments]).toEqual([200, 1, []]);
  expect(JSON.stringify(json)).not.toContain('一下雨卧室顶就滴水');
  expect(json.clocks.map((one: { clock: string }) => one.clock)).toEqual(['A27']);
  expect(json.can.map(({ command }: { command: string }) => command)).toEqual(['reportPerformance']);
  expect((await call('town', 'GET', '')).status).toBe(404);
  expect((await call('clerk', 'POST', '/parties', { purpose: '约时间上门修' })).json[0].phone).toBe('13900001234');
  expect((await call('sealer', 'POST', '/parties', { purpose: '约时间上门修' })).json.type).toBe('NotAllowed');

  const act = (command: string, fields: object) => call('clerk', 'POST', '/act', { seen: json.n, command, fields });
  expect((await act('takeNote', { text: '看一看这一件', shown: false })).status).toBe(404);
  expect((await act('reportPerformance', { evidence: '屋面已经修好，有照片和验收单' })).json.done).toEqual(['PerformanceReported']);
  expect([await atDesk(UNITS.housing), await atDesk(UNITS.water)]).toEqual([['2026-09-30'], []]);
});

describe('案头：承办人和在等谁', () => {
  it('单位指定了承办人，它的期限才有承办人；转来的、受理了还没有指定的没有', async () => {
    const [sent, taken, inHand] = [await newMatter(needs, 'referred'), await newMatter(needs, 'accepted'), await newMatter(needs, 'handling')];
    expect(new Set(await handlersOf(UNITS.housing, sent.id))).toEqual(new Set([null]));
    expect(new Set(await handlersOf(UNITS.housing, taken.id))).toEqual(new Set([null]));
    expect(new Set(await handlersOf(UNITS.housing, inHand.id))).toEqual(new Set(['李兰']));
  });

  it('几个人手上的，一次问齐：各人各单位的，别人的不在内，一个也没有问就不问', async () => {
    const inHand = await newMatter(needs, 'handling');
    const asked = [
      { unit: UNITS.housing, handler: '李兰' },
      { unit: UNITS.water, handler: '李兰' },
    ];
    expect((await findInHandOf(db, asked)).map(({ id }) => id)).toContain(inHand.id);
    expect(await findInHandOf(db, asked.slice(1))).toEqual([]);
    expect(await findInHandOf(db, [])).toEqual([]);
  });

  it('列不下的时候，过了的本地承诺让到后面，不挤掉法定期限', async () => {
    const sent = await newMatter(needs, 'referred');
    const [row] = await db.selectFrom('casework.running').selectAll().where('subject', '=', sent.id).where('unit', '=', UNITS.housing).execute();
    const own = { ...row!, unit: 'qinghe/none' };
    const at = (key: string, clock: 'D07' | 'A14', on: '2026-08-01' | '2026-09-30') => ({ ...own, key, clock, light_on: on, legal_on: on });
    const rows = [at('p1', 'D07', '2026-08-01'), at('p2', 'D07', '2026-08-01'), at('l1', 'A14', '2026-09-30'), at('l2', 'A14', '2026-09-30')];
    await db.insertInto('casework.running').values(rows).execute();
    const keys = async (limit: number, today: '2026-08-01' | '2026-08-10') => (await findDesk(db, 'qinghe/none', limit, today)).map(({ key }) => key);
    expect(new Set(await keys(3, '2026-08-01'))).toEqual(new Set(['p1', 'p2', 'l1'])); // 还来得及的承诺，早的在前
    expect(await keys(3, '2026-08-10')).toEqual(['l1', 'l2', 'p1']);
    expect(await keys(5, '2026-08-10')).toEqual(['p1', 'p2', 'l1', 'l2']); // 列得下的，一个不少
    await db.deleteFrom('casework.running').where('unit', '=', 'qinghe/none').execute();
  });

  it('转出的一方在等收到的单位；收到的单位不在等自己；不相干的单位什么也看不到', async () => {
    const sent = await newMatter(needs, 'referred');
    expect(await holdersFor(UNITS.petition, sent.id)).toContain(UNITS.housing);
    expect(await holdersFor(UNITS.housing, sent.id)).not.toContain(UNITS.housing);
    expect(await holdersFor(UNITS.water, sent.id)).toEqual([]);
  });

  it('最急的在前，至多这么多', async () => {
    const rows = await findWaiting(db, UNITS.petition, 100);
    expect(rows.length).toBeGreaterThan(2);
    expect(rows.map((row) => row.light_on)).toEqual(rows.map((row) => row.light_on).sort());
    expect(await findWaiting(db, UNITS.petition, 2)).toHaveLength(2);
  });

  it('每件记着的最早一天，就是读遍所有在办事项的期限得到的那一天；等的人一个也不少', async () => {
    await newMatter(needs, 'studying');
    const closed = await newMatter(needs, 'referred');
    const [remedy, grounds] = [takeNote('向水利局提出'), takeNote('不归我管')];
    const decline = { type: 'decline', reason: 'alreadyAcceptedBelow', remedy: remedy.words, grounds: grounds.words };
    await doOn(needs, closed, '2026-07-27', UNITS.housing, decline, [remedy, grounds]);
    const ended = await db.selectFrom('casework.box').select('others_on').where('subject', '=', closed.id).execute();
    expect(new Set(ended.map((row) => row.others_on))).toEqual(new Set([null]));
    for (const unit of [UNITS.petition, UNITS.housing]) {
      const boxes = await db.selectFrom('casework.box').selectAll().where('unit', '=', unit).execute();
      const running = await db.selectFrom('casework.running').selectAll().where('unit', '!=', unit).execute();
      const waited = boxes
        .filter(({ stage }) => isOpen(stage))
        .flatMap(({ subject, others_on }) => {
          const others = running.filter((row) => row.subject === subject).map((row) => row.light_on);
          expect(others_on).toBe(others.sort()[0] ?? null);
          return others;
        });
      expect((await findWaiting(db, unit, 10_000)).map((row) => row.light_on)).toEqual(waited.sort());
      for (const limit of [1, 2, 5]) expect((await findWaiting(db, unit, limit)).map((row) => row.light_on)).toEqual(waited.slice(0, limit));
    }
  });

  it('重建视图以后，承办人还在', async () => {
    const subject = await newMatter(needs, 'handling');
    const rows = () => db.selectFrom('casework.running').selectAll().where('subject', '=', subject.id).orderBy('key').execute();
    const before = await rows();
    await db.deleteFrom('casework.running').where('subject', '=', subject.id).execute();
    await db.deleteFrom('casework.box').where('subject', '=', subject.id).execute();
    await db.deleteFrom('casework.matter').where('subject', '=', subject.id).execute();
    await needs.db.send(...caseworkRebuilder.rowsOf(needs, subject, await loadPast(needs, subject)));
    expect(await rows()).toEqual(before);
    expect(before.some(({ handler }) => handler === '李兰')).toBe(true);
  });
});

describe('等别人（接口）', () => {
  const waiting = async (who: string) => {
    const reply = await app.inject({ method: 'GET', url: '/api/casework/waiting', headers: { 'x-who': who } });
    return { status: reply.statusCode, ...(reply.json() as { items: WaitingItem[]; more: boolean; message?: string }) };
  };
  const itemsOf = async (who: string, subject: string) => (await waiting(who)).items.filter(({ matter }) => matter === subject);

  it('没有登录的、系统管理员都打不开；说得出为什么', async () => {
    expect((await app.inject({ method: 'GET', url: '/api/casework/waiting' })).statusCode).toBe(401);
    const refused = await app.inject({ method: 'GET', url: '/api/casework/waiting', headers: { 'x-who': 'admin' } });
    expect([refused.statusCode, refused.body]).toEqual([403, expect.stringContaining('系统管理员不能打开信访事项的内容')]);
  });

  it('转出的一方看到在等谁，带着标题和承办单位的名称；承办的不等自己，不相干的单位一件也看不到', async () => {
    const sent = await newMatter(needs, 'referred');
    const [first] = await itemsOf('petition', sent.id);
    expect(first).toMatchObject({ region: 'qinghe', title: '翠屏小区3号楼屋面漏水', holder: '清和县住房和城乡建设局', handler: null });
    expect((await itemsOf('housing', sent.id)).map(({ holder }) => holder)).not.toContain('清和县住房和城乡建设局');
    expect(await waiting('water')).toMatchObject({ status: 200, items: [], more: false });
  });

  it('最多四百条，最急的在前；再多就说还有', async () => {
    const sent = await newMatter(needs, 'referred');
    const [row] = await db.selectFrom('casework.running').selectAll().where('subject', '=', sent.id).where('unit', '=', UNITS.housing).execute();
    const keys = Array.from({ length: 400 }, (_, n) => `${row!.key}+${n}`);
    const shown = (await waiting('petition')).items.length;
    await db
      .insertInto('casework.running')
      .values(keys.map((key) => ({ ...row!, key, light_on: '2030-01-01' })))
      .execute();
    const { items, more } = await waiting('petition');
    expect([shown < 400, items.length, more]).toEqual([true, 400, true]);
    expect(items.map(({ lightOn }) => lightOn)).toEqual(items.map(({ lightOn }) => lightOn).sort());
    await db.deleteFrom('casework.running').where('key', 'in', keys.slice(0, shown)).execute();
    expect(await waiting('petition')).toMatchObject({ more: false });
    await db.deleteFrom('casework.running').where('key', 'in', keys).execute();
  });
});
