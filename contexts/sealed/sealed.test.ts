import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { keysOfCode, readCode } from '#contexts/intake/index.ts';
import { openDatabase } from '#platform/database.ts';
import { findBreak } from '#platform/chain.ts';
import type { ActionRow } from '#platform/history.ts';
import { openKeys } from '#platform/keys-folder.ts';
import { readLaws } from '#platform/rules.ts';
import { eraseDue } from '#platform/words-erasure.ts';
import { itNeeding, runProgram } from '../../test/programs.ts';
import { until } from '../../test/runtime/program.ts';
import { rebuilt } from '../../test/rebuilt.ts';
import { sealedDatabase, sealedRebuilder } from './index.ts';
import { codesTakenIn, toldIn } from './testing-told.ts';
import { openOffice, type Office, type Person } from './testing.ts';

const STORY = '县住建局质监站站长向工地要了两条烟和一个红包，我有转账截图。';
const PARTY = { role: 'principal', name: '许未央', phone: '19900007788', address: '翠屏小区3号楼' } as const;

let office: Office;
let desk: Person; // the ordinary desk of the petition department
let keeper: Person; // its sealed triage
let recipient: Person;
let above: Person; // sealed triage one level up

beforeAll(async () => {
  office = await openOffice();
  [desk, keeper, recipient, above] = await Promise.all([office.signIn('xf04'), office.signIn('mj01'), office.signIn('jw01'), office.signIn('mj02')]);
}, 120_000);

const LETTER = { channel: 'letter', receivedAt: new Date().toISOString(), claims: [], parties: [PARTY], anonymous: false, electronic: false, people: 1 };

async function accuse(title: string, story = STORY, beside: readonly object[] = []) {
  const text = `${title}：${story}`;
  const body = {
    ...LETTER,
    receivedAt: new Date().toISOString(),
    title,
    text,
    parts: [{ title, text, claims: [], accusation: true }, ...beside],
  };
  const registered = await desk.post('/api/intake/register', body);
  expect(registered.body).toMatchObject({ sealed: 1, matters: beside.map(() => expect.anything()) });
  const code = `${registered.body.no}-M1`;
  await until(async () => (await rowsOf(keeper)).some((row) => row.code === code));
  const row = (await rowsOf(keeper)).find((one) => one.code === code)!;
  return { intake: registered.body, code, url: `/api/sealed/files/${row.region}/${row.file}`, row };
}

// biome-ignore lint/suspicious/noExplicitAny: rows as they came, looked at by the test
const rowsOf = async (person: Person): Promise<any[]> => (await person.get('/api/sealed/files')).body.rows;
const pageOf = async (person: Person, url: string) => (await person.get(url)).body;
const act = async (person: Person, url: string, what: string, body: object) =>
  person.post(`${url}/${what}`, { seen: (await pageOf(person, url)).n ?? 0, ...body });

const toldTo = (code: string) => toldIn(office, keysOfCode(openKeys(office.keyFolder, 'portal').codes.get('*', 1).secret, 'query', readCode(code)));

const TO_HOUSING = { accusedUnit: 'qinghe/housing', whom: 'cadres', accused: '韦某' };
const SEAL = { pages: 12, sealNo: 'FQ-000318' };

