import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ROLES } from '#apps/server/roles.ts';
import { passwordOf } from '#platform/database-roles.ts';
import { addressOf, findRunning } from '#platform/postgres/running.ts';
import { freePort, isAlive, launch, startProgram, statusOf, temporaryFolder, until, type Program } from './program.ts';

const MINUTES = 120_000;

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
    const data = temporaryFolder();
    const told = await startProgram({ data, byNpm: true });
    const pids = pidsOf(told, data);
    expect(await told.stop()).toBe(0);
    expect(pids.filter(isAlive)).toEqual([]);

    const killed = await startProgram({ data, byNpm: true });
    const left = pidsOf(killed, data);
    killed.process.kill('SIGKILL');
    await until(() => !left.some(isAlive));
  });

  it('is refused on a folder in use, with one sentence, and the first goes on', { timeout: MINUTES }, async () => {
    const data = temporaryFolder();
    const first = await startProgram({ data });
    const second = await launch({ data });
    expect(await second.ended()).toBe(1);
    expect(second.output()).toContain('回音已在运行。请先停止它，或用 HUIYIN_DATA 指定另一个目录。');
    expect(second.output()).not.toMatch(/\n\s+at /);
    expect(await statusOf(`${first.office}/health/ready`)).toBe(200);
    await first.stop();
  });

  it('is refused on a port in use, with its name and a way out, and leaves nothing', { timeout: MINUTES }, async () => {
    const data = temporaryFolder();
    const port = await freePort();
    const other = createServer().listen(port, '127.0.0.1');
    onTestFinished(() => void other.close());
    const program = await launch({ data, env: { OFFICE_PORT: `${port}` } });
    expect(await program.ended()).toBe(1);
    expect(program.output()).toContain(`端口 ${port} 已被别的程序占用`);
    expect(findRunning(join(data, 'postgres/cluster'))).toBeUndefined();
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

describe('what is killed', () => {
  it('comes back when it was a role process', { timeout: MINUTES }, async () => {
    const program = await startProgram({ data: temporaryFolder() });
    const killed = program.pidOf('office');
    process.kill(killed, 'SIGKILL');
    await until(() => program.pidOf('office') !== killed);
    expect(await statusOf(`${program.office}/health/ready`)).toBe(200);
    expect(isAlive(killed)).toBe(false);
    await program.stop();
  });

  it('comes back when it was the database, and the processes find it again', { timeout: MINUTES }, async () => {
    const data = temporaryFolder();
    const program = await startProgram({ data });
    const office = program.pidOf('office');
    const killed = findRunning(join(data, 'postgres/cluster'))?.pid ?? 0;
    process.kill(killed, 'SIGKILL');
    await until(() => (findRunning(join(data, 'postgres/cluster'))?.pid ?? killed) !== killed);
    await until(async () => (await statusOf(`${program.office}/health/ready`)) === 200);
    expect(program.pidOf('office')).toBe(office);
    await program.stop();
  });

  it('takes its children along when it was the watcher, and can be started again at once with what it had kept', { timeout: MINUTES }, async () => {
    const data = temporaryFolder();
    const program = await startProgram({ data });
    const pids = pidsOf(program, data);
    await keep(data, 'create table kept (word text); insert into kept values ($$回音$$)');
    program.process.kill('SIGKILL');
    const again = await startProgram({ data });
    expect(pids.filter(isAlive)).toEqual([]);
    expect(await keep(data, 'select word from kept')).toEqual([{ word: '回音' }]);
    await again.stop();
  });

  it('loses nothing when it was everything at once', { timeout: MINUTES }, async () => {
    const data = temporaryFolder();
    const program = await startProgram({ data });
    await keep(data, 'create table kept (word text); insert into kept values ($$回音$$)');
    for (const pid of [...pidsOf(program, data), program.process.pid ?? 0]) process.kill(pid, 'SIGKILL');
    const again = await startProgram({ data });
    expect(await keep(data, 'select word from kept')).toEqual([{ word: '回音' }]);
    await again.stop();
  });

  it('may leave a pid file of a process that is no more', { timeout: MINUTES }, async () => {
    const data = temporaryFolder();
    const file = join(data, 'postgres/cluster/postmaster.pid');
    const program = await startProgram({ data });
    const left = readFileSync(file, 'utf8');
    await program.stop();
    writeFileSync(file, left);
    const again = await startProgram({ data });
    expect(await statusOf(`${again.portal}/health/live`)).toBe(200);
    await again.stop();
  });
});

it('writes no word of what people send into its logs', { timeout: MINUTES }, async () => {
  const program = await startProgram({ data: temporaryFolder(), env: { HUIYIN_LOG_LEVEL: 'debug' } });
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
