import { randomBytes, randomUUID } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { closeAbandoned, findAccessBreaks } from '#platform/access-log-verify.ts';
import { openAccessLog } from '#platform/access-log.ts';
import type { Database } from '#platform/database.ts';
import { cloneDatabase } from '../../test/database.ts';
import { eraseTraces } from './traces.ts';

/** What has no file of its own goes by its class, each deletion is on record, and the log of openings stays whole. */
const REGION = 'qinghe';
const NOW = new Date('2026-11-22T02:00:00Z');
const ago = (days: number) => new Date(NOW.getTime() - days * 864e5);
let [root, worker, office]: Database[] = [];

beforeAll(async () => {
  const open = await cloneDatabase();
  [root, worker, office] = [open('postgres'), open('huiyin_worker'), open('huiyin_office')];
});

interface Tables {
  [table: string]: Record<string, unknown>;
}
const anywhere = () => root!.sql as unknown as Kysely<Tables>;
const put = (table: string, row: object) =>
  anywhere()
    .insertInto(table)
    .values({ region: REGION, ...row })
    .execute();
const count = async (table: string): Promise<number> =>
  Number(((await sql`select count(*) as n from ${sql.table(table)}`.execute(root!.sql)).rows[0] as { n: string }).n);

it('不变量 39：到期的查询码、回执、退回的话和附件、收件痕迹、查阅记录都删除，没到期的都在，删除记在案', async () => {
  const code = (days: number) => ({
    code_hmac: randomBytes(32),
    code_key: randomBytes(32),
    intake: randomUUID(),
    kind: 'petitioner',
    issued_at: ago(2_000),
    expires_at: ago(days),
  });
  await put('intake.code', code(1));
  await put('intake.code', code(-1));
  await put('intake.receipt', { code_hmac: randomBytes(32), envelope: randomBytes(9), expires_at: ago(1) });
  const refusal = (days: number, blobs: string[]) => ({
    id: randomUUID(),
    code_hmac: randomBytes(32),
    envelope: randomBytes(9),
    blobs,
    at: ago(days + 180),
    expires_at: ago(days),
  });
  await put('transparency.refusal', refusal(1, ['blob-1', 'blob-2']));
  await put('transparency.refusal', refusal(-10, ['blob-3']));
  const message = (taken: number | null) => ({
    id: randomUUID(),
    code_hmac: randomBytes(32),
    kind: 'ask',
    envelope: Buffer.alloc(0),
    at: ago(300),
    taken_at: taken === null ? null : ago(taken),
  });
  await put('transparency.message', message(200));
  await put('transparency.message', message(100));
  await put('transparency.message', message(null)); // not yet taken up: nobody else has those words
  const arrival = (taken: number | null) => ({
    id: randomUUID(),
    intake_no: randomUUID(),
    code_hmac: randomBytes(32),
    code_key: randomBytes(32),
    envelope: randomBytes(9),
    received_at: ago(60),
    channel: 'web',
    taken_at: taken === null ? null : ago(taken),
  });
  await put('intake.arrival', arrival(40));
  await put('intake.arrival', arrival(null));
  for (const days of [4 * 366, 400]) await opened(ago(days));
  expect([await count('access.opening'), await count('access.closing')]).toEqual([2, 2]);

  const dropped: string[] = [];
  const blobs = { delete: async (name: string) => void dropped.push(name) };
  expect(await eraseTraces({ db: worker!, blobs }, REGION, NOW)).toBe(6);
  expect(dropped).toEqual(['blob-1', 'blob-2']);
  const left = ['intake.code', 'intake.receipt', 'transparency.refusal', 'transparency.message', 'intake.arrival', 'access.opening', 'access.closing'];
  expect(await Promise.all(left.map(count))).toEqual([1, 0, 1, 2, 1, 1, 2]);
  expect(await findAccessBreaks(worker!.sql as never, REGION)).toEqual([]); // whole segments went, and it is known which

  const swept = await anywhere().selectFrom('retention.swept').select(['class', 'erased']).orderBy('class').execute();
  expect(swept).toEqual([
    { class: 'accessLog', erased: 1 },
    { class: 'arrival', erased: 1 },
    { class: 'code', erased: 2 },
    { class: 'refused', erased: 1 },
    { class: 'said', erased: 1 },
  ]);
  expect(await eraseTraces({ db: worker!, blobs }, REGION, NOW)).toBe(0);
});

it('不变量 36：不到三年的查阅记录，叫数据库删也不删；没有哪个进程能自己删', async () => {
  const before = await count('access.opening');
  const { rows } = await sql<{ gone: number }>`select access.forget_old(${REGION}, now() + interval '1 day', now() + interval '9 years') as gone`.execute(
    worker!.sql,
  );
  expect([rows[0]!.gone, await count('access.opening')]).toEqual([0, before]);
  await expect(sql`select access.forget_old(${REGION}, now(), now())`.execute(office!.sql)).rejects.toThrow('permission denied');
});

/** One opening in a segment of its own, which ended. */
async function opened(at: Date): Promise<void> {
  const log = openAccessLog(office!, { name: `office ${at.getTime()}`, now: () => at });
  const subjects = [{ region: REGION, id: randomUUID() }];
  await log.read({ by: { person: 'p', unit: 'qinghe/housing', session: 's' }, place: '10.0.0.1', purpose: 'handle', subjects });
  const later = new Date(at.getTime() + 3_600_000);
  await closeAbandoned(worker!.sql as never, REGION, later, later);
}