describe('补发查询码（不变量 28）', () => {
  it('移送以后补发的新码，密件部分的日期照样看得到，后来的也看得到；没有检举控告的来件补发，收件箱里也一样有一封', async () => {
    const { url, intake } = await accuse('密件之后补发', STORY, [{ title: '路灯不亮', text: '路灯不亮，请修好。', claims: ['修好路灯'], accusation: false }]);
    await act(keeper, url, 'classify', TO_HOUSING);
    await act(keeper, url, 'transfer', SEAL);
    const { n } = await pageOf(keeper, url);
    const code = await replaced(intake);
    await until(async () => (await pageOf(keeper, url)).n === n + 1);
    expect(await toldTo(code)).toEqual(await toldTo(intake.code));
    expect(await toldTo(code)).toMatchObject({ clocks: [{ id: 'A35' }] });

    const again = await replaced(intake);
    await until(async () => (await pageOf(keeper, url)).n === n + 2);
    await act(recipient, url, 'receive', SEAL);
    const { today } = await pageOf(recipient, url);
    expect((await toldTo(again)).clocks).toMatchObject([{ id: 'A35', doneOn: today }, { id: 'B07' }]);
    expect((await toldTo(code)).clocks).toEqual([expect.not.objectContaining({ doneOn: expect.anything() })]); // ended: told nothing more

    const ordinary = await desk.post('/api/intake/register', { ...LETTER, title: '路灯不亮', text: '翠屏小区的路灯不亮。', parts: [] });
    const before = await codesTakenIn(office);
    await replaced(ordinary.body);
    await until(async () => (await codesTakenIn(office)) === before + 1);
  });

  async function replaced({ intake, no }: { intake: string; no: string }): Promise<string> {
    const url = `/api/intake/qinghe/${intake}`;
    const page = await desk.get(url);
    expect(page.status, page.text).toBe(200);
    const { n } = page.body;
    const answer = await desk.post(`${url}/code`, { seen: n, checked: `看了身份证原件（${no}）` });
    expect(answer.status, answer.text).toBe(200);
    return answer.body.code;
  }
});

