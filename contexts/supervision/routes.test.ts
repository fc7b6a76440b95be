import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAccessLog, type AccessLog } from '#platform/access-log.ts';
import type { Database } from '#platform/database.ts';
import { readLaws } from '#platform/rules.ts';
import { keepNotes, takeNote } from '#platform/words.ts';
import { openCounty, type Browser, type County } from '../directory/testing.ts';
import { cloneDatabase } from '../../test/database.ts';
import { rebuilt } from '../../test/rebuilt.ts';
import { complaintRebuilder, findComplaintsOf, receiveComplaint, supervisionRoutes, type SupervisionNeeds, type SupervisionRouteNeeds } from './index.ts';

const laws = readLaws();
const PETITIONER = { person: '信访人', unit: '信访人' };
const matter = { region: 'qc', id: randomUUID() };
const COMPLAINT = '窗口的李科长三次让我下周再来，还说“爱找谁找谁”。';
const ANSWER = '经核查情况属实，已对当事人批评教育，并于今日当面道歉。';

let county: County;
let needs: SupervisionNeeds;
let root: Database;
let access: AccessLog;
const as: Record<string, Browser> = {};

beforeAll(async () => {
  const open = await cloneDatabase();
  root = open('postgres');
  county = await openCounty(open(), {}, (app, directoryNeeds) => {
    access = openAccessLog(directoryNeeds.db, { name: 'test', now: directoryNeeds.now });
    needs = { ...directoryNeeds, calendar: () => laws.calendars.current.version, lawOf: laws.get, packFor: (region, on) => laws.inForce(on, region).version };
    const logAccess: SupervisionRouteNeeds['logAccess'] = async ({ subject, actor, purpose }) =>
      void (await access.read({ by: actor, place: '', purpose, subjects: [subject] }));
    supervisionRoutes(app, { ...needs, logAccess });
  });
  for (const login of ['xf02', 'zj01', 'zj02', 'xf01', 'sl01', 'gl01', 'sz01', 'sx01']) as[login] = await county.signIn(login);
});
afterAll(() => access.close());

const get = (url: string, login?: string) => county.send('GET', `/api/supervision/complaints${url}`, undefined, login ? as[login] : undefined);
const post = (url: string, body: object, login?: string) => county.send('POST', `/api/supervision/complaints${url}`, body, login ? as[login] : undefined);
const complain = (id = randomUUID(), more = {}) =>
  receiveComplaint(needs, { id, unit: 'qc/housing', about: 'manner', text: COMPLAINT, matter, by: PETITIONER, ...more });

let place: string;
const answer = { result: 'upheld', text: ANSWER, told: 'progressPage', toldOn: '2026-05-11' };

