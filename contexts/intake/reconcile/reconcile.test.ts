import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { addDays, dateInChina } from '#kernel/dates.ts';
import type { Database } from '#platform/database.ts';
import { createHttp } from '#platform/http.ts';
import { keysInMemory } from '#platform/keys-memory.ts';
import { sealAway } from '#contexts/sealed/index.ts';
import { cloneDatabase } from '../../../test/database.ts';
import { arrivedBy, deskNeeds } from '../../../test/desk.ts';
import { loadIntake, type IntakeNeeds } from '../handle.ts';
import { openMatters } from '../handle/open.ts';
import { registerIntake } from '../handle/register.ts';
import { actor } from '../../../test/papers.ts';
import { reconcile } from './reconcile.ts';
import { reconciliationRoutes } from './routes.ts';
import { findAstray, findDays, type ReconcileDb } from './store.ts';

const by = { person: '张明', unit: 'qinghe/petition' };
const DAY = 86_400_000;
let [owner, needs]: [Database, IntakeNeeds] = [undefined as never, undefined as never];
beforeAll(async () => {
  const open = await cloneDatabase();
  owner = open('postgres');
  let second = 0; // noon, and a second later each time: no midnight falls between
  const desk = deskNeeds(open(), () => new Date(Date.parse('2026-07-15T12:00:00+08:00') + 1000 * second++));
  const line = { sql: desk.db.sql, boxes: keysInMemory()['sealed-boxes-public'], now: desk.now };
  needs = { ...desk, sealAway: (region, part) => sealAway(line, region, part) };
});

const directory = { current: () => ({ regions: ['qinghe'], organs: [{ unit: 'qinghe/petition' }] }) };
const count = () => reconcile({ ...needs, directory }, 'qinghe');
const db = () => needs.db.sql as unknown as ReconcileDb;
const today = () => dateInChina(needs.now());
const days = async () =>
  (await findDays(db(), 'qinghe', addDays(today(), -400), today())).map(({ day, channel, came, registered }) => [day, channel, came, registered]);
const astray = async () => (await findAstray(db(), 'qinghe', 10)).map(({ kind, no }) => [kind, no]);
const came = (channel: 'letter' | 'phone', daysAgo: number, text: string) =>
  registerIntake(needs, 'qinghe', { ...arrivedBy(channel, text), receivedAt: new Date(needs.now().getTime() - daysAgo * DAY) }, { by });

it('不变量 1 SA097、SC020：每天每个渠道，来几件登记几件；对不上的逐件列出，改好了就不列；再对一次还是一样', async () => {
  // Given 三天前两封信（一封是检举控告，整件移走），很久以前的一个电话今天补登记，今天的一封还没有过完这一天
  await came('letter', 3, '路灯不亮，请修。');
  const { intake } = await came('letter', 3, '某人收了红包。');
  const loaded = await loadIntake(needs, intake);
  const part = { title: '某人收了红包', text: '某人收了红包。', claims: [], accusation: true };
  await openMatters(needs, loaded, [part], { by, at: needs.now() }, loaded.past.length);
  await count();
  await came('phone', 60, '楼道漏水，请修。');
  await came('letter', 0, '井盖松了，请修。');

  // When 对账
  await count();

  // Then 检举控告和别的信一样数；补登记的算在收到的那天；今天的不算
  const [then, long] = [addDays(today(), -3), addDays(today(), -60)];
  const agreed = [
    [then, 'letter', 2, 2],
    [long, 'phone', 1, 1],
  ];
  expect([await days(), await astray()]).toEqual([agreed, []]);

  // When 门户收下一件没有登记，清单里多出一件没有登记过的
  const id = randomUUID();
  await sql`insert into intake.arrival (region, id, intake_no, code_hmac, code_key, envelope, received_at, channel)
    values ('qinghe', ${id}, '收件一号', '', '', '', ${new Date(needs.now().getTime() - 3 * DAY)}, 'web')`.execute(owner.sql);
  await sql`insert into intake.intake (region, subject, no, unit, stage, channel, received_at)
    values ('qinghe', ${randomUUID()}, '收件二号', 'qinghe/petition', 'registered', 'letter', ${new Date(needs.now().getTime() - 3 * DAY)})`.execute(owner.sql);
  await count();
  await count();

  // Then 各差一件，各列一次
  expect(await days()).toEqual([[then, 'letter', 3, 2], [then, 'web', 1, 0], agreed[1]]);
  expect((await astray()).sort()).toEqual([
    ['notRegistered', '收件二号'],
    ['notTaken', '收件一号'],
  ]);

  // When 查清了
  await sql`delete from intake.intake where no = '收件二号'`.execute(owner.sql);
  await sql`delete from intake.arrival where id = ${id}`.execute(owner.sql);
  await count();
  expect([await days(), await astray()]).toEqual([agreed, []]);
});

it('不变量 7：在办的一件没有期限在走，列出它的编号', async () => {
  const { intake } = await came('phone', 2, '自来水停了。');
  const loaded = await loadIntake(needs, intake);
  const part = { title: '自来水停了', text: '自来水停了。', claims: ['来水'], accusation: false };
  const { matters } = await openMatters(needs, loaded, [part], { by, at: needs.now() }, loaded.past.length);
  await count();
  expect(await astray()).toEqual([]);
  await sql`delete from casework.running where subject = ${matters[0]!.id}`.execute(owner.sql);
  await count();
  expect(await astray()).toEqual([['nobodys', matters[0]!.no]]);
});

it('SA097：信访部门的负责人、督查看得到，别人不看；对不上的写明现在该做什么', async () => {
  const who: Record<string, ReturnType<typeof actor>> = {
    head: actor('qinghe/petition', ['petitionDeptHead'] as never),
    clerk: actor('qinghe/petition', ['intakeOfficer'] as never),
    other: actor('qinghe/housing', ['supervisor'] as never),
  };
  const app = await createHttp({ surface: 'office', whoIs: async ({ headers }) => who[String(headers['x-who'])], limits: { callsAMinute: 1_000 } });
  reconciliationRoutes(app, { db: needs.db, organCard: (unit) => ({ isPetitionDept: unit === 'qinghe/petition' }) });
  const asked = (login: string) => app.inject({ method: 'GET', url: '/api/intake/reconciliation?month=2026-07', headers: { 'x-who': login } });
  const told = await asked('head');
  expect([told.statusCode, told.json()]).toMatchObject([200, { more: false, astray: [{ kind: 'nobodys', next: expect.stringContaining('今天就转送') }] }]);
  const { came: all, registered, rows } = told.json() as { came: number; registered: number; rows: object[] };
  expect([all > 0, all - registered, rows.length > 0]).toEqual([true, 0, true]);
  expect([(await asked('clerk')).statusCode, (await asked('other')).statusCode]).toEqual([403, 403]);
  await app.close();
});
