import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { ROLES } from '#apps/server/roles.ts';
import { passwordOf } from '#platform/database-roles.ts';
import { addressOf, findRunning } from '#platform/postgres/running.ts';
import { newFolder } from '../running.ts';
import { freePort, isAlive, launch, startProgram, statusOf, temporaryFolder, until, type Program } from './program.ts';

const MINUTES = 120_000;

/** One folder for whatever need not begin with nothing: making a database takes longer than all else of a start. Each test leaves it stopped. */
const { folder: kept, remove } = newFolder();
afterAll(remove);

describe('npm start', () => {
  it('starts on nothing, serves both ports, and leaves nothing when it is told to stop', { timeout: MINUTES }, async () => {
    const data = temporaryFolder();
    const program = await startProgram({ data });
    for (const said of ['群众门户', '还没有单位和账号', 'npm run set-up']) expect(program.output()).toContain(said);
    const empty = await fetch(program.portal); // nobody is host there yet
    expect([empty.status, await empty.text()]).toEqual([503, expect.stringContaining('本门户还没有开设')]);
    expect([await statusOf(`${program.portal}/health/live`), await statusOf(`${program.office}/health/ready`)]).toEqual([200, 200]);

    const pids = pidsOf(program, data);
    expect(pids.every(isAlive)).toBe(true);
    expect(await program.stop()).toBe(0);
    expect(pids.filter(isAlive)).toEqual([]);
    expect(existsSync(join(data, 'postgres/cluster/postmaster.pid'))).toBe(false);
  });

  it('stops as one when npm is told to stop, and when npm is killed', { timeout: MINUTES }, async () => {
    const told = await startProgram({ data: kept, byNpm: true });
    const pids = pidsOf(told, kept);
    expect(await told.stop()).toBe(0);
    expect(pids.filter(isAlive)).toEqual([]);

    const killed = await startProgram({ data: kept, byNpm: true });
    const left = pidsOf(killed, kept);
    killed.process.kill('SIGKILL');
    await until(() => !left.some(isAlive));
  });

  it('is refused on a port in use, with its name and a way out, and leaves nothing', { timeout: MINUTES }, async () => {
    const port = await freePort();
    const other = createServer().listen(port, '127.0.0.1');
    onTestFinished(() => void other.close());
    const program = await launch({ data: kept, env: { OFFICE_PORT: `${port}` } });
    expect(await program.ended()).toBe(1);
    expect(program.output()).toContain(`端口 ${port} 已被别的程序占用`);
    expect(findRunning(join(kept, 'postgres/cluster'))).toBeUndefined();
  });

  it.each([
    [{ HUIYIN_DEMOO: '1' }, '没有名为 HUIYIN_DEMOO 的设置'],
    [{ PORT: 'acht' }, '设置 PORT 为“acht”'],
  ])('is refused with a setting that is none: %o', async (env, sentence) => {
    const program = await launch({ data: temporaryFolder(), env: env as Record<string, string> });
    expect(await program.ended()).toBe(1);
    expect(program.output()).toContain(sentence);
    expect(program.output().trim().split('\n')).toHaveLength(1);
  });
});

it('goes on beside a second start in its folder, that is refused with one sentence; when a role process is killed; when the database is', {
  timeout: MINUTES,
}, async () => {
  const program = await startProgram({ data: kept });
  const second = await launch({ data: kept });
  expect(await second.ended()).toBe(1);
  expect(second.output()).toContain('回音已在运行。请先停止它，或用 HUIYIN_DATA 指定另一个目录。');
  expect(second.output()).not.toMatch(/\n\s+at /);
  expect(await statusOf(`${program.office}/health/ready`)).toBe(200);

  const role = program.pidOf('office');
  process.kill(role, 'SIGKILL');
  await until(() => program.pidOf('office') !== role);
  expect(await statusOf(`${program.office}/health/ready`)).toBe(200);
  expect(isAlive(role)).toBe(false);

  const office = program.pidOf('office');
  const database = findRunning(join(kept, 'postgres/cluster'))?.pid ?? 0;
  process.kill(database, 'SIGKILL');
  await until(() => (findRunning(join(kept, 'postgres/cluster'))?.pid ?? database) !== database);
  await until(async () => (await statusOf(`${program.office}/health/ready`)) === 200);
  expect(program.pidOf('office')).toBe(office);
  await program.stop();
});

describe('starts again at once, with what it had kept,', () => {
  it('after the watcher was killed, which takes its children along; and after everything was killed at once', { timeout: MINUTES }, async () => {
    const program = await startProgram({ data: kept });
    const pids = pidsOf(program, kept);
    await keep(kept, 'create table kept (word text); insert into kept values ($$回音$$)');
    program.process.kill('SIGKILL');
    const again = await startProgram({ data: kept });
    expect(pids.filter(isAlive)).toEqual([]);
    expect(await keep(kept, 'select word from kept')).toEqual([{ word: '回音' }]);

    await keep(kept, 'insert into kept values ($$再来$$)');
    for (const pid of [...pidsOf(again, kept), again.process.pid ?? 0]) process.kill(pid, 'SIGKILL');
    const third = await startProgram({ data: kept });
    expect(await keep(kept, 'select word from kept')).toEqual([{ word: '回音' }, { word: '再来' }]);
    await third.stop();
  });

  it('over a pid file of a process that is no more', { timeout: MINUTES }, async () => {
    const file = join(kept, 'postgres/cluster/postmaster.pid');
    const program = await startProgram({ data: kept });
    const left = readFileSync(file, 'utf8');
    await program.stop();
    writeFileSync(file, left);
    const again = await startProgram({ data: kept });
    expect(await statusOf(`${again.portal}/health/live`)).toBe(200);
    await again.stop();
  });
});

it('writes no word of what people send into its logs', { timeout: MINUTES }, async () => {
  const program = await startProgram({ data: kept, env: { HUIYIN_LOG_LEVEL: 'debug' } });
  const word = '石榴树下的张三丰';
  const about = encodeURIComponent(word);
  for (const origin of [program.portal, program.office]) {
    await fetch(`${origin}/health/live?q=${about}`, { headers: { 'x-note': about, 'user-agent': about, cookie: `a=${about}` } });
    await fetch(`${origin}/${about}`);
    await fetch(`${origin}/api/${about}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ text: word }) });
    await fetch(`${origin}/api/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: `{"text":"${word}` });
  }
  await program.stop();
  expect(program.output()).toContain('"msg":"call"');
  expect(program.output()).not.toContain(word);
  expect(program.output()).not.toContain(about);
});

const pidsOf = (program: Program, data: string): number[] => [
  ...ROLES.map((role) => program.pidOf(role)),
  findRunning(join(data, 'postgres/cluster'))?.pid ?? 0,
];

async function keep(data: string, sql: string): Promise<unknown[]> {
  const running = findRunning(join(data, 'postgres/cluster'));
  if (!running) throw new Error('The database does not run');
  const client = new pg.Client({ connectionString: addressOf(running, 'huiyin', 'postgres', passwordOf(join(data, 'keys'), 'postgres')) });
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows;
}
