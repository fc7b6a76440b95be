import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instantInChina } from '#kernel/dates.ts';
import type { WorkValues } from '#kernel/work/kind.ts';
import { handleWork, workRebuilder, workRoutes, type WorkRouteNeeds } from '#contexts/coordination/index.ts';
import { openAccessLog, type AccessLog } from '#platform/access-log.ts';
import type { Database } from '#platform/database.ts';
import { readLaws } from '#platform/rules.ts';
import { rebuildViews } from '#platform/views-rebuild.ts';
import { keepNotes, takeNote } from '#platform/words.ts';
import { WORK_KINDS } from '../../apps/server/work-kinds.ts';
import { openCounty, type Browser, type County } from '../directory/testing.ts';
import { cloneDatabase } from '../../test/database.ts';
import { beginPeriods, overdueRoutes, raiseAlarms, watchClocks } from './index.ts';

const laws = readLaws({ packs: ['sample-coordination'] }); // a county whose meetings have days of their own
const LOGINS = ['xf02', 'zj01', 'zj02', 'sl01', 'sj01', 'sx01', 'gl01'];
let county: County;
let needs: WorkRouteNeeds;
let root: Database;
let access: AccessLog;
const as: Record<string, Browser> = {};

beforeAll(async () => {
  const open = await cloneDatabase();
  root = open('postgres');
  county = await openCounty(open(), {}, (app, directoryNeeds) => {
    access = openAccessLog(directoryNeeds.db, { name: 'test', now: directoryNeeds.now });
    const logAccess: WorkRouteNeeds['logAccess'] = async ({ subject, actor, purpose }) =>
      void (await access.read({ by: actor, place: '', purpose, subjects: [subject] }));
    needs = {
      ...directoryNeeds,
      calendar: () => laws.calendars.current.version,
      lawOf: laws.get,
      packFor: (region, on) => laws.inForce(on, region).version,
      workKinds: WORK_KINDS,
      logAccess,
    };
    workRoutes(app, needs);
    overdueRoutes(app, needs);
  });
  for (const login of LOGINS) as[login] = await county.signIn(login);
});
afterAll(() => access.close());

const get = (url: string, login: string) => county.send('GET', url, undefined, as[login]);
const post = (url: string, body: object, login: string) => county.send('POST', url, body, as[login]);
const WORK = '/api/coordination/work';

/** A row of what runs, as casework writes it: a unit has not answered in time. */
async function isLate(unit: string, no: string, clock = 'A14', legalOn = '2026-04-02') {
  const row = {
    holder_region: 'qc',
    region: 'qc',
    subject: randomUUID(),
    key: clock,
    clock,
    unit,
    stage: 'inProgress',
    no,
    title: randomUUID(),
    channel: 'letter',
  };
  const dates = { started_on: '2026-02-01', light_on: legalOn, legal_on: legalOn, target_at: null, received_at: new Date('2026-01-20') };
  await root.sql
    .insertInto('casework.running')
    .values({ ...row, ...dates })
    .execute();
  return row.subject;
}

it('D12：会上定给单位的事过了日期没有报，向管它的督办部门提一次；报了办结就不再提', async () => {
  const pack = laws.inForce('2026-03-02', 'sample-coordination').version;
  const own = { ...needs, packFor: () => pack };
  const meeting = { region: 'qc', id: randomUUID() };
  const { words } = takeNote('协调会，几家一起看渗水');
  const lengths = { title: 11, place: 11, agenda: 11, decision: 11, result: 11 };
  const step = (name: string, values: WorkValues, unit = 'qc/petition') => {
    const by = { person: '某人', unit, roles: ['unitHead'] as const };
    return handleWork(own, meeting, { kind: 'meeting', step: name, values, lengths, by, at: instantInChina('2026-03-02', '10:00') });
  };
  await step('convene', { meetingKind: 'coordination', title: words, meetOn: '2026-03-02', place: words, invited: ['qc/water'], agenda: words });
  await step('hold', { attended: ['qc/water'] });
  await step('decide', { decision: words, nature: 'assign', owner: 'qc/water', dueOn: '2026-03-10' });
  expect([await watchClocks(own, 'qc'), await watchClocks(own, 'qc')]).toEqual([1, 0]);
  const { body } = await get(`${WORK}?kinds=order`, 'xf02');
  expect(body.rows).toEqual([expect.objectContaining({ stageName: '系统建议督办，等人决定' })]);
  await step('report', { decision: 'decision/1', result: words }, 'qc/water');
  expect([await watchClocks(own, 'qc'), await watchClocks(own, 'qc')]).toEqual([1, 0]);
  expect((await get(`${WORK}?kinds=order`, 'xf02')).body.rows).toEqual([]);
});

