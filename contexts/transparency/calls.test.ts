import { generateKeyPairSync, sign } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { signedText } from '#contexts/intake/domain/offline.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handleMatter, type MatterCommand } from '#contexts/casework/index.ts';
import { asSystem, handleWork, workRoutes, type WorkRouteNeeds } from '#contexts/coordination/index.ts';
import { boxKeysOf, intakeRoutes, intakeStep, loadIntake, openMatters, takeFromPortal, type IntakeNeeds } from '#contexts/intake/index.ts';
import { announcedCalls, callCounts, followCalls, suggestionRebuilder } from '#contexts/supervision/index.ts';
import type { Subject } from '#kernel/subject.ts';
import { act } from '#platform/act.ts';
import type { Actor } from '#platform/actor.ts';
import { sequence } from '#platform/feed.ts';
import { createHttp } from '#platform/http.ts';
import { takeNote, type Note } from '#platform/words.ts';
import { WORK_KINDS } from '../../apps/server/work-kinds.ts';
import { arrivalNeeds } from '../../test/arrivals.ts';
import { countyDirectory } from '../../test/directory.ts';
import { keys } from '../../test/portal.ts';
import { rebuilt } from '../../test/rebuilt.ts';
import { startPortalServer, type PortalServer } from '../../test/portal-server.ts';
import { at, by, suggestion, UNITS } from '../../test/stories.ts';
import { visit, type Visitor } from '../../test/visitor.ts';
import { publishNotices } from './index.ts';

const REGION = 'qinghe';
const CALL = { region: REGION, id: '6f9619ff-8b86-4011-b42d-00c04fc964ac' };
const PAGE = `/api/coordination/work/${REGION}/${CALL.id}`;
const clerk: Actor = { person: '张明', name: '张明', unit: UNITS.petition, region: REGION, roles: ['intakeOfficer'], session: 'test' };
const leader: Actor = { person: '韩敬川', name: '韩敬川', unit: UNITS.government, region: REGION, roles: ['leader', 'unitHead'], session: 'test' };
let portal: PortalServer;
let desk: IntakeNeeds;
let staff: WorkRouteNeeds;
let office: FastifyInstance;
let counter: FastifyInstance; // where a clerk takes down what comes by letter, telephone and visit

beforeAll(async () => {
  portal = await startPortalServer();
  portal.time = at('2026-05-11');
  desk = arrivalNeeds(portal.as('huiyin_office'), () => portal.time);
  const directory = countyDirectory();
  const source = { current: () => directory, refresh: async () => directory };
  staff = { ...desk, directory: source, workKinds: WORK_KINDS, countedFor: callCounts(desk), logAccess: async () => {} };
  office = await createHttp({ surface: 'office', whoIs: async () => leader });
  workRoutes(office, staff);
  counter = await createHttp({ surface: 'office', whoIs: async () => clerk });
  const { blobs } = portal.needs;
  const cards = { organCard: () => ({ isPetitionDept: true }), personCard: () => ({ name: '张明', post: '科员', phone: '0000-622 0101' }) };
  intakeRoutes(counter, { ...desk, ...cards, blobs, findCalls: announcedCalls(staff), mayOpenContent: () => true, logAccess: async () => {} });
  await handleWork(staff, CALL, { kind: 'suggestionCall', step: 'begin', values: { period: '2026' }, by: asSystem, owner: UNITS.government });
});
afterAll(() => Promise.all([office.close(), counter.close()]));

const take = async (step: string, fields: object) => {
  const { statusCode, json } = await office.inject({ method: 'POST', url: PAGE, payload: { step, fields } });
  return { status: statusCode, ...json() };
};
const shown = async () => (await office.inject({ method: 'GET', url: PAGE })).json();
const counted = async () => ((await shown()).counts as { text: string }[]).map(({ text }) => text);

/** What the worker does every second. */
async function follow(): Promise<void> {
  const worker = portal.as('huiyin_worker');
  const failed = (_: string, error: unknown) => {
    throw error;
  };
  await takeFromPortal({ ...desk, boxKeys: boxKeysOf(keys.boxes), petitionDeptOf: () => UNITS.petition, failed }, REGION);
  await sequence(worker.sql, REGION);
  await publishNotices({ staff, worker }, REGION, 'notices');
  await followCalls({ staff, worker }, REGION, 'calls');
}

