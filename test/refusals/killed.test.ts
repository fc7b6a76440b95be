import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { passwordOf } from '#platform/database-roles.ts';
import { addressOf, findRunning } from '#platform/postgres/running.ts';
import { said, signIn } from '../official.ts';
import { isAlive, statusOf, until } from '../runtime/program.ts';
import { runScript, startRunning, type Started } from '../running.ts';
import { registerMany, submitMany, untilAcknowledged, type Heard, type Registered } from './burst.ts';
import { arrived, fillIn, filing, follow, type Filing } from './citizen.ts';
import { done, letter, pageOf, papersOf, refused } from './way.ts';

/** 写到一半被杀：已经办好的一件不少，没有办成的一点不留，程序自己回来。 */
let running: Started;
beforeAll(async () => {
  running = await startRunning();
}, 300_000);
afterAll(() => running?.stop(), 120_000);

const cluster = () => findRunning(join(running.data, 'postgres/cluster'));

interface Burst {
  readonly letters: Registered[];
  readonly filings: readonly { readonly given: Filing; readonly code: string; readonly no: string }[];
  readonly heard: Heard;
}

/** Four desks and two households at work; in the middle of it something is killed. */
async function burst(mark: string, kill: () => void): Promise<Burst> {
  const heard: Heard = { sentences: new Set(), silent: 0 };
  const given = Array.from({ length: 6 }, () => filing());
  const visitors = await Promise.all(given.map((one) => fillIn(running.portal, one)));
  const before = await countOf('history.action');
  const work = Promise.all([
    Promise.all([1, 2, 3, 4].map((desk) => registerMany(running, heard, 6, `${mark}-${desk}`))),
    Promise.all([submitMany(visitors.slice(0, 3), heard), submitMany(visitors.slice(3), heard)]),
  ]);
  work.catch(() => {});
  await until(async () => (await countOf('history.action')) > before + 60, 60);
  kill();
  const [letters, receipts] = await work;
  return { letters: letters.flat(), filings: receipts.flat().map((one, index) => ({ given: given[index]!, ...one })), heard };
}

/** Everything that was acknowledged is found again, whole, and once. */
async function isAllThere({ letters, filings }: Burst): Promise<void> {
  const [clerk, unitHead] = await Promise.all([signIn(running, 'xf02'), signIn(running, 'zj02')]);
  for (const { given, matter, intakeNo } of letters) {
    const desk = done(await clerk.get(`/api/intake/qinghe/${matter.intake}`));
    expect(desk).toMatchObject({ no: intakeNo, title: given.title, text: given.text, matters: [{ matter: matter.matter, no: matter.no }] });
    const page = await pageOf(unitHead, matter);
    expect(page).toMatchObject({ stage: 'awaitingAcceptance', words: given.text, assignments: [{ to: '清和县住房和城乡建设局' }] });
    expect(done(await clerk.post('/api/intake/register', given))).toMatchObject({ known: true, no: intakeNo });
    if (!matter.code) {
      // registered, but the answer with the code was lost: the desk gives a new one
      const { code } = done(await clerk.post(`/api/intake/qinghe/${matter.intake}/code`, { seen: desk.n, checked: '来信人当面核对' }));
      await follow(running.portal, code, '住房和城乡建设局');
    }
  }
  for (const { given, code, no } of filings) {
    expect(await arrived(clerk, no)).toMatchObject({ no, title: given.title, text: given.story, claims: given.claims });
    await follow(running.portal, code, '已登记|已经登记');
  }
}

/** Nothing half-written: every chain is whole, every row has its words, every letter of a unit its number. */
async function isWhole(): Promise<void> {
  const {
    rows: [counted],
  } = await owner("select count(*)::int as intakes, (select count(*)::int from history.action where type = 'IntakeReceived') as received from intake.intake");
  expect(counted.intakes).toBe(counted.received);
  const { rows: heads } = await owner(
    'select 1 from history.head h where n <> (select count(*) from history.action a where (a.region, a.subject) = (h.region, h.subject))',
  );
  expect(heads).toEqual([]);
  const { rows: stray } = await owner(
    'select a.subject from history.action a where not exists (select from history.head h where (h.region, h.subject) = (a.region, a.subject))',
  );
  expect(stray).toEqual([]);
  const { rows: series } = await owner(
    'select organ, word, year, array_agg(n order by n) as given, max(n)::int as last from documents.register group by organ, word, year',
  );
  for (const { given, last } of series) expect(given.map(Number)).toEqual(Array.from({ length: last }, (_, index) => index + 1));
  expect(await runScript('verify-history', [], { HUIYIN_DATA: running.data, HUIYIN_DEMO: '0' })).toContain('qinghe：完整，没有缺漏和改动');
}

/** Whoever got an answer got one with a way out. */
function toldHonestly({ heard }: Burst): void {
  for (const sentence of heard.sentences) expect(sentence).toMatch(/^(Unavailable|Uncertain|portal) .*(请过|再提交|再办|刷新|再试|稍后|重新)/);
}

