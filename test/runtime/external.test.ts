import { randomUUID } from 'node:crypto';
import { createServer, type AddressInfo } from 'node:net';
import { expect, inject, it, onTestFinished } from 'vitest';
import { changeAddress } from '#platform/postgres/running.ts';
import { query } from '../database.ts';
import { freePort, launch, startProgram, statusOf, temporaryFolder } from './program.ts';

/** With a database of one's own: an owner that is no superuser, on a server that others use, too. */
async function ownDatabase(): Promise<{ owner: string; database: string }> {
  const postgres = inject('postgres');
  const database = `e_${randomUUID().replaceAll('-', '')}`;
  await query(postgres, `create database ${database}`);
  onTestFinished(() => query(postgres, `drop database ${database} with (force)`));
  return { owner: changeAddress(postgres, { database }), database };
}

it('runs on a database that DATABASE_URL names, and starts none of its own', { timeout: 120_000 }, async () => {
  const { owner } = await ownDatabase();
  const program = await startProgram({ data: temporaryFolder(), env: { DATABASE_URL: owner } });
  expect(await statusOf(`${program.office}/health/ready`)).toBe(200);
  expect(await program.stop()).toBe(0);
});

it('says which database does not exist', async () => {
  const program = await launch({ data: temporaryFolder(), env: { DATABASE_URL: changeAddress(inject('postgres'), { database: 'nowhere' }) } });
  expect(await program.ended()).toBe(1);
  expect(program.output()).toContain('不存在，请先建立它。');
});

it('says what an owner lacks who may not make roles', async () => {
  const { database } = await ownDatabase();
  const postgres = inject('postgres');
  const owner = `o_${randomUUID().slice(0, 8)}`;
  await query(postgres, `create role ${owner} login`);
  onTestFinished(() => query(postgres, `drop role ${owner}`));
  const program = await launch({ data: temporaryFolder(), env: { DATABASE_URL: changeAddress(postgres, { database, role: owner }) } });
  expect(await program.ended()).toBe(1);
  expect(program.output()).toContain('DATABASE_URL 的账户权限不足');
});

it('refuses a server that is too old, with its version and two ways out, and writes nothing into it', async () => {
  const { address, asked, close } = await serverOfVersion('140011');
  onTestFinished(close);
  const program = await launch({ data: temporaryFolder(), env: { DATABASE_URL: address } });
  expect(await program.ended()).toBe(1);
  expect(program.output()).toContain('DATABASE_URL 所指的是 PostgreSQL 14，需要 15 以上；请升级它，或者不设 DATABASE_URL，改用随附的 PostgreSQL。');
  expect([...new Set(asked)]).toEqual(['show server_version_num']);
});

/** Speaks as much of PostgreSQL as it takes to be asked for its version: no old server is to be had here. */
async function serverOfVersion(version: string) {
  const asked: string[] = [];
  const message = (type: string, body: Buffer) => Buffer.concat([Buffer.from(type), size(body.length + 4), body]);
  const size = (bytes: number) => Buffer.from(Uint32Array.of(bytes).buffer).reverse();
  const ready = message('Z', Buffer.from('I'));
  const column = Buffer.concat([
    Buffer.from([0, 1]),
    Buffer.from('server_version_num\0'),
    Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 0, 25, 255, 255, 255, 255, 255, 255, 0, 0]),
  ]);
  const row = Buffer.concat([Buffer.from([0, 1]), size(version.length), Buffer.from(version)]);
  const server = createServer((socket) => {
    let greeted = false;
    socket.on('error', () => {});
    socket.on('data', (data) => {
      if (!greeted) socket.write(Buffer.concat([message('R', size(0)), ready]));
      else if (data[0] === 'Q'.charCodeAt(0)) {
        asked.push(data.subarray(5, -1).toString());
        socket.write(Buffer.concat([message('T', column), message('D', row), message('C', Buffer.from('SHOW\0')), ready]));
      } else socket.end();
      greeted = true;
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { address: `postgres://owner@127.0.0.1:${(server.address() as AddressInfo).port}/huiyin`, asked, close: () => void server.close() };
}

it('refuses what answers there and is no PostgreSQL, or waits for one that does not answer, and never prints the password', { timeout: 90_000 }, async () => {
  const port = await freePort();
  let asked = 0;
  const other = createServer((socket) => {
    asked += 1;
    socket.on('error', () => {}).end('HTTP/1.1 400 no\r\n\r\n');
  }).listen(port, '127.0.0.1');
  onTestFinished(() => void other.close());
  const program = await launch({
    data: temporaryFolder(),
    env: { DATABASE_URL: `postgres://owner:geheim@127.0.0.1:${port}/huiyin`, HUIYIN_DATABASE_WAIT: '2' },
  });
  expect(await program.ended()).toBe(1);
  expect(asked).toBeGreaterThan(1); // it did wait, and tried again
  expect(program.output()).toContain('等了 2 秒，仍连不上 DATABASE_URL 所指的数据库');
  expect(program.output()).not.toContain('geheim');
});