/** From the first question to the check page. */
async function fill(visitor: Visitor, purpose: string, story: string): Promise<void> {
  await visitor.send('/file/purpose', { purpose, then: 'next' });
  await visitor.send('/file/story', { story, title: '', then: 'next' });
  await visitor.send('/file/place', { town: '', where: '县城', then: 'next' });
  await visitor.send('/file/claims', { claim: ['加一班晚上九点的车'], then: 'next' });
  await visitor.send('/file/earlier', { earlier: 'no', earlierWhere: '', then: 'next' });
  await visitor.upload('/file/files', { then: 'next' }, []);
  await visitor.send('/file/whom', { whom: 'self', then: 'next' });
  await visitor.send('/file/contact', { named: 'no', name: '', idNumber: '', then: 'next' });
}

async function answerCall(story: string, purpose = 'suggestion'): Promise<{ review: string }> {
  const visitor = visit(portal.origin);
  await visitor.open('/file');
  await visitor.send('/file', { call: CALL.id });
  await fill(visitor, purpose, story);
  const review = visitor.page.html;
  await visitor.send('/file/submit', {});
  expect(visitor.page.path).toBe('/receipt');
  return { review };
}

const received = async () =>
  (await desk.db.sql.selectFrom('history.action').select(['subject', 'data']).where('type', '=', 'IntakeReceived').orderBy('recorded_at').execute()).map(
    ({ subject, data }) => ({ id: subject as string, call: (data as { call?: string }).call }),
  );

const part = (text: string, kind: 'suggestion' | 'claim') => {
  const classify = { kind, purpose: kind === 'suggestion' ? 'suggestion' : 'seekResolution', category: '0501', also: [], firstTime: true, general: false };
  return { title: text, text, claims: [text], accusation: false, classify: { ...classify, litigation: false } };
};

/** A letter that a clerk takes down as a suggestion for the call. */
const letter = (text: string, more: object = {}) => ({
  channel: 'letter',
  receivedAt: portal.time.toISOString(),
  title: text,
  text,
  claims: [],
  parties: [{ role: 'principal', name: '沈望舒', phone: '13900004411' }],
  anonymous: false,
  electronic: false,
  people: 1,
  parts: [part(text, 'suggestion')],
  call: CALL.id,
  ...more,
});

const registered = async (payload: object) => {
  const answer = await counter.inject({ method: 'POST', url: '/api/intake/register', payload });
  return { status: answer.statusCode, ...answer.json() };
};
const opened = async ({ intake }: { intake: string }) => (await counter.inject({ method: 'GET', url: `/api/intake/${REGION}/${intake}` })).json();

const on = (day: string, unit: string, subject: Subject, command: Record<string, unknown>, notes: readonly Note[] = []) => {
  portal.time = at(day);
  return handleMatter(desk, subject, { ...command, ...by(unit, day) } as unknown as MatterCommand, { notes });
};

