import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Subject } from '#kernel/subject.ts';
import type { Actor } from '#platform/actor.ts';
import { createHttp } from '#platform/http.ts';
import { cloneDatabase } from '../../../test/database.ts';
import { actor, doOn, paperNeeds } from '../../../test/papers.ts';
import { CITY, decidedMatter, recheckedMatter } from '../../../test/rechecked.ts';
import { at, UNITS } from '../../../test/stories.ts';
import { takeNote } from '#platform/words.ts';
import { findDesk } from '../desk.ts';
import { caseworkRoutes, loadMatter } from '../index.ts';
import type { CaseworkDb } from '../store.ts';

/** The organ above, over HTTP: it takes a request down itself, and a text with a name in it does not become public. */
let needs: Awaited<ReturnType<typeof paperNeeds>>;
let app: FastifyInstance;
let matter: Subject;
let no: string;
const people: Readonly<Record<string, Actor>> = {
  government: actor(UNITS.government, ['unitHead', 'unitClerk'], '周政'),
  water: actor(UNITS.water),
  city: actor(CITY, ['unitHead', 'unitClerk'], '钱江'),
  second: actor(CITY, ['unitHead', 'unitClerk'], '郑河'),
};

beforeAll(async () => {
  const open = await cloneDatabase();
  needs = await paperNeeds(open());
  app = await createHttp({ surface: 'office', whoIs: async ({ headers }) => people[String(headers['x-who'])], limits: { callsAMinute: 100_000 } });
  caseworkRoutes(app, {
    ...needs,
    refreshLaws: async () => {},
    mayOpenContent: () => true,
    logAccess: async () => {},
    openIf: async (_, __, queries) => ({ recorded: false, answers: await needs.db.send(...queries), opened: [] }),
    regionsOfNo: () => ['linshui', 'qinghe'],
  });
  matter = await decidedMatter(needs);
  no = (await loadMatter(needs, matter)).matter.opening!.no;
});
afterAll(() => app.close());

async function post(who: string, url: string, payload: object) {
  const reply = await app.inject({ method: 'POST', url: `/api/casework${url}`, payload, headers: { 'x-who': who } });
  return { status: reply.statusCode, json: reply.json() };
}
const request = (on: string) => ({ no, command: 'requestReview', fields: { on, grounds: '物业有报修登记，当面交来的' } });

describe('复查、复核申请交到上一级自己手里', () => {
  it('不该由它复查的，只听到“没有这件”；该由它复查的，当场登记，从此看得到这一件', async () => {
    needs.clock.now = at('2026-09-10');
    expect(await post('water', '/requests', request('2026-09-10'))).toMatchObject({ status: 404, json: { type: 'NotFound' } });
    expect(await post('city', '/requests', request('2026-09-10'))).toMatchObject({ status: 404 });
    expect(await post('government', '/requests', { ...request('2026-09-10'), no: '990421-X-2026-9999999-9' })).toMatchObject({ status: 404 });
    const { status, json } = await post('government', '/requests', request('2026-09-10'));
    expect([status, json]).toEqual([200, { region: 'qinghe', matter: matter.id, stage: '已请求复查' }]);
    expect((await loadMatter(needs, matter)).matter.review).toMatchObject({ organ: UNITS.government, requestedOn: '2026-09-10' });
    expect((await post('government', '/requests', request('2026-09-10'))).json.type).toBe('WrongStage');
  });

  it('不变量 18：复核申请也一样，交到再上一级', async () => {
    matter = await recheckedMatter(needs, async (subject) => {
      const number = (await loadMatter(needs, subject)).matter.opening!.no;
      const fields = { on: '2026-10-09', grounds: '报修在保修期以内' };
      expect((await post('city', '/requests', { no: number, command: 'requestRecheck', fields })).json).toMatchObject({ stage: '已请求复核' });
    });
    expect((await loadMatter(needs, matter)).matter.recheck?.organ).toBe(CITY);
  });
});