describe('a complaint from the progress page', () => {
  it('lies before the organ outside the unit, with the day by which it answers', async () => {
    const { region, id, organ } = await complain();
    place = `/${region}/${id}`;
    expect(organ).toBe('qc/supervision');
    const { body } = await get('', 'xf02');
    expect(body.rows).toEqual([expect.objectContaining({ complaint: id, unitName: '县住建局（全称）', about: 'manner', legalOn: '2026-06-01', daysLeft: 21 })]);
  });

  it('不变量 21：is nowhere to be seen for the unit complained about, its people elsewhere, and everybody else', async () => {
    const expectations = { zj01: '被投诉的人', zj02: '被投诉单位的负责人', xf01: '在被投诉单位兼职', sl01: '别的单位', sz01: '业务上级' };
    for (const login of Object.keys(expectations)) {
      expect((await get('', login)).body.rows, login).toEqual([]);
      expect(await get(place, login), login).toMatchObject({ status: 404, body: { type: 'NotFound' } });
      expect((await post(`${place}/answer`, answer, login)).status, login).toBe(404);
    }
    expect((await get('', 'gl01')).status).toBe(403); // the administrator opens no content
    expect((await get('')).status).toBe(401);
  });

  it('says the same of one that does not exist', async () => {
    const none = await get(`/qc/${randomUUID()}`, 'zj02');
    const hidden = await get(place, 'zj02');
    expect({ ...hidden.body, request: '' }).toEqual({ ...none.body, request: '' });
  });

  it('不变量 29：is opened with its words and its calculation, and the look is recorded', async () => {
    const { body } = await get(place, 'xf02');
    expect(body).toMatchObject({ text: COMPLAINT, matter: matter.id, clock: { name: '监督投诉答复', standing: 'default' } });
    const looks = await root.sql.selectFrom('access.opening').selectAll().where('subject', '=', place.split('/')[2]!).execute();
    expect(looks).toEqual([expect.objectContaining({ unit: 'qc/supervision', purpose: 'supervise' })]);
  });

  it('keeps its words out of history and out of the queue', async () => {
    const all = await Promise.all(
      ['history.action', 'supervision.complaint', 'supervision.complaint_of_matter'].map((table) => root.sql.selectFrom(table).selectAll().execute()),
    );
    expect(JSON.stringify(all)).not.toMatch(/李科长|爱找谁/);
  });

  it('不变量 44：pushed twice, is there once', async () => {
    const id = place.split('/')[2]!;
    await complain(id as ReturnType<typeof randomUUID>);
    expect((await get('', 'xf02')).body.rows).toHaveLength(1);
  });

  it('is answered once, and the petitioner reads the answer', async () => {
    expect((await post(`${place}/answer`, { ...answer, text: '知道了' }, 'xf02')).body.type).toBe('AgainstRule');
    expect((await post(`${place}/answer`, { ...answer, toldOn: '2026-05-12' }, 'xf02')).body.type).toBe('AgainstRule');
    expect((await post(`${place}/answer`, { ...answer, toldOn: 'gestern' }, 'xf02')).status).toBe(400);
    expect((await post(`${place}/answer`, answer, 'xf02')).body).toEqual({ done: ['ConductComplaintAnswered'] });
    expect((await post(`${place}/answer`, answer, 'xf02')).status).toBe(409);
    expect((await get('', 'xf02')).body.rows).toEqual([]);
    expect((await get('?answered=yes', 'xf02')).body.rows).toEqual([expect.objectContaining({ result: 'upheld', answeredOn: '2026-05-11' })]);
    expect(await findComplaintsOf(needs, matter)).toEqual([
      expect.objectContaining({
        about: 'manner',
        organ: 'qc/supervision',
        answerBy: '2026-06-01',
        answer: { on: '2026-05-11', result: 'upheld', text: ANSWER },
      }),
    ]);
  });

  it('不变量 45：of two who answer at once one wins', async () => {
    const { region, id } = await complain();
    const both = await Promise.all([post(`/${region}/${id}/answer`, answer, 'xf02'), post(`/${region}/${id}/answer`, answer, 'xf02')]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('goes to the level above where the petitioner asks for it', async () => {
    expect((await complain(randomUUID(), { toSuperior: true })).organ).toBe('lin/petition');
  });

  it('about the petition department itself goes past it', async () => {
    expect((await complain(randomUUID(), { unit: 'qc/petition' })).organ).toBe('qc/government');
    expect((await get('', 'xf02')).body.rows.filter(({ unit }: { unit: string }) => unit === 'qc/petition')).toEqual([]);
  });
});

describe('a complaint at the counter', () => {
  const told = { unit: 'qc/water', about: 'delay', text: "水管三个月没人修 <script>'; drop table", contact: '0000-622 0100' };

  it('is written down by the desk of another unit, whatever stands in it', async () => {
    const { status, body } = await post('', told, 'xf01');
    expect({ status, organ: body.organ }).toEqual({ status: 200, organ: 'qc/supervision' });
    const { body: page } = await get(`/${body.region}/${body.complaint}`, 'xf02');
    expect(page).toMatchObject({ text: told.text, contact: told.contact });
    const byPage = await post(`/${body.region}/${body.complaint}/answer`, answer, 'xf02');
    expect(byPage.body.title).toContain('没有进度页面');
    const byPhone = await post(`/${body.region}/${body.complaint}/answer`, { ...answer, told: 'phone', evidence: '通话记录 0511-3' }, 'xf02');
    expect(byPhone.status).toBe(200);
  });

  it('is not written down by the unit itself, which is told whom to name instead', async () => {
    const { status, body } = await post('', { ...told, unit: 'qc/housing' }, 'zj02');
    expect({ status, title: body.title }).toEqual({ status: 403, title: expect.stringContaining('督查科（全称）（电话 0000-622 0100）') });
  });

  it('is refused to other roles, about no unit, and with fields that nobody knows', async () => {
    expect((await post('', told, 'sl01')).status).toBe(403);
    expect((await post('', { ...told, unit: 'qc/nothing' }, 'xf01')).status).toBe(404);
    expect((await post('', { ...told, riskLevel: 3 }, 'xf01')).status).toBe(400);
    expect((await post('', { ...told, text: '' }, 'xf01')).status).toBe(400);
  });
});

it('不变量 36：投诉的队列从历史重建，一行不差', async () => {
  const { 'supervision.complaint': queue, 'supervision.complaint_of_matter': ofMatter } = await rebuilt(root, needs, [complaintRebuilder]);
  expect([queue, ofMatter].every((count) => count! > 2)).toBe(true);
});

describe('过期的承诺', () => {
  it('过了日期、没有核实做到的，督查人员看得到是哪一件、哪个单位、过了几天，信访人说没有做到的在前；还没到期的不列', async () => {
    const subject = randomUUID();
    const title = takeNote('楼道的灯三个月没有亮');
    await root.send(...keepNotes(root.sql, needs.keys, { region: 'qc', id: subject }, undefined, [title]));
    const common = {
      region: 'qc',
      subject,
      stage: 'inProgress',
      no: '990421-X-2026-0000001-A',
      title: title.words.id,
      channel: 'letter',
      received_at: new Date('2026-04-01T02:00:00Z'),
    };
    const insert = (table: string, values: object) =>
      root.sql
        .insertInto(table as never)
        .values(values as never)
        .execute();
    await insert('casework.matter', { ...common, desk_unit: 'qc/petition', intake: randomUUID() });
    await insert('casework.box', { ...common, holder_region: 'qc', unit: 'qc/petition', kind: 'claim', category: null });
    const running = { ...common, holder_region: 'qc', clock: 'D11', unit: 'qc/housing', started_on: '2026-04-01', target_at: null };
    await insert('casework.running', { ...running, key: 'D11@commitment/1', light_on: '2026-05-01', legal_on: '2026-05-01' });
    await insert('casework.running', { ...running, key: 'D11@commitment/2', light_on: '2026-12-01', legal_on: '2026-12-01' });
    const { body } = await county.send('GET', '/api/supervision/promises', undefined, as['xf02']);
    expect(body.rows).toEqual([
      expect.objectContaining({ matter: subject, title: '楼道的灯三个月没有亮', promise: 1, owner: '县住建局（全称）', dueOn: '2026-05-01' }),
    ]);
    const refused = await county.send('GET', '/api/supervision/promises', undefined, as['zj01']);
    expect(refused.status).toBe(403);

    await insert('casework.running', { ...running, key: 'D11@commitment/3', light_on: '2026-04-20', legal_on: '2026-04-20' });
    const said = {
      stream: 'matter',
      person: randomUUID(),
      unit: 'qc/petition',
      at: new Date('2026-05-03T02:00:00Z'),
      recorded_at: new Date('2026-05-03T02:00:00Z'),
    };
    const data = JSON.stringify({ part: 'commitment/1' });
    await insert('history.action', { ...said, region: 'qc', subject, n: 1, type: 'CommitmentRefuted', data, calendar: '2026', hash: Buffer.alloc(32) });
    const after = await county.send('GET', '/api/supervision/promises', undefined, as['xf02']);
    const first = after.body.rows.map(({ promise, denied }: { promise: number; denied: boolean }) => [promise, denied]);
    expect(first).toEqual([
      [1, true], // what a petitioner said was not done comes before what is longer past
      [3, false],
    ]);
  });
});
