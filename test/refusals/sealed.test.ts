import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { until } from '../runtime/program.ts';
import { said, signIn, type Official } from '../official.ts';
import { sharedProgram, type Shared } from '../running-shared.ts';
import { follow } from './citizen.ts';
import { ask, CLASSIFY, done, letter, pageOf, pathOf, refused } from './way.ts';

/** 把检举控告送给被检举的单位：怎么送都送不到，谁去查都查不着，原来交上来的一个字不少。 */
let running: Shared;
let clerk: Official; // the ordinary desk
let keeper: Official; // the sealed line of the county's petition department
let accused: readonly Official[];

beforeAll(async () => {
  running = await sharedProgram(inject('running'));
  [clerk, keeper] = (await Promise.all(['xf02', 'mj01'].map((login) => signIn(running, login)))) as [Official, Official];
  accused = await Promise.all(['zj01', 'zj02', 'fl01'].map((login) => signIn(running, login)));
}, 300_000);

const SEAL = { pages: 3, sealNo: 'FQ-000318' };

interface Accusation {
  readonly url: string;
  readonly code: string; // of the query
  readonly intake: { readonly region: string; readonly intake: string; readonly no: string };
  readonly words: { readonly title: string; readonly text: string };
}

/** A letter of two parts: a claim, and an accusation of somebody. */
async function accuse(about: string): Promise<Accusation> {
  const given = letter();
  const mark = randomUUID().slice(0, 8); // its own words: what both parts say is blacked out of the claim
  const words = { title: `${about}的人收了红包${mark}`, text: `${about}有人在验收时收了红包，转账截图在我手里。${mark}` };
  const parts = [...given.parts, { ...words, claims: [], accusation: true }];
  const intake = done(await clerk.post('/api/intake/register', { ...given, text: `${given.text}${words.text}`, parts }));
  expect(intake).toMatchObject({ sealed: 1, matters: [{}] });
  let url = '';
  await until(async () => {
    const row = (await rowsOf(keeper)).find(({ code }) => code === `${intake.no}-M1`);
    if (row) url = `/api/sealed/files/${row.region}/${row.file}`;
    return url !== '';
  }, 30);
  return { url, code: intake.code, intake, words };
}

const rowsOf = async (official: Official): Promise<any[]> => done(await official.get('/api/sealed/files')).rows;

async function act(official: Official, url: string, what: string, body: object) {
  const { body: page } = await official.get(url);
  return official.post(`${url}/${what}`, { seen: page.n ?? 0, ...body });
}

/** The file is not there for them: not in the list, not at its address, not for any act; it sounds like one that never was. */
async function knowsNothing(official: Official, { url, words }: Accusation): Promise<void> {
  const never = await official.get('/api/sealed/files/qinghe/00000000-0000-4000-8000-000000000000');
  for (const answer of [
    await official.get(url),
    await official.get(`${url}/slip`),
    await official.get(`${url}/attachments/0`),
    await official.post(`${url}/classify`, { seen: 1, accusedUnit: 'qinghe/water', whom: 'cadres' }),
    await official.post(`${url}/transfer`, { seen: 1, ...SEAL }),
    await official.post(`${url}/receive`, { seen: 1, ...SEAL }),
    await official.post(`${url}/refuse`, { seen: 1, reason: '不归我们办理' }),
  ]) {
    expect([answer.status, answer.body.title]).toEqual([never.status, never.body.title]);
  }
  const list = await official.get('/api/sealed/files');
  expect(JSON.stringify(list.body)).not.toContain(url.split('/').at(-1));
  const found = await official.get(`/api/insight/search?q=${encodeURIComponent(words.title.slice(0, 40))}`);
  expect(found.body.hits ?? []).toEqual([]);
}