const counts = (filings: Burst['filings'], letters: Burst['letters']) => [
  new Set(filings.map(({ no }) => no)).size,
  new Set(letters.map(({ intakeNo }) => intakeNo)).size,
];

it('不变量 1、44：登记、转送、提交的当口，工作台、门户、后台进程一起被杀：办好的都在，一件一份，进程自己回来', { timeout: 180_000 }, async () => {
  const roles = ['office', 'portal', 'worker'] as const;
  const killed = roles.map((role) => running.pidOf(role));
  const done = await burst('K1', () => killed.forEach((pid) => process.kill(pid, 'SIGKILL')));
  expect(killed.filter(isAlive)).toEqual([]);
  await until(() => roles.every((role, index) => running.pidOf(role) !== killed[index]), 60);
  expect(counts(done.filings, done.letters)).toEqual([6, 24]);
  expect(done.heard.silent + done.heard.sentences.size).toBeGreaterThan(0); // it was really in the middle
  toldHonestly(done);
  await isAllThere(done);
  await isWhole();
});

it('不变量 1、44：登记、转送、提交的当口，数据库连同它的全部子进程被杀：办好的都在，一件一份，数据库自己回来', { timeout: 180_000 }, async () => {
  const postmaster = cluster()?.pid ?? 0;
  const offices = running.pidOf('office');
  const done = await burst('K2', () => process.kill(-postmaster, 'SIGKILL'));
  expect(cluster()?.pid).not.toBe(postmaster);
  expect(running.pidOf('office')).toBe(offices); // the processes find the database again by themselves
  expect(await statusOf(`${running.office}/health/ready`)).toBe(200);
  expect(counts(done.filings, done.letters)).toEqual([6, 24]);
  expect(done.heard.silent + done.heard.sentences.size).toBeGreaterThan(0);
  toldHonestly(done);
  await isAllThere(done);
  await isWhole();
});

it('不变量 44：四十封同一刻登记，连接在写的当口一再被断，里面混着一封写不进去的：每封恰好一件，坏的只退坏的', { timeout: 120_000 }, async () => {
  const clerk = await signIn(running, 'xf02');
  const heard: Heard = { sentences: new Set(), silent: 0 };
  const given = Array.from({ length: 36 }, (_, at) => ({ ...letter(), external: { source: '收发室', id: `断-${at}` } }));
  const bad = { ...letter(), external: { source: '收发室', id: '断-\u0000' } };
  const register = (one: object) => untilAcknowledged(heard, () => clerk.post('/api/intake/register', one));
  const cut = async () => {
    for (let times = 0; times < 3; times += 1) await owner("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'huiyin_office'");
  };
  const [, no, ...receipts] = await Promise.all([cut(), register(bad), ...[...given, ...given.slice(0, 4)].map(register)]);
  refused(no, 'Invalid', '不能保存的控制字符');
  const intakes = receipts.map((answer) => done(answer).intake);
  expect(new Set(intakes).size).toBe(36);
  expect(intakes.slice(36)).toEqual(intakes.slice(0, 4));
  const { rows } = await owner("select count(*)::int as kept, count(distinct subject)::int as intakes from intake.external where external_id like '断-%'");
  expect(rows).toEqual([{ kept: 36, intakes: 36 }]);
  const pages = await Promise.all(intakes.slice(0, 36).map(async (id) => done(await clerk.get(`/api/intake/qinghe/${id}`)).text));
  expect(pages).toEqual(given.map(({ text }) => text));
  await isWhole();
});

it('转送函在杀过以后照样成文，文号连着', { timeout: 120_000 }, async () => {
  const unitHead = await signIn(running, 'zj02');
  const { rows } = await owner("select region, subject from casework.matter where stage = 'awaitingAcceptance' limit 3");
  for (const { region, subject } of rows) {
    const path = papersOf({ region, matter: subject });
    await until(async () => {
      const { papers } = done(await unitHead.get(`${path}/papers`));
      return papers.length > 0 && papers.every(({ hash }: { hash: string | null }) => hash !== null);
    }, 90);
  }
  expect(rows).toHaveLength(3);
});

it('运行日志里没有交来的任何一个字', () => {
  expect(said.size).toBeGreaterThan(100);
  expect([...said].filter((word) => running.output().includes(word))).toEqual([]);
});

async function owner(sql: string): Promise<pg.QueryResult> {
  const found = cluster();
  if (!found) throw new Error('The database does not run');
  const client = new pg.Client({ connectionString: addressOf(found, 'huiyin', 'postgres', passwordOf(join(running.data, 'keys'), 'postgres')) });
  await client.connect();
  try {
    return await client.query(sql);
  } finally {
    await client.end();
  }
}

const countOf = async (table: string): Promise<number> => (await owner(`select count(*)::int as count from ${table}`)).rows[0].count;
