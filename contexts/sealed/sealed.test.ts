import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '#platform/database.ts';
import { findBreak } from '#platform/chain.ts';
import type { ActionRow } from '#platform/history.ts';
import { itNeeding, runProgram } from '../../test/programs.ts';
import { until } from '../../test/runtime/program.ts';
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

async function accuse(title: string, story = STORY) {
  const text = `${title}：${story}`;
  const body = {
    channel: 'letter',
    receivedAt: new Date().toISOString(),
    title,
    text,
    claims: [],
    parties: [PARTY],
    anonymous: false,
    electronic: false,
    people: 1,
    parts: [{ title, text, claims: [], accusation: true }],
  };
  const registered = await desk.post('/api/intake/register', body);
  expect(registered.body).toMatchObject({ sealed: 1, matters: [] });
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

const TO_HOUSING = { accusedUnit: 'qinghe/housing', whom: 'cadres', accused: '韦某' };
const SEAL = { pages: 12, sealNo: 'FQ-000318' };

describe('检举控告从甄别到签收（A10、A35、F54）', () => {
  it('移入密件后，只有密件专管员看得到；按干部管理权限移送，签收后由接收机关看', async () => {
    const { url, code } = await accuse('质监站站长收红包');
    const page = await pageOf(keeper, url);
    expect(page).toMatchObject({
      code,
      stage: 'received',
      side: 'triage',
      may: ['classify'],
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
    expect(received).toMatchObject({ stage: 'concluded', may: ['mark', 'forward'], content: { text: `质监站站长收红包：${STORY}` } });
    expect(received.clocks.find(({ clock }: { clock: string }) => clock === 'A35')).toMatchObject({ outcome: 'kept', standing: 'default' });
    expect(await pageOf(keeper, url)).toMatchObject({ stage: 'concluded', content: null, may: ['flagCadre'] }); // what is received elsewhere is read there

    expect((await act(recipient, url, 'mark', { mark: 'ReporterNotified', on: received.today })).status).toBe(200);
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
      may: ['classify', 'transfer', 'flagCadre'],
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
});