describe('不变量 27', () => {
  it('移送单上没有“送给谁”可填：由干部管理权限定，被检举的单位收不到、看不到、查不到', async () => {
    const accusation = await accuse('县住建局质监站');
    const { url, words } = accusation;
    done(await act(keeper, url, 'classify', { accusedUnit: 'qinghe/housing', whom: 'cadres', accused: '韦某' }));
    for (const field of ['to', 'recipient', 'unit', 'cc']) {
      const answer = await act(keeper, url, 'transfer', { ...SEAL, [field]: 'qinghe/housing' });
      refused(answer, 'Invalid', '没有写入任何内容');
      expect(answer.body.detail).toContain(`不认识“${field}”这一项，请去掉或核对名称`);
    }
    const before = done(await keeper.get(url));
    expect(before).toMatchObject({
      stage: 'classified',
      content: { title: words.title, text: words.text },
      recipient: { unit: 'qinghe-discipline/commission' },
    });
    for (const official of accused) await knowsNothing(official, accusation);

    done(await act(keeper, url, 'transfer', SEAL));
    for (const official of accused) await knowsNothing(official, accusation);
    const recipient = await signIn(running, 'jw01');
    refused(
      await act(recipient, url, 'receive', { pages: 2, sealNo: SEAL.sealNo }),
      'AgainstRule',
      '页数或者封签号和移送单不一致，没有签收',
      '请再清点一次；确实不一致的，写明情况拒收',
    );
    done(await act(recipient, url, 'receive', SEAL));
    expect(done(await recipient.get(url)).content).toMatchObject(words);
    for (const official of accused) await knowsNothing(official, accusation);
  });

  it('热线把同一张工单也推给了被检举的单位：拿编号登记、导入，都和从来没有过一样，他们自己收到的照样登记', async () => {
    const external = { source: '12345热线', id: `RX-${randomUUID()}` };
    const { title, text } = letter();
    const whole = { ...letter({ title, text, external }), claims: [], parts: [{ title, text, claims: [], accusation: true }] };
    const sealed = done(await clerk.post('/api/intake/register', whole));
    expect(sealed).toMatchObject({ sealed: 1, matters: [] });

    const [unit] = accused as [Official];
    const file = new FormData();
    file.append('file', new Blob([`编号,内容,收到时间,渠道\n${external.id},工单上说的是另一件事,2026-10-08,来电\n`]), '工单.csv');
    const { import: id } = done(await unit.send('/api/intake/imports', file));
    const columns = { externalId: '编号', text: '内容', receivedAt: '收到时间', channel: '渠道' };
    done(await unit.post(`/api/intake/imports/${id}/run`, { columns, source: external.source, dryRun: true }));
    const state = async () => done(await unit.get(`/api/intake/imports/${id}`)).now;
    await until(async () => (await state()).state !== 'running', 30);
    expect(await state()).toMatchObject({ known: 0, registered: 1 });

    const { parts: _, ...own } = letter({ external });
    const first = done(await unit.post('/api/intake/register', own));
    expect(first).toMatchObject({ known: false, code: expect.any(String) });
    expect(JSON.stringify(first)).not.toContain(sealed.no);
    expect(done(await unit.post('/api/intake/register', own))).toMatchObject({ known: true, no: first.no }); // 不变量 44 holds for each of them
    expect(done(await clerk.post('/api/intake/register', whole))).toMatchObject({ known: true, no: sealed.no });
  });

  it('检举纪委自己的人：不送这一级，往上一级送', async () => {
    const accusation = await accuse('县纪委监委信访室');
    done(await act(keeper, accusation.url, 'classify', { accusedUnit: 'qinghe-discipline/commission', whom: 'leaders' }));
    done(await act(keeper, accusation.url, 'transfer', SEAL));
    await knowsNothing(await signIn(running, 'jw01'), accusation);
    expect((await rowsOf(await signIn(running, 'sw01'))).map(({ code }) => code)).toContain(`${accusation.intake.no}-M1`);
  });

  it('检举信访局自己的人：一确认就离开本局的密件台，换上一级办', async () => {
    const accusation = await accuse('县信访局业务科');
    done(await act(keeper, accusation.url, 'classify', { accusedUnit: 'qinghe/petition', whom: 'cadres' }));
    await knowsNothing(keeper, accusation);
    const above = await signIn(running, 'mj02');
    expect(done(await above.get(accusation.url)).content).toMatchObject(accusation.words);
  });

  it('名录里找不到可以接收的机关：办不了，说找谁补，密件原样还在', async () => {
    const { url, words } = await accuse('省里');
    refused(
      await act(keeper, url, 'classify', { accusedUnit: 'linshui/discipline', whom: 'leaders' }),
      'AgainstRule',
      '没有在被反映人单位以外',
      '请联系系统管理员在名录中补上，不要说明是什么事',
    );
    expect(done(await keeper.get(url))).toMatchObject({ stage: 'received', content: words });
  });
});

