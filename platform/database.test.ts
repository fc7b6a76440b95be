import { connect, createServer, type Server, type Socket } from 'node:net';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cloneAddress, query } from '../test/database.ts';
import { refusalOf } from './database-errors.ts';
import { BEGIN, COMMIT, openDatabase, raw, type Database } from './database.ts';
import { newId } from './numbers-id.ts';
import { insertRows } from './rows.ts';

/** A wire that the test can cut, or make deaf in one direction, at the moment it likes. */
interface Wire {
  readonly address: string;
  cut(): void;
  loseAnswers(): void; // what is sent arrives; what comes back does not, and then the wire breaks
  refuse(refusing: boolean): void;
}

let owner: string;
let wire: Wire;
let db: Database;
let direct: Database;
const servers: Server[] = [];
beforeAll(async () => {
  const address = await cloneAddress();
  owner = address('postgres');
  await query(owner, 'create table public.note (region text, id uuid primary key, text text)');
  wire = await layWire(address('postgres'));
  db = openDatabase(wire.address, { max: 3, statementMs: 800, shares: true });
  direct = openDatabase(owner);
});
afterAll(async () => {
  await Promise.all([db.close(), direct.close()]);
  servers.forEach((server) => server.close());
});

const one = () => raw(db.sql, sql`select 1`);
const put = (id: string, text = 'x') => db.sql.insertInto('note').values({ region: 'qinghe', id, text });
const share = (id: string) => db.shared!([insertRows(db.sql, 'note', [{ region: 'qinghe', id, text: 'x' }])]);
const isThere = async (id: string) => (await direct.sql.selectFrom('note').select('id').where('id', '=', id).execute()).length === 1;
const outcome = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error) => refusalOf(error)?.code ?? error,
  );

describe('a database that goes away', () => {
  it('between two requests is come back to without anybody noticing', async () => {
    await db.sql.selectFrom('note').selectAll().execute();
    wire.cut();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await outcome(put(newId()).execute())).toBe('done');
  });

  it('is told with a way out, and used again once it is back', async () => {
    wire.refuse(true);
    wire.cut();
    await new Promise((resolve) => setTimeout(resolve, 50));
    const id = newId();
    const refusal = await put(id).execute().catch(refusalOf);
    expect(refusal).toMatchObject({ code: 'Unavailable', message: expect.stringContaining('没有办') });
    expect(await outcome(db.transact((send) => send(BEGIN, put(id), COMMIT)))).toBe('Unavailable');
    wire.refuse(false);
    expect(await isThere(id)).toBe(false);
    expect(await outcome(put(id).execute())).toBe('done');
  });

  it('in the middle of an act undoes it', async () => {
    const id = newId();
    const act = db.transact(async (send) => {
      await send(BEGIN, put(id));
      wire.cut();
      await send(put(newId()), COMMIT);
    });
    expect(['Unavailable', 'Uncertain']).toContain(await outcome(act));
    expect(await isThere(id)).toBe(false);
    expect(await outcome(db.transact((send) => send(BEGIN, put(newId()), COMMIT)))).toBe('done');
  });

  it.each([
    ['in one round trip', (id: string) => db.transact((send) => send(BEGIN, put(id), COMMIT))],
    [
      'of its own',
      (id: string) =>
        db.transact(async (send) => {
          await send(BEGIN, put(id));
          wire.loseAnswers();
          await send(COMMIT);
        }),
    ],
    [
      'of Kysely',
      (id: string) =>
        db.sql.transaction().execute(async (trx) => {
          await trx.insertInto('note').values({ region: 'qinghe', id, text: 'x' }).execute();
          wire.loseAnswers();
        }),
    ],
    ['that several share', (id: string) => Promise.all([newId(), id].map(share))],
    ['of a single statement', (id: string) => db.send(put(id))],
    ['of a single statement of Kysely', (id: string) => put(id).execute()],
  ])('after a COMMIT %s, before its answer, is told as uncertain: it may have counted', async (kind, act) => {
    const id = newId();
    await db.send(one()); // a connection is open, so that the answer that is lost is the one meant
    if (!kind.startsWith('of its own') && kind !== 'of Kysely') wire.loseAnswers();
    const refusal = await act(id).catch(refusalOf);
    expect(refusal).toMatchObject({ code: 'Uncertain', message: expect.stringContaining('先刷新页面查看') });
    expect(await isThere(id)).toBe(true);
  });

  it('while it only reads is never called uncertain', async () => {
    const readings = [() => db.sql.selectFrom('note').selectAll().execute(), () => db.send(one(), one()), () => db.transact((send) => send(BEGIN, one()))];
    for (const reading of readings) {
      await db.send(one());
      wire.loseAnswers();
      expect(await outcome(reading())).toBe('Unavailable');
    }
  });

  it('ends connections by its administrator, and the act is undone', async () => {
    const id = newId();
    const act = db.transact(async (send) => {
      const [, [me] = []] = await send(BEGIN, raw(db.sql, sql`select pg_backend_pid() as pid`));
      await send(put(id));
      await query(owner, `select pg_terminate_backend(${me.pid})`);
      await send(put(newId()), COMMIT);
    });
    expect(['Unavailable', 'Uncertain']).toContain(await outcome(act));
    expect(await isThere(id)).toBe(false);
  });
});

