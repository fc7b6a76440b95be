import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadMatter } from '#contexts/casework/index.ts';
import type { Subject } from '#kernel/subject.ts';
import type { Actor } from '#platform/actor.ts';
import { createHttp } from '#platform/http.ts';
import { cloneDatabase } from '../../test/database.ts';
import { actor, newMatter, paperNeeds } from '../../test/papers.ts';
import { doAs } from '../../test/rechecked.ts';
import { organs, UNITS } from '../../test/stories.ts';
import { isSampled } from './domain/sample.ts';
import { reauditRoutes } from './reaudit.ts';

/** 不再受理的抽查（R3）over HTTP: who is offered the drawn matters, and what they found. */
let needs: Awaited<ReturnType<typeof paperNeeds>>;
let app: FastifyInstance;
let matter: Subject;
const people: Readonly<Record<string, Actor>> = {
  petition: actor(UNITS.petition, ['petitionDeptHead'] as never),
  government: actor(UNITS.government, ['unitHead'] as never),
  water: actor(UNITS.water, ['unitHead'] as never),
  clerk: actor(UNITS.government, ['unitClerk'] as never),
};

beforeAll(async () => {
  const open = await cloneDatabase();
  needs = await paperNeeds(open());
  app = await createHttp({ surface: 'office', whoIs: async ({ headers }) => people[String(headers['x-who'])], limits: { callsAMinute: 100_000 } });
  reauditRoutes(app, { db: needs.db, directory: { current: () => organs } as never });
  do matter = await newMatter(needs, 'triaged');
  while (!isSampled(matter.id));
  const earlier = { id: 'earlier', no: '先前', recheckDeliveredOn: '2026-03-01' };
  const texts = { factsBefore: '路灯坏了', factsNow: '路灯坏了', reasonsBefore: '没人修', reasonsNow: '没人修' };
  await doAs(needs, matter, '2026-07-22', '张明', UNITS.petition, 'compareWithEarlier', { earlier, samePetitioner: true, newFactsClaimed: false }, texts);
  await doAs(needs, matter, '2026-07-23', '王审', UNITS.petition, 'refuseFurther', { refused: true }, { grounds: '逐项相同' });
});
afterAll(() => app.close());

async function list(who: string) {
  const reply = await app.inject({ url: '/api/supervision/reaudits', headers: { 'x-who': who } });
  return { status: reply.statusCode, rows: reply.json().rows };
}

describe('不再受理的抽查', () => {
  it('作出决定的机关看不到自己的，上面的机关看得到；没有督查职责的不行', async () => {
    expect((await list('petition')).rows).toEqual([]);
    expect((await list('government')).rows).toEqual([expect.objectContaining({ matter: matter.id, refusedBy: '清和县信访局' })]);
    expect((await list('water')).rows).toEqual([]);
    expect((await list('clerk')).status).toBe(403);
  });

  it('查过没有错的，记着结果，本件仍是不再受理', async () => {
    await doAs(needs, matter, '2026-08-10', '督查人', UNITS.government, 'recordReaudit', { confirmed: true }, { grounds: '重新看过，确实相同' });
    expect((await list('government')).rows).toEqual([expect.objectContaining({ confirmed: true })]);
    expect((await loadMatter(needs, matter)).matter.stage).toBe('furtherRefused');
  });
});