describe('人民建议征集：应征的建议（第二十九条第三款，A45）', () => {
  it('没有发布的征集，填写页上没有；发布了就列出来，中文英文都有', async () => {
    const visitor = visit(portal.origin);
    expect(await visitor.open('/file')).not.toContain('正在征集建议');
    const published = await take('publish', { title: '城区公交线路怎么调整', text: '欢迎就站点、班次、换乘提出建议。', untilOn: '2026-06-30' });
    expect(published).toMatchObject({ status: 200, done: ['SuggestionCallPublished'] });
    await follow();
    const page = await visitor.open('/file');
    for (const said of ['正在征集建议', '城区公交线路怎么调整', '清和县人民政府', '征集到2026年6月30日', '对这件事提建议']) expect(page, said).toContain(said);
    expect(await visit(portal.origin).open('/file?lang=en')).toContain('Open calls for suggestions');
  });

  it('按了就从提建议开始；核对页上写明应哪个征集；收到的记着是哪一次', async () => {
    const visitor = visit(portal.origin);
    await visitor.open('/file');
    expect(await visitor.send('/file', { call: CALL.id })).toMatch(/<input[^>]*checked=""[^>]*value="suggestion"/);
    expect(visitor.page.path).toBe('/file/purpose');
    const { review } = await answerCall('晚上九点以后没有车，下夜班只能走回家。');
    expect(review).toContain('应哪个征集');
    await follow();
    expect(await received()).toEqual([{ id: expect.any(String), call: CALL.id }]);
  });

  it('改选别的目的，就不再是应征的；不认得的征集也不记', async () => {
    const { review } = await answerCall('公交站牌倒了，砸坏了我的车。', 'seek');
    expect(review).not.toContain('应哪个征集');
    const visitor = visit(portal.origin);
    await visitor.open('/file');
    await visitor.send('/file', { call: '6f9619ff-8b86-4011-b42d-00c04fc964ff' });
    await fill(visitor, 'suggestion', '建议在医院门口加一站。');
    await visitor.send('/file/submit', {});
    await follow();
    expect((await received()).map(({ call }) => call)).toEqual([CALL.id, undefined, undefined]);
    expect(await counted()).toEqual(['0', '0', '0']); // nobody has looked at them yet
  });

  it('采纳、奖励跟着办理数出来；没有人看过的不数，移入密件的从来不数', async () => {
    await answerCall('建议把一路车改成环线，老城新区都走到。');
    await answerCall('其实我要说的是公交公司经理收回扣。');
    await follow();
    const [adopted, , , plain, sealed] = (await received()).map(({ id }) => ({ region: REGION, id }));
    const done = { by: { person: '张明', unit: UNITS.petition }, at: portal.time };
    await act(desk, [intakeStep(desk, sealed!, { type: 'classify', purpose: 'accusation', matters: [], sealed: true, ...done })]);

    await follow();
    expect(await counted()).toEqual(['0', '0', '0']);

    const opened = async (intake: Subject, title: string) => {
      const loaded = await loadIntake(desk, intake);
      return (await openMatters(desk, loaded, [{ title, text: title, claims: [title] }], done, loaded.past.length)).matters[0];
    };
    const matter = await opened(adopted!, '加一班夜班车');
    await opened(plain!, '一路车改成环线');
    const [card, grounds] = [takeNote('{"name":"李兰","post":"科长","phone":"0000-622 0132"}'), takeNote('客流够，已经安排。')];
    await on('2026-05-12', UNITS.petition, matter!, { type: 'classify', ...suggestion });
    await on('2026-05-13', UNITS.petition, matter!, { type: 'refer', to: UNITS.housing });
    await on('2026-05-14', UNITS.housing, matter!, { type: 'accept' });
    await on('2026-05-14', UNITS.housing, matter!, { type: 'startHandling', handler: { person: '李兰', card: card.words } }, [card]);
    const reply = { type: 'replySuggestion', document: 'document/1', adopted: 'partly', contribution: true, grounds: grounds.words };
    await on('2026-05-20', UNITS.housing, matter!, reply, [grounds]);
    await follow();
    expect(await counted()).toEqual(['2', '1', '0']);
    const why = takeNote('解决了夜班职工出行。');
    await on('2026-05-25', UNITS.housing, matter!, { type: 'decideReward', rewarded: true, grounds: why.words }, [why]);
    await follow();
    expect((await shown()).counts).toEqual([
      { label: '收到（已甄别的）几条', text: '2' },
      { label: '采纳（含部分采纳）几条', text: '1' },
      { label: '奖励几条', text: '1' },
    ]);
  });

  it('丢了重数，还是一样', async () => {
    const worker = portal.as('huiyin_worker');
    await worker.sql.deleteFrom('supervision.call_suggestion').execute();
    expect(await counted()).toEqual(['0', '0', '0']);
    await followCalls({ staff, worker }, REGION, 'calls again');
    expect(await counted()).toEqual(['2', '1', '1']);
    expect(await rebuilt(portal.as('postgres'), staff, [suggestionRebuilder])).toEqual({ 'supervision.call_suggestion': 2 });
  });

  it('来信、来电、来访提的，登记时选上应哪次征集：收到那天正在征集的才列出来；来件页写明，件数一并数', async () => {
    portal.time = at('2026-05-26');
    const listed = async (on: string) => (await counter.inject({ method: 'GET', url: `/api/intake/calls?on=${on}` })).json();
    expect(await listed('2026-05-26')).toEqual([{ id: CALL.id, title: '城区公交线路怎么调整', organ: '清和县人民政府', until: '2026-06-30' }]);
    expect([await listed('2026-05-10'), await listed('2026-07-01')]).toEqual([[], []]);
    const taken = await registered(letter('二路车早上五点半发头班。'));
    expect(taken.status).toBe(200);
    expect(await opened(taken)).toMatchObject({ call: { id: CALL.id, title: '城区公交线路怎么调整' } });
    const { call: _, ...without } = letter('县城东门加一个公交站台。');
    expect(await opened(await registered(without))).toMatchObject({ call: null });
    await follow();
    expect(await counted()).toEqual(['3', '1', '1']);
  });

  it('没有这次征集、收到那天不在征集、分成的几件里没有建议的，不登记，说明怎么办', async () => {
    const claimed = letter('三路车司机收了钱不给票。', { parts: [part('三路车司机收了钱不给票。', 'claim')] });
    const cases = [
      [{ ...letter('换一辆大车。'), call: '6f9619ff-8b86-4011-b42d-00c04fc964ff' }, '请重新选；不是应征集提的建议，就不选'],
      [letter('换一辆大车。', { receivedAt: at('2026-05-10').toISOString() }), '从5月11日到6月30日征集，5月10日收到的不在其中'],
      [claimed, '分成的几件里没有建议'],
    ] as const;
    for (const [body, said] of cases) {
      const { status, title } = await registered(body);
      expect([status >= 400 && status < 500, title], said).toEqual([true, expect.stringContaining(said)]);
    }
    await follow();
    expect(await counted()).toEqual(['3', '1', '1']);
  });

  it('不变量 46：离线登记的也带着应哪次征集；到登记时对不上的，照样登记，只是不算，并且说明', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
    const key = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
    const { device } = (await counter.inject({ method: 'POST', url: '/api/intake/devices', payload: { publicKey: key } })).json();
    const sync = async (sequence: number, registration: object) => {
      const made = { device, sequence, madeAt: new Date(portal.time.getTime() - 60_000).toISOString(), registration };
      const signature = sign('sha256', Buffer.from(signedText(made)), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64');
      return (await counter.inject({ method: 'POST', url: '/api/intake/offline', payload: { ...made, signature } })).json();
    };
    const kept = await sync(1, letter('东柳村的班车下雨天也要开。'));
    expect([kept.withoutCall, (await opened(kept.receipt)).call.id]).toEqual([undefined, CALL.id]);
    const early = await sync(2, letter('班车的时刻表贴到村口。', { receivedAt: at('2026-05-10').toISOString() }));
    expect([early.withoutCall, (await opened(early.receipt)).call]).toEqual([expect.stringContaining('5月10日收到的不在其中'), null]);
    await follow();
    expect(await counted()).toEqual(['4', '1', '1']);
  });

  it('登记以后才看出是应征集提的，由收件的人算进去；选错了移出，也可以再改；件数跟着变', async () => {
    const { call: _, ...without } = letter('南门桥头的站牌换个大字的。');
    const { intake } = await registered(without);
    const url = `/api/intake/${REGION}/${intake}/call`;
    const asked = async () => (await counter.inject({ method: 'GET', url })).json();
    const choose = async (call: string | null) => {
      const { statusCode, json } = await counter.inject({ method: 'POST', url, payload: { seen: (await asked()).n, call } });
      await follow();
      return statusCode === 200 ? await counted() : json().title;
    };
    expect(await asked()).toMatchObject({ call: null, choices: [{ id: CALL.id, title: '城区公交线路怎么调整' }] });
    expect(await choose(CALL.id)).toEqual(['5', '1', '1']);
    expect(await asked()).toMatchObject({ call: { id: CALL.id } });
    expect(await opened({ intake })).toMatchObject({ call: { id: CALL.id } });
    expect(await choose(CALL.id)).toContain('已经算在这次征集里');
    expect(await choose(null)).toEqual(['4', '1', '1']);
    expect(await choose('6f9619ff-8b86-4011-b42d-00c04fc964ff')).toContain('没有这次征集');
    const { parts: __, ...unread } = without;
    const { intake: claim } = await registered({ ...unread, text: '三路车司机多收了钱。', parts: [part('三路车司机多收了钱。', 'claim')] });
    const refused = await counter.inject({ method: 'POST', url: `/api/intake/${REGION}/${claim}/call`, payload: { seen: 20, call: CALL.id } });
    expect(refused.json().title).toContain('分成的几件里没有建议');
  });

  it('公布采用情况：数由系统数，不用填，填了不收；不到5的，对外不写数字（不变量 28）', async () => {
    portal.time = at('2026-07-02');
    const { forms } = await shown();
    const form = forms.find(({ step }: { step: string }) => step === 'summarise');
    expect(form.fields.map(({ name }: { name: string }) => name)).toEqual(['summary']);
    const summary = '晚上九点加开一班，环线还在论证。';
    expect(await take('summarise', { summary, received: 99 })).toMatchObject({ status: 400, title: expect.stringContaining('由系统按记录算出') });
    expect(await take('summarise', { summary })).toMatchObject({ status: 200, done: ['SuggestionUseSummarised'] });
    const { counts, entries } = await shown();
    expect(counts).toEqual([]);
    expect(entries.at(-1).lines).toContainEqual({ label: '收到（已甄别的）几条', text: '4' });
    await follow();
    const page = await visit(portal.origin).open('/notices');
    expect(page).toContain('收到：不公布；采纳（含部分采纳）：不公布；奖励：不公布。少于5条的');
    expect(await visit(portal.origin).open('/notices?lang=en')).toContain('received not published');
    expect(await visit(portal.origin).open('/file')).not.toContain('正在征集建议');
  });
});