describe('a statement', () => {
  it('that takes too long is stopped and told, and its connection used again', async () => {
    expect(await outcome(sql`select pg_sleep(5)`.execute(db.sql))).toBe('Unavailable');
    expect(await outcome(db.send(one()))).toBe('done');
  });

  it('that fails undoes the whole act, whatever was on the wire behind it', async () => {
    const [one, other] = [newId(), newId()];
    await db.send(put(one));
    await expect(db.transact((send) => send(BEGIN, put(other), put(one), put(newId()), COMMIT))).rejects.toMatchObject({ code: '23505' });
    expect(await isThere(other)).toBe(false);
  });

  it('that cannot even be sent stops the act before anything is: no part of it commits', async () => {
    const id = newId();
    const circle: Record<string, unknown> = {};
    circle.me = circle;
    const bad = db.sql.insertInto('note').values({ region: 'qinghe', id: newId(), text: circle });
    await expect(db.transact((send) => send(BEGIN, put(id), bad, COMMIT))).rejects.toThrow('circular');
    expect(await isThere(id)).toBe(false);
  });

  it('is counted by round trips, not by number', async () => {
    const before = db.state().trips;
    await db.transact((send) => send(BEGIN, put(newId()), put(newId()), COMMIT));
    await db.send(one(), raw(db.sql, sql`select 2`));
    await db.sql.selectFrom('note').selectAll().limit(1).execute();
    expect(db.state().trips - before).toBe(3);
  });

  it('keeps its name, so that it is planned once a connection', async () => {
    const single = openDatabase(owner, 1);
    const find = () => single.sql.selectFrom('note').selectAll().where('id', '=', newId());
    await single.send(find(), find());
    const { rows } = await sql<{ count: string }>`select count(*) from pg_prepared_statements where statement like '%"note"%'`.execute(single.sql);
    expect(Number(rows[0]!.count)).toBe(1);
    await single.close();
  });
});

it.each([
  ['53100', 'NoSpace', '存储空间满了'],
  ['40001', 'Stale', '内容没有丢'],
  ['53300', 'Unavailable', '再提交一次'],
  ['57P03', 'Unavailable', '过一两分钟'],
  ['42P01', undefined, undefined],
])('of SQLSTATE %s people hear %s', (code, refusal, words) => {
  const told = refusalOf(Object.assign(new Error('x'), { code, severity: 'ERROR' }));
  expect(told?.code).toBe(refusal);
  if (words) expect(told?.message).toContain(words);
});

async function layWire(address: string): Promise<Wire> {
  const { username, password, pathname, searchParams, hostname, port } = new URL(address);
  const folder = searchParams.get('host');
  const target = folder ? { path: `${folder}/.s.PGSQL.${port || searchParams.get('port') || 5432}` } : { host: hostname, port: Number(port) };
  const pairs = new Set<readonly [Socket, Socket]>();
  let refusing = false;
  let deaf = false;
  const server = createServer((near) => {
    if (refusing) return void near.destroy();
    const far = connect(target as never);
    const pair = [near, far] as const;
    pairs.add(pair);
    const end = () => {
      pairs.delete(pair);
      near.destroy();
      far.destroy();
    };
    near.on('data', (data) => far.write(data));
    far.on('data', (data) => {
      if (!deaf) return void near.write(data);
      setTimeout(() => {
        deaf = false;
        end();
      }, 30); // the server has long done what it was told
    });
    for (const side of pair) side.on('error', end).on('close', end);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port: here } = server.address() as { port: number };
  return {
    address: `postgres://${username}${password && `:${password}`}@127.0.0.1:${here}${pathname}`,
    cut: () => pairs.forEach((pair) => pair.forEach((side) => side.destroy())),
    loseAnswers: () => void (deaf = true),
    refuse: (now) => void (refusing = now),
  };
}