describe('复查机关的负责人有利害关系，回避由再上一级决定（不变量 30）', () => {
  const page = (who: string, id: string) =>
    app.inject({ url: `/api/casework/matters/qinghe/${id}`, headers: { 'x-who': who } }).then((reply) => ({ status: reply.statusCode, json: reply.json() }));

  it('报请以前看不到；报请以后在它的待办里，只看得到这一项，只办得了这一项；决定以后不再是待办', async () => {
    const subject = await decidedMatter(needs);
    await doOn(needs, subject, '2026-09-10', UNITS.government, { type: 'requestReview', on: '2026-09-10', grounds: takeNote('物业有登记').words });
    const card = takeNote('{"name":"周政","post":"县长","phone":"0000-622 0101"}');
    await doOn(needs, subject, '2026-09-11', UNITS.government, { type: 'admitReview', accepted: true, officer: { person: '周政', card: card.words } }, [card]);
    expect(await page('city', subject.id)).toMatchObject({ status: 404 });
    const interest = takeNote('复查的就是开发商老板的哥哥，也是这个机关的负责人');
    await doOn(needs, subject, '2026-09-14', '信访人', { type: 'requestRecusal', interest: interest.words, headConcerned: true }, [interest]);
    const owed = await findDesk(needs.db.sql as CaseworkDb, CITY, 100);
    expect(owed.filter((row) => row.subject === subject.id)).toMatchObject([{ clock: 'E04', unit: CITY }]);

    const { status, json } = await page('city', subject.id);
    expect([status, json.words, json.claims, json.assignments]).toEqual([200, '（本单位只决定这项回避申请，不看来件的内容。）', [], []]);
    expect(json.clocks).toMatchObject([{ clock: 'E04', holder: expect.stringContaining('临水市') }]);
    expect(json.timeline.map(({ type }: { type: string }) => type)).toEqual(['RecusalRequested', 'RecusalPassedUp']);
    expect(json.timeline[0].text).toContain('开发商老板的哥哥');
    expect(json.can.map(({ command }: { command: string }) => command)).toEqual(['decideRecusal']);
    expect(await post('city', `/matters/qinghe/${subject.id}/parties`, { purpose: '核对当事人' })).toMatchObject({ status: 404 });
    expect(await page('water', subject.id)).toMatchObject({ status: 404 });

    const decide = (command: string, fields: object) => ({ seen: json.n, command, fields });
    const note = await post('city', `/matters/qinghe/${subject.id}/act`, decide('takeNote', { text: '看一看这一件', shown: false }));
    expect(note.status).toBe(404);
    const decided = await post('city', `/matters/qinghe/${subject.id}/act`, decide('decideRecusal', { no: 1, recused: true, grounds: '查实是亲属关系' }));
    expect(decided.json.done).toEqual(['RecusalDecided']);
    expect((await page('city', subject.id)).json).toMatchObject({ can: [], clocks: [{ outcome: 'kept' }] });
    expect((await loadMatter(needs, subject)).matter.review).not.toHaveProperty('officer');
  });
});

describe('发布公示', () => {
  it('签发以后补上的当事人在公示稿里：发布不了，并说出是谁', async () => {
    const text = takeNote(
      JSON.stringify({
        organ: '市政府',
        subject: '屋面漏水',
        recheckNo: '1号',
        heardOn: '2026-10-26',
        claims: '修好屋面',
        result: '张明轩报修过',
        basis: '第三十六条',
      }),
    );
    const propose = { type: 'proposePublication', document: 'document/96', text: text.words, left: [], startsOn: '2026-11-20', endsOn: '2026-12-01' };
    await doOn(needs, matter, '2026-11-06', CITY, propose, [text]);
    const told = takeNote('当面给他看过');
    await doOn(needs, matter, '2026-11-06', CITY, { type: 'tellPublication', on: '2026-11-06', told: told.words }, [told]);
    const parties = takeNote(JSON.stringify([{ role: 'principal', name: '张明轩' }]));
    await doOn(needs, matter, '2026-11-07', '信访人', { type: 'changeContact', parties: parties.words, contactKnown: true }, [parties]);
    needs.clock.now = at('2026-11-20');
    const release = {
      seen: (await loadMatter(needs, matter)).past.length,
      command: 'releasePublication',
      fields: { reviewed: true, grounds: '逐字看过，可以公示' },
    };
    const url = `/matters/${matter.region}/${matter.id}/act`;
    const refused = await post('second', url, release);
    expect(refused.json.type).toBe('AgainstRule');
    expect(refused.json.title).toContain('张明轩');
    expect((await post('second', url, { ...release, command: 'takeDownPublication', fields: { grounds: '稿子里有姓名' } })).json.done).toEqual([
      'PublicationTakenDown',
    ]);
  });
});