describe('普通的路', () => {
  it('检举控告立不成普通事项：改种类、改分类都不行，说该怎么办', async () => {
    const given = letter();
    const part = given.parts[0]!;
    const classified = (classify: object) => clerk.post('/api/intake/register', { ...given, parts: [{ ...part, classify }] });
    refused(await classified({ ...CLASSIFY, category: '1101' }), 'AgainstRule', '纪检监察类属于检举控告，请移入密件办理');
    const kind = await classified({ ...CLASSIFY, kind: 'accusation' });
    refused(kind, 'Invalid');
    expect(kind.body.detail).toMatch(/只能是：suggestion、claim/);
    expect(done(await clerk.post('/api/intake/register', given)).known).toBe(false); // nothing had been written
  });

  it('办到一半才发现是检举的：谁也不用写理由，一点就移走；原来的单位看不到了，不能再办，查询码下只说移交', async () => {
    const bribe = '收了红包，转账截图在我手里';
    const given = letter({ text: `青石巷积水没有人修，是因为质监站的人${bribe}。` });
    const receipt = done(await clerk.post('/api/intake/register', { ...given, parts: [{ ...given.parts[0]!, text: given.text }] }));
    const matter = { ...receipt.matters[0], intake: receipt.intake, code: receipt.code };
    const [triage, unitClerk, other] = await Promise.all(['xf04', 'zj01', 'sl02'].map((login) => signIn(running, login)));
    done(await ask(triage!, matter, 'refer', { to: 'qinghe/housing' }));
    const { n } = await pageOf(unitClerk!, matter);
    const move = (who: Official, seen = n) => who.post(`${pathOf(matter)}/act`, { seen, command: 'moveToSealed', fields: {} });
    refused(await move(other!), 'NotFound', '没有这件'); // a unit that has nothing to do with it
    refused(await move(unitClerk!, n - 1), 'Stale', '您写的内容没有丢');
    expect((await pageOf(unitClerk!, matter)).words).toContain(bribe); // refused, nothing lost
    done(await move(unitClerk!));

    for (const who of [unitClerk!, triage!, clerk]) {
      refused(await who.get(pathOf(matter)), 'NotFound', '没有这件');
      refused(await who.post(`${pathOf(matter)}/act`, { seen: n + 1, command: 'accept', fields: { route: 'petitionProcedure' } }), 'NotFound', '没有这件');
    }
    let url = '';
    await until(async () => {
      const row = (await rowsOf(keeper)).find(({ code }) => code === `${matter.no}-M`);
      if (row) url = `/api/sealed/files/${row.region}/${row.file}`;
      return url !== '';
    }, 30);
    expect(done(await keeper.get(url)).content.text).toContain(bribe); // every word is there
    const visitor = await follow(running.portal, matter.code, '纪委|移交|移送');
    expect(visitor.page.html).not.toContain(given.title);
    expect(visitor.page.html).not.toContain('县住建局');
  });

  it('移入密件以后，收件台、事项页、查询码下都没有它的一个字，只说移交了、找谁联系', async () => {
    const { intake, words, code } = await accuse('县住建局质监站');
    const desk = done(await clerk.get(`/api/intake/${intake.region}/${intake.intake}`));
    const [matter] = desk.matters;
    const page = done(await clerk.get(`/api/casework/matters/${matter.region}/${matter.matter}`));
    expect(JSON.stringify([desk, page])).not.toContain('红包');
    const visitor = await follow(running.portal, code, '纪委|移交|移送');
    expect(visitor.page.html).not.toContain('红包');
    expect(visitor.page.html).not.toContain(words.title);
    expect(visitor.page.html).toMatch(/0000-622 0\d{3}/);
  });
});

it('运行日志里没有交来的任何一个字', async () => {
  const printed = await running.output();
  expect(said.size).toBeGreaterThan(10);
  expect([...said].filter((word) => printed.includes(word))).toEqual([]);
  expect(printed).not.toContain('红包');
});
