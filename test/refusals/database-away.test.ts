import { afterAll, beforeAll, expect, it } from 'vitest';
import { startPostgres, type Postgres } from '#platform/postgres/start.ts';
import { query } from '../database.ts';
import { said, type Answer, type Official } from '../official.ts';
import { statusOf, until } from '../runtime/program.ts';
import { newFolder, startRunning, type Started } from '../running.ts';
import { visit } from '../visitor.ts';
import { arrived, file, fillIn, filing, follow, numberOn } from './citizen.ts';
import { startDraft } from './papers.ts';
import { accepted, ask, done, letter, pageOf, papersOf, pathOf, people, refused, register, type Matter, type People } from './way.ts';

/** DATABASE_URL 所指的数据库走开又回来：在外面的每个人都听到一句话，写的都在；回来以后接着办，什么都不用重启。 */
const { folder, remove } = newFolder();
const start = () => startPostgres({ folder, password: 'away', auth: 'trust', settings: { fsync: 'off' } });

let database: Postgres;
let running: Started;
let who: People;
let clerk: Official;

beforeAll(async () => {
  database = await start();
  await query(database.url('postgres'), 'create database county');
  running = await startRunning({ env: { DATABASE_URL: database.url('county') } });
  who = await people(running);
  clerk = who.clerk;
}, 300_000);

afterAll(async () => {
  await running?.stop();
  await database?.stop();
  remove();
}, 60_000);

const AWAY = ['连不上数据库，这一步没有办，已经办好的都在', '写的内容还在', '请过一两分钟再提交一次'] as const;

it('走开的时候：工作台每一步都是一句话和出路，门户上写的还在这一页；回来以后同一份内容办成', { timeout: 120_000 }, async () => {
  const matter = await accepted(who);
  const waiting: Matter = await register(clerk);
  const draft = await startDraft(who.unitClerk, matter, 'F07', { handlerName: '李砚秋', handlerPost: '科长', handlerPhone: '0000-622 0121' });
  const { n, timeline } = await pageOf(who.unitClerk, matter);
  const given = filing();
  const visitor = await fillIn(running.portal, given);
  const { code } = await file(running.portal);
  await follow(running.portal, code, '已登记|已经登记');
  await visitor.open('/file/story');
  const pids = ['office', 'portal', 'worker', 'sealed'].map((role) => running.pidOf(role));

  await database.stop();
  const unsent = letter();
  for (const answer of [
    await clerk.post('/api/intake/register', unsent),
    await ask(who.triage, waiting, 'refer', { to: 'qinghe/housing' }, 6),
    await who.unitClerk.post(`${pathOf(matter)}/act`, { seen: n, command: 'takeNote', fields: { text: '约了明天上门看', shown: false } }),
    await who.unitClerk.post(`${papersOf(matter)}/drafts/${draft.draft}`, { values: draft.values, version: draft.version }),
    await who.unitHead.get('/api/casework/desk'),
    await clerk.get('/api/intake/waiting'),
  ]) {
    expect(answer.status).toBe(503);
    refused(answer, 'Unavailable', ...AWAY);
  }
  expect([
    await statusOf(`${running.office}/health/live`),
    await statusOf(`${running.office}/health/ready`),
    await statusOf(`${running.portal}/health/ready`),
  ]).toEqual([200, 503, 503]);

  await visitor.send('/file/story', { story: `${given.story}又想起一件：去年也坏过。`, title: given.title, then: 'next' });
  expect(visitor.page.status).toBe(503);
  expect(visitor.page.html).toContain('又想起一件：去年也坏过');
  expect(visitor.page.html).toMatch(/没有存上|暂时|请过/);
  const other = visit(running.portal);
  await other.open('/follow');
  await other.send('/follow', { code });
  expect(other.page.status).toBe(503);
  expect(other.page.html).toMatch(/请过一两分钟|稍后|请过/);

  database = await start();
  await until(async () => (await statusOf(`${running.office}/health/ready`)) === 200 && (await statusOf(`${running.portal}/health/ready`)) === 200, 60);
  expect(['office', 'portal', 'worker', 'sealed'].map((role) => running.pidOf(role))).toEqual(pids); // nobody had to be started again

  expect((await pageOf(who.unitClerk, matter)).timeline).toEqual(timeline); // what was refused left nothing
  expect(done(await clerk.post('/api/intake/register', unsent)).known).toBe(false);
  done(await ask(who.triage, waiting, 'refer', { to: 'qinghe/housing' }));
  expect(done(await who.unitClerk.get(`${papersOf(matter)}/drafts/${draft.draft}`)).values).toMatchObject({ handlerName: '李砚秋' });

  await visitor.send('/file/story', { story: `${given.story}又想起一件：去年也坏过。`, title: given.title, then: 'next' });
  await visitor.open('/file/review');
  const receipt = await visitor.send('/file/submit', {});
  expect(await arrived(clerk, numberOn(receipt))).toMatchObject({ text: `${given.story}又想起一件：去年也坏过。`, claims: given.claims });
  await follow(running.portal, code, '已登记|已经登记');
});

it('开始办的那一刻走开：要么没有办，要么说“还不能确定，先看再办”；看到的和说的一致', { timeout: 120_000 }, async () => {
  const letters = Array.from({ length: 40 }, (_, index) => ({ ...letter(), external: { source: '收发室', id: `W-${index}` } }));
  const sending = Promise.all(
    letters.map((one) =>
      clerk.post('/api/intake/register', one).catch((error) => ({ status: 0, body: { title: `${error.message} ${error.cause ?? ''}` } as Answer['body'] })),
    ),
  );
  const office = running.pidOf('office');
  await new Promise((resolve) => setTimeout(resolve, 60));
  await database.stop();
  const answers = await sending;
  database = await start();
  await until(async () => (await statusOf(`${running.office}/health/ready`)) === 200, 60);

  expect(running.pidOf('office')).toBe(office); // nothing fell over
  expect(answers.some(({ status }) => status !== 200)).toBe(true); // it was really in the middle
  for (const [index, { status, body }] of answers.entries()) {
    const again = done(await clerk.post('/api/intake/register', letters[index]!));
    if (status === 200) expect(again).toMatchObject({ known: true, intake: body.intake, no: body.no });
    else if (status === 503)
      expect(again.known).toBe(false); // “没有办”: true
    else if (status === 0)
      expect(body.title).toMatch(/closed|ECONNRESET|socket/); // a connection that was idle was let go as it was asked: nothing was promised
    else expect([body.type, body.title]).toEqual(['Uncertain', expect.stringMatching(/还不能确定.*请先刷新页面查看/)]);
    expect(done(await clerk.get(`/api/intake/qinghe/${again.intake}`)).text).toBe(letters[index]!.text);
  }
});

it('运行日志里没有交来的任何一个字', () => {
  expect(said.size).toBeGreaterThan(20);
  expect([...said].filter((word) => running.output().includes(word))).toEqual([]);
});
