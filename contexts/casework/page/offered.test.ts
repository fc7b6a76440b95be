import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Subject } from '#kernel/subject.ts';
import type { Actor } from '#platform/actor.ts';
import { createHttp } from '#platform/http.ts';
import { cloneDatabase } from '../../../test/database.ts';
import { actor, newMatter, paperNeeds } from '../../../test/papers.ts';
import { UNITS } from '../../../test/stories.ts';
import type { Obstacle } from '../contract.ts';
import { OFFERED_COMMANDS } from '../contract.ts';
import { caseworkRoutes, type CaseworkRouteNeeds } from '../routes.ts';
import { loadMatter } from './load.ts';
import { offeredTo } from './offered.ts';

let needs: Awaited<ReturnType<typeof paperNeeds>>;
let app: FastifyInstance;
const people: Readonly<Record<string, Actor>> = {
  housing: actor(UNITS.housing),
  reader: actor(UNITS.housing, ['handler'] as never, '经办'),
  water: actor(UNITS.water),
  admin: actor(UNITS.petition, ['sysAdmin'] as never, '管理员'),
};
beforeAll(async () => {
  needs = await paperNeeds((await cloneDatabase())());
  app = await createHttp({ surface: 'office', whoIs: async ({ headers }) => people[String(headers['x-who'])], limits: { callsAMinute: 100_000 } });
  caseworkRoutes(app, { ...needs, mayOpenContent: ({ roles }: Actor) => !roles.includes('sysAdmin') } as unknown as CaseworkRouteNeeds);
});
afterAll(() => app.close());

const ask = async (who: string, { region, id }: Subject) => {
  const reply = await app.inject({ method: 'GET', url: `/api/casework/matters/${region}/${id}/cannot`, headers: { 'x-who': who } });
  return { status: reply.statusCode, obstacles: reply.json() as Obstacle[] };
};
const canOf = async (who: string, matter: Subject) => offeredTo(needs, (await loadMatter(needs, matter)).matter, people[who]!);

describe('能做的和不能做的', () => {
  it('每个命令或者能做，或者有一句为什么，或者是别的单位的事；没有两头都在的', async () => {
    for (const stage of ['referred', 'accepted', 'handling'] as const) {
      const matter = await newMatter(needs, stage);
      const can = (await canOf('housing', matter)).map(({ command }) => command);
      const { status, obstacles } = await ask('housing', matter);
      expect(status).toBe(200);
      expect(obstacles.length).toBeGreaterThan(20);
      for (const { command, why } of obstacles) {
        expect(OFFERED_COMMANDS).toContain(command);
        expect(can).not.toContain(command);
        expect(why).toMatch(/[。！]$/);
      }
    }
  });

  it('转来的：能受理，是下一步；还不能开始办理，说得出现在在哪个环节', async () => {
    const matter = await newMatter(needs, 'referred');
    expect((await canOf('housing', matter)).find(({ primary }) => primary)).toMatchObject({ command: 'accept' });
    const { obstacles } = await ask('housing', matter);
    expect(obstacles.find(({ command }) => command === 'startHandling')?.why).toContain('不能');
  });

  it('岗位没有这项职责的，说要由谁办；能做的里没有', async () => {
    const matter = await newMatter(needs, 'referred');
    expect((await canOf('reader', matter)).map(({ command }) => command)).not.toContain('accept');
    expect((await ask('reader', matter)).obstacles).toContainEqual(
      expect.objectContaining({ command: 'accept', why: expect.stringMatching(/^要由本单位的承办人、.*办理。$/), posts: true }),
    );
  });

  it('不相干的单位查不到，系统管理员、没有登录的打不开', async () => {
    const matter = await newMatter(needs, 'referred');
    expect((await ask('water', matter)).status).toBe(404);
    expect((await ask('admin', matter)).status).toBe(403);
    expect((await ask('nobody', matter)).status).toBe(401);
  });
});