describe('督办：超期从正在走的期限里查出', () => {
  const no = '990421-X-2026-0000042-W';
  let matter: string;
  let place: string;

  it('查出一次，再查不多；登记在信访部门名下，被督办的单位也看得到', async () => {
    matter = await isLate('qc/housing', no);
    expect(await watchClocks(needs, 'qc')).toBe(1);
    expect(await watchClocks(needs, 'qc')).toBe(0);
    const { body } = await get(`${WORK}?kinds=order`, 'xf02');
    expect(body.rows).toEqual([
      expect.objectContaining({
        kind: 'order',
        stageName: '已超期，待督办',
        clockName: '督办',
        title: '办结超期',
        about: `县住建局 · ${no}`,
        legalOn: '2026-05-12',
      }),
    ]);
    place = `${WORK}/qc/${body.rows[0].work}`;
    expect((await get(place, 'zj02')).status).toBe(200);
  });

  it('说的是什么事：本单位经手的写标题，同号的别的事项不混进来', async () => {
    const [title, stranger] = ['屋面漏水一年没有人修', '别处同号的一件'].map((text) => takeNote(text));
    const elsewhere = randomUUID();
    for (const [region, id, note] of [
      ['qc', matter, title!],
      ['qc-npc', elsewhere, stranger!],
    ] as const) {
      await root.send(...keepNotes(root.sql, needs.keys, { region, id }, undefined, [note]));
      const own = { region, subject: id, no, stage: 'inProgress', channel: 'letter', title: note.words.id, received_at: new Date('2026-01-20') };
      await root.sql
        .insertInto('casework.matter')
        .values({ ...own, desk_unit: 'qc/petition', intake: randomUUID() })
        .execute();
      await root.sql
        .insertInto('casework.box')
        .values({ ...own, holder_region: 'qc', unit: 'qc/petition' })
        .execute();
    }
    const [row] = (await get(`${WORK}?kinds=order`, 'xf02')).body.rows;
    expect(row).toMatchObject({ title: '屋面漏水一年没有人修', about: `办结超期 · 县住建局 · ${no}` });
    expect((await get(`${WORK}?kinds=order`, 'zj02')).body.rows).toEqual([expect.objectContaining({ title: '办结超期' })]);
    const { units } = (await get('/api/supervision/overdue', 'xf02')).body;
    expect(units.flatMap(({ rows }: { rows: { title?: string }[] }) => rows.map((each) => each.title))).toContain('屋面漏水一年没有人修');
  });

  it('不变量 29：别的单位听到的是没有这项工作；打开留痕', async () => {
    expect((await get(place, 'sl01')).body.type).toBe('NotFound');
    expect((await get(place, 'gl01')).status).toBe(403);
    expect((await get(`${WORK}/qc/${randomUUID()}`, 'sl01')).body.title).toBe((await get(place, 'sl01')).body.title);
    const looks = await root.sql.selectFrom('access.opening').selectAll().where('subject', '=', place.split('/').at(-1)!).execute();
    expect(looks.length).toBeGreaterThan(0);
  });

  it('发督办函、反馈、核实、结束；两个人同时办，一个办成（不变量 45）', async () => {
    const order = { cause: 'overdue', facts: '应在4月2日前作出处理意见', demand: '五日内作出并送达', answerBy: '2026-05-20' };
    expect((await post(place, { step: 'issue', fields: { ...order, riskLevel: 3 } }, 'xf02')).status).toBe(400);
    expect((await post(place, { step: 'issue', fields: order }, 'zj02')).status).toBe(403);
    const { n } = (await get(place, 'xf02')).body;
    const both = await Promise.all([1, 2].map(() => post(place, { step: 'issue', fields: order, seen: n }, 'xf02')));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect((await post(place, { step: 'answer', fields: { answer: '办理人员调整，已经补办。', evidence: '清建函〔2026〕9号' } }, 'zj02')).body).toEqual({
      done: ['SupervisionAnswered'],
    });
    expect((await post(place, { step: 'verify', fields: { found: 'true', how: '看了送达回证' } }, 'xf02')).status).toBe(200);
    expect((await post(place, { step: 'close', fields: { closing: '已经补办' } }, 'xf02')).body).toEqual({ done: ['SupervisionClosed'] });
    const page = (await get(place, 'xf02')).body;
    expect(page.entries.map(({ label }: { label: string }) => label)).toEqual(['发现超期', '发督办函', '反馈', '核实', '结束督办']);
    expect(JSON.stringify(await root.sql.selectFrom('history.action').selectAll().execute())).not.toContain('办理人员调整');
  });

  it('督办以前补办了，期限自己停', async () => {
    const other = await isLate('qc/water', '990421-X-2026-0000043-Y');
    expect(await watchClocks(needs, 'qc')).toBe(1);
    await root.sql.deleteFrom('casework.running').where('subject', '=', other).execute();
    expect(await watchClocks(needs, 'qc')).toBe(1);
    const { body } = await get(`${WORK}?kinds=order&open=no`, 'xf02');
    expect(body.rows.map(({ stageName }: { stageName: string }) => stageName).sort()).toEqual(['督办前已补办', '督办前已补办', '督办已结']);
  });

  it('信访部门自己超期，由上一级督办，不由它自己', async () => {
    await isLate('qc/petition', '990421-X-2026-0000044-1', 'A03');
    expect(await watchClocks(needs, 'qc')).toBe(1);
    expect(await watchClocks(needs, 'qc')).toBe(0);
    expect((await get(`${WORK}?kinds=order`, 'sx01')).body.rows).toEqual([expect.objectContaining({ ownerName: '市信访局', stageName: '已超期，待督办' })]);
  });

  it('不变量 43：超期清单按最久排，没有件数排名；办理单位看不到全县清单', async () => {
    for (const nth of [5, 6, 7, 8]) await isLate('qc/town', `990421-X-2026-000004${nth}-3`, 'A14', '2026-05-01'); // more of them, and less late
    const { body } = await get('/api/supervision/overdue', 'xf02');
    expect(body.units.map(({ unit, longest }: { unit: string; longest: number }) => [unit, longest])).toContainEqual(['qc/housing', 39]);
    expect(body.units.at(-1)).toMatchObject({ unit: 'qc/town', longest: 10, rows: [{}, {}, {}, {}] });
    expect(Object.keys(body.units[0])).toEqual(['unit', 'unitName', 'longest', 'rows']);
    expect(body.units.flatMap(({ rows }: { rows: { matter: string }[] }) => rows).some(({ matter: id }: { matter: string }) => id === matter)).toBe(true);
    expect((await get('/api/supervision/overdue', 'zj02')).status).toBe(403);
  });

  it('年度数据：少于5件的不写', async () => {
    const { body } = await get('/api/supervision/year/2026', 'xf02');
    expect(body).toMatchObject({ year: '2026', until: '2026-05-11', matters: null });
    expect(body.sent.every(({ count, behind }: { count: number | null; behind?: object }) => count === null && !behind)).toBe(true);
    expect((await get('/api/supervision/year/2026/behind?what=MatterOpened', 'xf02')).status).toBe(404); // not told, so not listed either
    expect((await get('/api/supervision/year/2026/behind?what=ConductComplaintReceived&key=qc/housing', 'xf02')).status).toBe(404); // 不变量 21
    expect((await get('/api/supervision/year/2026/behind?what=MatterOpened', 'zj02')).status).toBe(403);
  });

  it('年度数据：够5件的写出来，点开就是那几件；不牵头也不被督办的看不到', async () => {
    const order = { unit: 'qc/water', cause: 'shirking', facts: '三次约定都没有到场。', demand: '七日内到场。', answerBy: '2026-05-20' };
    for (let nth = 0; nth < 5; nth += 1) expect((await post(WORK, { kind: 'order', step: 'open', fields: order }, 'xf02')).status).toBe(200);
    county.pass(1_000);
    const { body: year } = await get('/api/supervision/year/2026', 'xf02');
    const { count, behind } = year.sent.find(({ name }: { name: string }) => name === '督办');
    expect(count).toBeGreaterThanOrEqual(5);
    const list = (login: string) => get(`/api/supervision/year/2026/behind?what=${behind.what}`, login);
    const { body } = await list('xf02');
    expect(body).toMatchObject({ name: '督办', count, more: false });
    expect(body.rows).toHaveLength(count);
    expect(body.rows.every(({ kind, title }: { kind: string; title: string }) => kind === 'work' && title)).toBe(true);
    expect((await list('zj02')).status).toBe(403);
  });
});

