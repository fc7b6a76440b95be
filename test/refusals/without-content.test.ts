import { beforeAll, describe, expect, inject, it } from 'vitest';
import { signIn, type Official } from '../official.ts';
import { sharedProgram, type Shared } from '../running-shared.ts';
import { done, papersOf, pathOf, people, referred, refused, type Matter, type People } from './way.ts';

/** 志愿者、网格员在承办单位有职务，也一个字看不到：不经手事项的，只有自己的任务（R4、R9、SD061）. */
let running: Shared;
let who: People;
let matter: Matter;
beforeAll(async () => {
  running = await sharedProgram(inject('running'));
  who = await people(running);
  matter = await referred(who);
}, 300_000);

/** A new colleague at the unit that has the matter, with these roles, signed in. */
async function colleague(login: string, roles: readonly string[]): Promise<Official> {
  const admin = await signIn(running, 'gl01');
  const account = { login: `${login}${process.pid}`, name: '祝帮忙', phone: '0000-622 0199', unit: 'qinghe/housing', post: '帮忙的人', roles };
  const { oneTimePassword } = done(await admin.post('/api/directory/accounts', account));
  const fresh = await signIn({ ...running, password: oneTimePassword }, account.login, 'once');
  const chosen = `河边的柳树又发芽了${process.pid}`;
  done(await fresh.post('/api/directory/me/password', { old: oneTimePassword, new: chosen }));
  return signIn({ ...running, password: chosen }, account.login);
}

describe('不经手事项的职务', () => {
  it('SD061、R9：承办单位的志愿者，事项、当事人、文书、卷宗、检索、清单、案头都打不开，话说清楚找谁；兼承办人的照看', async () => {
    const volunteer = await colleague('zy', ['volunteer']);
    const { intake } = matter;
    for (const path of [
      pathOf(matter),
      `${pathOf(matter)}/cannot`,
      `${papersOf(matter)}/papers`,
      `${papersOf(matter)}/file`,
      `${papersOf(matter)}/file.pdf`,
      `${papersOf(matter)}/file.zip`,
      `/api/intake/matters/qinghe/${matter.matter}/files`,
      `/api/intake/qinghe/${intake}`,
      `/api/evaluation/matters/qinghe/${matter.matter}`,
      `/api/casework/numbers/${matter.no}`,
      '/api/casework/desk',
      '/api/casework/waiting',
      '/api/casework/matters',
      '/api/casework/call-backs',
      '/api/insight/search?q=积水',
      '/api/intake/waiting',
      '/api/intake/calls?on=2026-05-11',
      '/api/documents/queue',
      '/api/coordination/work',
      '/api/supervision/overdue',
      '/api/supervision/complaints',
    ])
      refused(await volunteer.get(path), 'NotAllowed', '志愿者不经手信访事项', '告诉本单位承办人');
    refused(await volunteer.post(`${pathOf(matter)}/parties`, { purpose: '想打电话问问' }), 'NotAllowed', '志愿者');
    refused(await volunteer.post(`${pathOf(matter)}/act`, { seen: 1, command: 'takeNote', fields: { text: '记一笔', shown: false } }), 'NotAllowed', '志愿者');
    expect((await volunteer.get('/api/directory/organs')).status).toBe(200);

    const both = await colleague('cb', ['volunteer', 'unitClerk']);
    expect(done(await both.get(pathOf(matter)))).toMatchObject({ no: matter.no });
  }, 60_000);

  it('W09、R9：网格员的协同里只有巡诊，没有会议、督办、建议', async () => {
    const grid = await colleague('wg', ['gridWorker']);
    const { rows, begin } = done(await grid.get('/api/coordination/work'));
    expect([...rows, ...begin].filter(({ kind }: { kind: string }) => kind !== 'patrol')).toEqual([]);
    expect((await who.unitHead.get('/api/coordination/work')).body.begin.length).toBeGreaterThan(0);
    refused(await grid.get(pathOf(matter)), 'NotAllowed', '网格员不经手信访事项');
  }, 60_000);
});