describe('检举控告从甄别到签收（A10、A35、F54）', () => {
  it('移入密件后，只有密件专管员看得到；按干部管理权限移送，签收后由接收机关看', async () => {
    const { url, code, intake } = await accuse('质监站站长收红包');
    const page = await pageOf(keeper, url);
    expect(page).toMatchObject({
      code,
      stage: 'received',
      side: 'triage',
      may: ['classify', 'giveCode'],
      realName: true,
      content: { title: '质监站站长收红包', text: `质监站站长收红包：${STORY}`, parties: [{ name: '许未央', phone: '19900007788' }] },
    });
    expect(page.clocks.map(({ clock }: { clock: string }) => clock)).toEqual(['A10', 'A03']);

    expect((await act(keeper, url, 'classify', TO_HOUSING)).body).toMatchObject({ recipient: '中共清和县纪律检查委员会、清和县监察委员会', stays: true });
    expect((await recipient.get(url)).status).toBe(404); // not yet
    expect((await act(keeper, url, 'transfer', SEAL)).status).toBe(200);

    const sent = await pageOf(recipient, url);
    expect(sent).toMatchObject({
      stage: 'transferred',
      side: 'recipient',
      may: ['receive', 'refuse'],
      content: null,
      accused: { unit: 'qinghe/housing', name: '韦某' },
    });
    expect(sent.transfers[0]).toMatchObject({ pages: 12, sealNo: 'FQ-000318', slipNo: expect.stringMatching(/^清密移〔\d{4}〕\d+号$/), by: '程慎言' });

    expect((await act(recipient, url, 'receive', { pages: 11, sealNo: 'FQ-000318' })).status).toBe(422);
    expect((await act(recipient, url, 'receive', SEAL)).status).toBe(200);
    const received = await pageOf(recipient, url);
    expect(received).toMatchObject({ stage: 'concluded', may: ['mark', 'forward', 'handBack', 'giveCode'], content: { text: `质监站站长收红包：${STORY}` } });
    expect(received.clocks.find(({ clock }: { clock: string }) => clock === 'A35')).toMatchObject({ outcome: 'kept', standing: 'default' });
    expect(await pageOf(keeper, url)).toMatchObject({ stage: 'concluded', content: null, may: ['flagCadre'] }); // what is received elsewhere is read there

    const inTime = await toldTo(intake.code); // the petitioner: days, sealed to their code, and not a word
    expect(inTime).toMatchObject({ transferredOn: received.today, clocks: [{ id: 'A35', doneOn: received.today }, { id: 'B07' }] });
    expect(JSON.stringify(inTime)).not.toMatch(/[一-龥]/);

    expect((await act(recipient, url, 'mark', { mark: 'ReporterNotified', on: received.today })).status).toBe(200);
    expect((await toldTo(intake.code)).clocks).toMatchObject([{ id: 'A35' }, { id: 'B07', doneOn: received.today }]);
    expect((await pageOf(recipient, url)).marks).toEqual([
      { what: '已告知实名检举控告人受理情况', on: received.today, by: '中共清和县纪律检查委员会、清和县监察委员会' },
    ]);
  });

  it('拒收写明理由，回到甄别，A10 按原来的日期接着走', async () => {
    const { url } = await accuse('封签破损的一件');
    await act(keeper, url, 'classify', TO_HOUSING);
    await act(keeper, url, 'transfer', SEAL);
    expect((await act(recipient, url, 'refuse', { reason: '封签在途中破损，请重新密封后移送。' })).status).toBe(200);
    expect((await recipient.get(url)).status).toBe(404);
    const back = await pageOf(keeper, url);
    expect(back).toMatchObject({
      stage: 'classified',
      may: ['classify', 'transfer', 'flagCadre', 'giveCode'],
      transfers: [{ reason: '封签在途中破损，请重新密封后移送。' }],
    });
    expect(back.clocks.find(({ clock }: { clock: string }) => clock === 'A10')).toMatchObject({ stoppedOn: null });
    await act(keeper, url, 'transfer', { pages: 12, sealNo: 'FQ-000319' });
    expect((await pageOf(recipient, url)).transfers).toHaveLength(2);
  });

  it('不变量 27：反映县政府的，县信访局的专管员确认单位后就看不到了，由市信访局接着办，送市纪委监委', async () => {
    const { url } = await accuse('副县长插手工程', '某副县长插手翠屏街改造工程的招标，我愿意当面作证。');
    expect((await act(keeper, url, 'classify', { accusedUnit: 'qinghe/government', whom: 'leaders' })).body).toMatchObject({
      stays: false,
      recipient: '中共临水市纪律检查委员会、临水市监察委员会',
    });
    expect((await keeper.get(url)).status).toBe(404);
    expect((await rowsOf(keeper)).map((row) => url.endsWith(row.file))).not.toContain(true);
    expect((await act(above, url, 'transfer', SEAL)).status).toBe(200);
    expect((await recipient.get(url)).status).toBe(404); // the county's own is not the recipient
    const city = await office.signIn('sw01');
    expect(await pageOf(city, url)).toMatchObject({ side: 'recipient', desk: { unit: 'linshui/petition' } });
  });

  it('移送单号自成一列，连续不断；两个人同时办，后一个听到“已被他人办理”，不占号', async () => {
    const files = await Promise.all(['甲', '乙', '丙'].map((name) => accuse(`同时移送的${name}件`)));
    for (const { url } of files) await act(keeper, url, 'classify', TO_HOUSING);
    const answers = await Promise.all(files.flatMap(({ url }) => [act(keeper, url, 'transfer', SEAL), act(keeper, url, 'transfer', SEAL)]));
    expect(answers.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(3);
    const pages = await Promise.all(files.map(({ url }) => pageOf(keeper, url)));
    const all = (await Promise.all((await rowsOf(keeper)).map((row) => pageOf(keeper, `/api/sealed/files/${row.region}/${row.file}`)))).flatMap(
      (page) => page.transfers,
    );
    const numbers = all.map(({ slipNo }: { slipNo: string }) => Number(/〕(\d+)号/.exec(slipNo)?.[1])).sort((a: number, b: number) => a - b);
    expect(pages.every((page) => page.transfers.length === 1)).toBe(true);
    expect(numbers).toEqual(numbers.map((_: number, index: number) => index + 1));
  });

  itNeeding('pdftotext')('F54 只有代号、页数、封签和移送单号，没有内容和姓名', async () => {
    const { url, code } = await accuse('要打印移送单的一件');
    expect((await keeper.get(`${url}/slip`)).status).toBe(409);
    await act(keeper, url, 'classify', TO_HOUSING);
    await act(keeper, url, 'transfer', SEAL);
    const { transfers } = await pageOf(keeper, url);
    const path = join(mkdtempSync(join(tmpdir(), 'huiyin-slip-')), 'slip.pdf');
    writeFileSync(path, await keeper.file(`${url}/slip`));
    const text = runProgram('pdftotext', ['-layout', path, '-']);
    for (const word of [code, '12', 'FQ-000318', transfers[0].slipNo, '签收回执']) expect(text).toContain(word);
    for (const word of ['要打印', '红包', PARTY.name, PARTY.phone, '韦某', '住房和城乡建设局']) expect(text).not.toContain(word);
  });
});

const pdfText = async (person: Person, url: string): Promise<string> => {
  const path = join(mkdtempSync(join(tmpdir(), 'huiyin-paper-')), 'paper.pdf');
  writeFileSync(path, await person.file(url));
  return runProgram('pdftotext', ['-layout', path, '-']);
};
const REPORT = { office: '县住建局质监站站长', subject: '收受烟酒和红包。', facts: '来信称该同志向工地要烟和红包。', count: 1, pages: 3, sealNo: 'FQ-000501' };

describe('第三十条第二款：干部问题的通报和报送（A28、A29、F55）', () => {
  it('先确定，再报送；写了信访人姓名的不让送；组织部门签收，只看得到通报', async () => {
    const { url } = await accuse('要通报的一件');
    await act(keeper, url, 'classify', TO_HOUSING);
    expect((await act(keeper, url, 'cadre', { kind: 'report' })).status).toBe(200);
    expect((await pageOf(keeper, url)).clocks.map(({ clock }: { clock: string }) => clock)).toContain('A28');
    const named = await act(keeper, url, 'reports', { kind: 'report', ...REPORT, facts: `${PARTY.name}说他要烟。` });
    expect([named.status, named.body.title]).toEqual([422, expect.stringContaining('“信访人反映的情况”里写了信访人的姓名')]);
    const sent = await act(keeper, url, 'reports', { kind: 'report', ...REPORT });
    expect(sent.body.no).toMatch(/^清密报〔\d{4}〕1号$/); // the refused one took no number
    const organization = await office.signIn('zz01');
    const [row] = (await organization.get('/api/sealed/reports')).body.rows;
    const at = `/api/sealed/reports/${row.region}/${row.file}/${row.report}`;
    const page = (await organization.get(at)).body;
    expect(page).toMatchObject({ office: REPORT.office, identity: null, as: 'organization', may: ['receive'] });
    expect((await organization.post(`${at}/receive`, { seen: page.n, pages: 2, sealNo: 'FQ-000501' })).status).toBe(422);
    expect((await organization.post(`${at}/receive`, { seen: page.n, pages: 3, sealNo: 'FQ-000501' })).status).toBe(200);
    expect((await pageOf(keeper, url)).reports[0].recipients).toMatchObject([{ post: 'organization', receivedOn: page.today }]);
    for (const login of ['zb01', 'jw01', 'zj02', 'mj02']) expect((await (await office.signIn(login)).get(at)).status, login).toBe(404);
  });

  it('重大情况只送名录里这一级党委的两位负责同志，各签各的，别人一律看不到', async () => {
    const { url } = await accuse('重大的一件');
    await act(keeper, url, 'classify', TO_HOUSING);
    await act(keeper, url, 'cadre', { kind: 'major' });
    const { leaders } = (await keeper.get(`${url}/leaders`)).body;
    const by = (name: string) => leaders.find((one: { name: string }) => one.name === name);
    const [secretary, head] = [by('苏秉诚'), by('文以清')].map(({ person, name, post }) => ({ person, name: `${name}（${post}）` }));
    const one = await act(keeper, url, 'reports', { kind: 'major', ...REPORT, secretary });
    expect([one.status, one.body.title]).toEqual([400, expect.stringContaining('两位负责同志')]);
    const twice = await act(keeper, url, 'reports', { kind: 'major', ...REPORT, secretary, organizationLeader: secretary });
    expect(twice.body.title).toContain('不能写成同一个人');
    const sent = await act(keeper, url, 'reports', { kind: 'major', ...REPORT, secretary, organizationLeader: head });
    expect(sent.status).toBe(200);
    const told = await office.signIn('xw01');
    const [row] = (await told.get('/api/sealed/reports')).body.rows;
    const at = `/api/sealed/reports/${row.region}/${row.file}/${row.report}`;
    expect((await told.get(at)).body).toMatchObject({ as: 'secretary', kind: 'major' });
    expect((await (await office.signIn('zb01')).get(at)).body).toMatchObject({ as: 'organizationLeader' });
    for (const login of ['zz01', 'ld01', 'jw01']) expect((await (await office.signIn(login)).get(at)).status, login).toBe(404);
  });

  itNeeding('pdftotext')('F55 有自己的文号和收件人，没有信访人的姓名', async () => {
    const organization = await office.signIn('zz01');
    const [row] = (await organization.get('/api/sealed/reports')).body.rows;
    const text = await pdfText(organization, `/api/sealed/reports/${row.region}/${row.file}/${row.report}/paper`);
    for (const word of [row.no, '质监站站长', '不写信访人的身份', 'FQ-000501']) expect(text).toContain(word);
    for (const word of [PARTY.name, PARTY.phone, PARTY.address]) expect(text).not.toContain(word);
  });
});

describe('上下级之间（B09、B10）', () => {
  it('属上级管辖的报送市纪委监委，签收以后内容只有市里看得到；转回县里，县里受理', async () => {
    const { url } = await accuse('属上级管辖的一件');
    const city = await office.signIn('sw01');
    await act(keeper, url, 'classify', TO_HOUSING);
    await act(keeper, url, 'transfer', SEAL);
    await act(recipient, url, 'receive', { ...SEAL, higher: true });
    const { today } = await pageOf(recipient, url);
    expect((await act(recipient, url, 'forward', { way: 'up', on: today, ...SEAL })).body.recipient).toContain('临水市');
    expect((await pageOf(city, url)).content).toBeNull();
    expect((await act(city, url, 'receive', SEAL)).status).toBe(200);
    expect([(await pageOf(city, url)).content.title, (await pageOf(recipient, url)).content]).toEqual(['属上级管辖的一件', null]);
    expect((await act(recipient, url, 'mark', { mark: 'AccusationHandled', on: today })).status).toBe(403); // it is the city's now
    expect((await act(city, url, 'forward', { way: 'down', on: today, ...SEAL })).body.recipient).toContain('清和县');
    await act(recipient, url, 'receive', SEAL);
    expect((await pageOf(recipient, url)).clocks.find(({ clock }: { clock: string }) => clock === 'B10')).toMatchObject({ stoppedOn: null });
    expect((await act(recipient, url, 'mark', { mark: 'AccusationAccepted', on: today })).status).toBe(200);
    expect((await pageOf(keeper, url)).transfers.map(({ way }: { way: string }) => way)).toEqual(['transfer', 'up', 'down']);
  });
});

describe('第四十一条第二款：向巡视巡察机构提供情况（A43、F62）', () => {
  const letter = { organ: '市委第三巡察组', letterNo: '临巡函〔2026〕4号', receiver: '廖某，副组长' };

  itNeeding('pdftotext')('凭来函登记，只选得到法定的密件，提供一次，留痕；函上没有内容', async () => {
    const { url, row, code } = await accuse('反映领导班子成员的一件');
    await act(keeper, url, 'classify', { ...TO_HOUSING, whom: 'leaders' });
    const { today } = await pageOf(keeper, url);
    const asked = { ...letter, requestedOn: today, dueOn: today, units: ['qinghe/housing'], groups: ['reports', 'tendency'] };
    expect((await keeper.post('/api/sealed/requests', { ...asked, units: ['qinghe/government'] })).status).toBe(422); // over the petition department itself
    const request = (await keeper.post('/api/sealed/requests', asked)).body;
    const at = `/api/sealed/requests/${request.region}/${request.request}`;
    const page = (await keeper.get(at)).body;
    expect(page.candidates.map((one: { code: string }) => one.code)).toEqual([code]); // not those about other cadres
    const chosen = { region: row.region, file: row.file };
    const given = { groups: [{ group: 'reports', items: 1, pages: 9 }], pages: 9, sealNo: 'FQ-000601' };
    const other = (await rowsOf(keeper)).find((one) => one.file !== row.file);
    expect((await keeper.post(`${at}/provide`, { seen: page.n, ...given, files: [{ region: other.region, file: other.file }] })).status).toBe(422);
    const provided = await keeper.post(`${at}/provide`, { seen: page.n, ...given, files: [chosen] });
    expect(provided.body.no).toMatch(/^清密供〔\d{4}〕1号$/);
    expect((await keeper.post(`${at}/provide`, { seen: page.n + 1, ...given, files: [chosen] })).status).toBe(422);
    for (const login of ['mj02', 'jw01', 'zj02', 'xf05']) expect([403, 404], login).toContain((await (await office.signIn(login)).get(at)).status);

    const text = await pdfText(keeper, `${at}/paper`);
    for (const word of ['提供信访情况函', '临巡函〔2026〕4号', 'FQ-000601', provided.body.no]) expect(text).toContain(word);
    for (const word of ['红包', PARTY.name, '领导班子成员的一件']) expect(text).not.toContain(word);
    const db = openDatabase(office.address('postgres'), 1);
    const looks = await db.sql.selectFrom('sealed.opening').select(['purpose', 'exported']).where('subject', '=', row.file).execute();
    expect(looks).toContainEqual({ purpose: 'inspectorate', exported: true });
    await db.close();
  });

  itNeeding('pdftotext')('没有可以提供的，书面答复无可提供：取号、出函，期限满足；有正合来函的密件时不让这样答复', async () => {
    const { url } = await accuse('正合来函的一件');
    await act(keeper, url, 'classify', { ...TO_HOUSING, whom: 'leaders' });
    const { today } = await pageOf(keeper, url);
    const asked = { ...letter, requestedOn: today, dueOn: today, units: ['qinghe/housing'] };
    const begin = async (groups: readonly string[]) => (await keeper.post('/api/sealed/requests', { ...asked, groups })).body;
    const fitting = await begin(['reports']);
    expect((await keeper.post(`/api/sealed/requests/${fitting.region}/${fitting.request}/nothing`, { seen: 1 })).status).toBe(422);
    const { region, request } = await begin(['tendency', 'important']);
    const at = `/api/sealed/requests/${region}/${request}`;
    for (const login of ['mj02', 'jw01', 'xf05'])
      expect([403, 404], login).toContain((await (await office.signIn(login)).post(`${at}/nothing`, { seen: 1 })).status);
    const { no } = (await keeper.post(`${at}/nothing`, { seen: 1 })).body;
    const page = (await keeper.get(at)).body;
    expect([page.provided, page.clocks]).toMatchObject([{ no, nothing: true, pages: 0 }, [{ clock: 'A43', outcome: 'kept' }]]);
    expect((await keeper.post(`${at}/nothing`, { seen: 2 })).status).toBe(422);
    const text = (await pdfText(keeper, `${at}/paper`)).replaceAll(/\s/g, '');
    for (const word of [no, '无可提供', '没有附材料']) expect(text).toContain(word);
  });
});

describe('一封信里既有请求又有检举：涂黑、放行附件', () => {
  it('不变量 27：办理单位的那件里，检举的话涂黑，没有放行的附件没有；整封原文只在密件里', async () => {
    const upload = async (name: string) => (await desk.upload('/api/intake/files', name, `%PDF-1.4\n${name}\n%%EOF`)).body.id;
    const [lamp, bribe] = [await upload('应急灯.pdf'), await upload('转账.pdf')];
    const asking = '楼道的应急灯三个月不亮，请修好。';
    const title = '质监站站长收了两条烟';
    const registered = await desk.post('/api/intake/register', {
      channel: 'letter',
      receivedAt: new Date().toISOString(),
      title: '应急灯和别的事',
      text: `${asking}${STORY}`,
      claims: [],
      parties: [{ ...PARTY, note: '韦某的邻居' }],
      anonymous: false,
      electronic: false,
      people: 1,
      files: [lamp, bribe],
      blackOut: ['韦某'],
      release: [0],
      parts: [
        { title: '应急灯三个月不亮', text: `${asking}${STORY}`, claims: ['修好应急灯'], accusation: false },
        { title, text: STORY, claims: [], accusation: true },
      ],
    });
    expect(registered.status).toBe(200);
    const [matter] = registered.body.matters;
    const page = await desk.get(`/api/casework/matters/qinghe/${matter.matter}`);
    for (const word of ['两条烟', '红包', '转账', '韦某']) expect(page.text, word).not.toContain(word);
    expect(page.text).toContain(`${asking}■■■■`);
    await until(async () => (await rowsOf(keeper)).some((one) => one.code === `${registered.body.no}-M1`));
    const row = (await rowsOf(keeper)).find((one) => one.code === `${registered.body.no}-M1`);
    const { content } = await pageOf(keeper, `/api/sealed/files/${row.region}/${row.file}`);
    expect(content).toMatchObject({ text: STORY, original: `${asking}${STORY}` });
    expect(content.files.map(({ name }: { name: string }) => name)).toEqual(['应急灯.pdf', '转账.pdf']);

    const worker = openDatabase(office.address('huiyin_worker'), 1);
    while ((await eraseDue(worker.sql, 'qinghe', new Date())) > 0);
    await worker.close();
    const left = Buffer.concat(await office.openEverything(openKeys(office.keyFolder, 'office')));
    expect([left.includes('应急灯.pdf'), left.includes('转账.pdf')]).toEqual([true, false]);
  });
});

describe('密件线自己的留痕', () => {
  it('首尾相连，不进普通的次序；每次打开都先记下来（不变量 29）', async () => {
    const { url, row } = await accuse('留痕的一件');
    await pageOf(keeper, url);
    const db = openDatabase(office.address('postgres'), 1);
    const actions = await db.sql.selectFrom('sealed.action').selectAll().where('subject', '=', row.file).orderBy('n').execute();
    expect(actions.map(({ type }) => type)).toEqual(['MatterOpened']);
    expect(findBreak(actions as ActionRow[])).toBeUndefined();
    expect(JSON.stringify(actions)).not.toContain('留痕的一件');
    const looks = await db.sql.selectFrom('sealed.opening').selectAll().where('subject', '=', row.file).execute();
    expect(looks).toEqual([expect.objectContaining({ purpose: 'seal', unit: 'qinghe/petition', fields: 'address,name,phone' })]);
    const inbox = await db.sql.selectFrom('sealed.inbox').selectAll().where('id', '=', row.file).executeTakeFirstOrThrow();
    expect([inbox.envelope, inbox.taken_at]).toEqual([null, expect.any(Date)]);
    await db.close();
  });

  it('清单从密件线自己的留痕、由它自己的账户重建，一行不差', async () => {
    const db = openDatabase(office.address('huiyin_sealed'), 2);
    const laws = readLaws();
    const needs = { db: sealedDatabase(db), lawOf: laws.get, calendar: () => laws.calendars.current.version };
    const counted = await rebuilt(needs.db, needs, [sealedRebuilder]).finally(() => db.close());
    expect([counted['sealed.file']! > 10, counted['sealed.request']! > 1]).toEqual([true, true]);
  });
});