describe('一年、一月一次的', () => {
  it('到了时候自己开始，再来一遍不多；过了报告期不补开', async () => {
    expect(await beginPeriods(needs, 'qc')).toBe(2); // the call of the year, the reception of the month
    expect(await beginPeriods(needs, 'qc')).toBe(0);
  });
});

describe('协同的视图', () => {
  it('从历史重建，一行不差：旧版本留下的行没有写关于哪件，重建时补上', async () => {
    const rowsNow = async () => (await root.sql.selectFrom('coordination.work').selectAll().execute()).map((row) => JSON.stringify(row)).sort();
    const rows = await rowsNow();
    expect(rows.some((row) => row.includes(`"about_matter":"qc/`) && row.includes('"topic":"A'))).toBe(true);
    await root.sql.updateTable('coordination.work').set({ topic: null, about_matter: null, stage: 'gone' }).execute();
    await rebuildViews(root, needs, [workRebuilder]);
    expect(await rowsNow()).toEqual(rows);
  });
});

describe('升级：时限自己提出，由人决定', () => {
  it('过了期的承诺（D11）只提建议：被承诺的单位还看不到；督查人员说明理由就不督办，同一个期限不再提', async () => {
    await watchClocks(needs, 'qc');
    const late = await isLate('qc/water', '990421-X-2026-0000077-P', 'D11');
    expect(await watchClocks(needs, 'qc')).toBe(1);
    const { body } = await get(`${WORK}?kinds=order`, 'xf02');
    const row = body.rows.find(({ about = '' }: { about?: string }) => about.includes('0000077'));
    expect(row).toMatchObject({ stageName: '系统建议督办，等人决定' });
    const place = `${WORK}/qc/${row.work}`;
    expect((await get(place, 'sl01')).body.type).toBe('NotFound');
    expect((await get(place, 'xf02')).body.forms.map(({ step }: { step: string }) => step)).toEqual(['dismiss', 'remind', 'issue']);
    expect((await post(place, { step: 'dismiss', fields: { why: '已经约好下周当面办。' } }, 'xf02')).status).toBe(200);
    expect(await watchClocks(needs, 'qc')).toBe(0);
    await root.sql.deleteFrom('casework.running').where('subject', '=', late).execute();
  });

  it('E01：危险表述半小时没有人跟进，系统报值班负责人，只报一次；跟进以后不报', async () => {
    const fields = { intakeNo: '990421-S-2026-0000042-B', quoted: '不想活了', desk: 'qc/housing' };
    const { body } = await post(WORK, { kind: 'danger', step: 'find', fields }, 'zj01');
    expect(await raiseAlarms(needs, 'qc')).toBe(0);
    county.pass(31 * 60_000);
    expect(await raiseAlarms(needs, 'qc')).toBe(1);
    expect(await raiseAlarms(needs, 'qc')).toBe(0);
    as['xf02'] = await county.signIn('xf02'); // half an hour idle ends a session
    const { body: seen } = await get(`${WORK}/qc/${body.work}`, 'xf02');
    expect(seen).toMatchObject({ stageName: '过了半小时还没有人跟进，已报值班负责人' });
    expect((await post(`${WORK}/qc/${body.work}`, { step: 'followUp', fields: { reached: 'safe', done: '九点四十通话，人平安' } }, 'xf02')).status).toBe(200);
    expect(await raiseAlarms(needs, 'qc')).toBe(0);
  });
});
