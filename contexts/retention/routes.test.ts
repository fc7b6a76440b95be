import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ALL_ROLES, type Role } from '#kernel/roles.ts';
import type { Actor } from '#platform/actor.ts';
import type { Database } from '#platform/database.ts';
import { createHttp } from '#platform/http.ts';
import { cloneDatabase } from '../../test/database.ts';
import type { Gone, KeptClass } from './contract.ts';
import { RETENTION_READERS } from './domain/permissions.ts';
import { retentionRoutes } from './index.ts';
import { putDue, putSwept, type DueRow } from './store.ts';

/** 保存期限的页面：谁能看，看到什么；没有姓名，没有编号. */
let app: FastifyInstance;
let worker: Database;

beforeAll(async () => {
  const open = await cloneDatabase();
  worker = open('huiyin_worker');
  const whoIs = async ({ headers }: { headers: object }) => {
    const role = (headers as Record<string, string>)['x-role'];
    return role ? ({ person: randomUUID(), region: 'qinghe', unit: 'qinghe/housing', roles: [role] } as unknown as Actor) : undefined;
  };
  app = await createHttp({ surface: 'office', whoIs, limits: { callsAMinute: 100_000 } });
  retentionRoutes(app, { db: open(), now: () => new Date('2026-11-22T02:00:00Z') });
});
afterAll(() => app.close());

const ask = (role?: Role) => app.inject({ method: 'GET', url: '/api/retention', headers: role ? { 'x-role': role } : {} });
const seen = async () => (await ask('archivist')).json() as { today: string; kept: KeptClass[]; gone: Gone[]; more: boolean };
const due = (more: Partial<DueRow>) =>
  putDue(worker.sql as never, {
    region: 'qinghe',
    subject: randomUUID(),
    kind: 'matter',
    class: 'ordinary',
    ended_on: '2016-11-30',
    due_on: '2026-11-30',
    ...more,
  });

describe('保存期限（接口）', () => {
  it('不变量 29：档案人员、个人信息保护负责人、审计人员和系统管理员看得到，别的角色一个也看不到', async () => {
    expect((await ask()).statusCode).toBe(401);
    const may = await Promise.all(ALL_ROLES.map(async (role) => [role, (await ask(role)).statusCode] as const));
    expect(may.filter(([, status]) => status === 200).map(([role]) => role)).toEqual(ALL_ROLES.filter((role) => RETENTION_READERS.includes(role)));
    expect(may.filter(([, status]) => status !== 200).every(([, status]) => status === 403)).toBe(true);
    expect((await ask('unitClerk')).body).toContain('请问本单位档案人员');
  });

  it('什么也没有时：每一类写存多久和出处，没有删除过', async () => {
    const { kept, gone, more } = await seen();
    expect({ gone, more }).toEqual({ gone: [], more: false });
    expect(kept.find(({ key }) => key === 'permanent')).toMatchObject({ term: '永久', waiting: 0, nextOn: null, soon: 0, trace: false });
    expect(kept.find(({ key }) => key === 'refused')).toMatchObject({ term: '180日', trace: true, confirmed: false });
    expect(kept.every(({ source }) => source.length > 4)).toBe(true);
  });

  it('不变量 39：各类还存着多少、最早哪天期满；删了的写哪天、哪一类、多少、哪个任务；别的县的不混进来', async () => {
    await due({});
    await due({ due_on: '2030-01-01' });
    await due({ due_on: '2026-11-23', region: 'linshui' });
    await due({ class: 'permanent', due_on: null });
    await due({ kind: 'asked', class: 'work', due_on: '2026-11-21' }); // what somebody asked for waits for the night, and is no class
    const at = { erased_at: new Date('2026-11-19T17:30:00Z') }; // half past one at night in China
    for (const more of [{}, {}, { kind: 'asked', class: 'work' }, { region: 'linshui' }] as const) {
      const subject = randomUUID();
      await due({ subject, due_on: '2026-11-19', ...more });
      await worker.sql
        .updateTable('retention.due' as never)
        .set(at as never)
        .where('subject' as never, '=', subject as never)
        .execute();
    }
    await putSwept(worker.sql as never, { region: 'qinghe', class: 'code', erased_on: '2026-11-21', erased: 7 });
    const { kept, gone, today } = await seen();
    expect(today).toBe('2026-11-22');
    const of = (key: string) => kept.find((row) => row.key === key);
    expect(of('ordinary')).toMatchObject({ term: '10年', waiting: 2, nextOn: '2026-11-30', soon: 1 });
    expect(of('permanent')).toMatchObject({ waiting: 1, nextOn: null, soon: 0 });
    expect(of('work')).toMatchObject({ waiting: 0 });
    expect(gone).toEqual([
      { on: '2026-11-21', name: '查询码、回执和凭码公开的进度', count: 7, job: 'traces' },
      { on: '2026-11-20', name: '一般来信来访', count: 2, job: 'expired' },
      { on: '2026-11-20', name: '本人请求更正、删除的', count: 1, job: 'asked' },
    ]);
  });
});
