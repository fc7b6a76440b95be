import { beforeAll, describe, expect, inject, it } from 'vitest';
import { until } from '../runtime/program.ts';
import { said, signIn } from '../official.ts';
import { sharedProgram, type Shared } from '../running-shared.ts';
import { arrived, file, fillIn, filing, follow } from './citizen.ts';
import { deliver, dispatch, sign, startDraft } from './papers.ts';
import { ask, CLASSIFY, done, letter, pageOf, papersOf, pathOf, people, referred, register, type Matter, type People } from './way.ts';

/** 每一个可以写字的地方都写上语句和网页：它们只是文字，原样存、原样读，页面上不当网页。 */
const SHORT = `'--"<b>&\\%$1;`;
const LONG = `'); drop table history.action; -- <script>alert("红")</script><img src=x onerror=alert(1)> \${7*7} {{7*7}} &lt;b&gt; \\u0041 %00 #let x = 1 $x^2$ *粗* _斜_ @ref // 注 [链](x)`;
let places = 0;
/** The words of one field, unlike those of any other. */
const short = (field: string) => `${field}${(places += 1)}${SHORT}`;
const long = (field: string) => `${field}${(places += 1)}${LONG}`;
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

let running: Shared;
let who: People;
beforeAll(async () => {
  running = await sharedProgram(inject('running'));
  who = await people(running);
}, 300_000);

describe('工作台', () => {
  const party = { role: 'principal', name: short('姓名'), phone: short('电话'), address: short('住址'), note: short('备注') };
  const written = { title: short('标题'), text: long('来信'), claims: [long('请求一'), long('请求二')], place: short('地点') };
  let matter: Matter;

  it('登记、甄别：每一栏原样读回', async () => {
    const { clerk } = who;
    const { parts: _, ...rest } = letter({ ...written, parties: [party], external: { source: short('来源'), id: long('编号').slice(0, 100) } });
    const { region, intake } = done(await clerk.post('/api/intake/register', rest));
    const path = `/api/intake/${region}/${intake}`;
    const kept = done(await clerk.get(path));
    expect(kept).toMatchObject({ ...written, parties: [{ ...party, role: expect.anything() }] });
    const part = { title: short('事项标题'), text: long('事项内容'), claims: [long('事项请求')] };
    const opened = done(await clerk.post(`${path}/open`, { seen: kept.n, parts: [{ ...part, accusation: false, classify: CLASSIFY }] }));
    matter = { ...opened.matters[0], code: '', intake };
    const page = await pageOf(clerk, matter);
    expect(page).toMatchObject({ title: part.title, words: part.text, claims: [{ text: part.claims[0] }] });
    expect(done(await clerk.post(`${pathOf(matter)}/parties`, { purpose: long('核对地址') }))).toMatchObject([
      { name: party.name, phone: party.phone, address: party.address },
    ]);
  });

  it('办理的每一步：原样记在留痕里', async () => {
    const { triage, unitClerk } = who;
    const told: string[] = [];
    const tell = (field: string) => (told.push(long(field)), told.at(-1)!);
    const on = (await pageOf(triage, matter)).today;
    done(await ask(triage, matter, 'refer', { to: 'qinghe/housing', note: tell('附言'), dutyItem: short('职责') }));
    done(await ask(unitClerk, matter, 'accept', { route: 'petitionProcedure', claims: [tell('受理的请求')] }));
    const handler = { person: '李砚秋', name: short('承办人'), post: short('职务'), phone: short('承办电话') };
    done(await ask(unitClerk, matter, 'startHandling', { handler }));
    done(await ask(unitClerk, matter, 'recordInvestigation', { on, staff: 2, record: tell('调查') }));
    done(await ask(unitClerk, matter, 'hearPetitioner', { on, refused: false, record: tell('陈述') }));
    done(await ask(unitClerk, matter, 'takeNote', { text: tell('记一笔'), shown: true }));
    done(await ask(unitClerk, matter, 'addMaterial', { text: tell('补充') }));
    const page = await pageOf(unitClerk, matter);
    expect(page.handler).toMatchObject({ name: handler.name, post: handler.post, phone: handler.phone });
    const shown = JSON.stringify([page.timeline, page.claims]);
    for (const text of told) expect(shown).toContain(JSON.stringify(text).slice(1, -1));
  });

  it('文书的每一栏：草稿原样，能取号、能成文、能发出', async () => {
    const { unitHead } = who;
    const first = await startDraft(unitHead, matter, 'F07');
    const blanks = {
      addressee: short('收文人'),
      referredBy: short('转来'),
      claims: [long('受理一'), long('受理二')],
      contactPerson: short('联系人'),
      contactPhone: short('联系电话'),
    };
    const values = { ...first.values, ...blanks };
    const { version } = done(await unitHead.post(`${papersOf(matter)}/drafts/${first.draft}`, { values, version: first.version }));
    expect(done(await unitHead.get(`${papersOf(matter)}/drafts/${first.draft}`)).values).toMatchObject(blanks);
    const no = await sign(unitHead, matter, { ...first, version });
    const paper = async () => done(await unitHead.get(`${papersOf(matter)}/papers`)).papers.find((one: { no: number }) => one.no === no);
    await until(async () => (await paper()).stage === 'sealed', 20);
    expect(String((await unitHead.get(`${papersOf(matter)}/papers/${no}/paper.pdf`)).body)).toMatch(/^%PDF-/);
    done(await dispatch(unitHead, matter, no, { method: 'post', evidence: { mailNo: short('单号'), address: long('寄到') } }));
    done(await deliver(unitHead, matter, no, (await pageOf(unitHead, matter)).today, { evidence: { returnSlip: long('回执') } }));
    expect(String((await unitHead.get(`${papersOf(matter)}/papers/${no}/delivery-receipt.pdf`)).body)).toMatch(/^%PDF-/);
  });

  it('查找、编号、筛选：只当要找的字', async () => {
    const { clerk } = who;
    for (const q of [LONG.slice(0, 90), "' or '1'='1", '%%__', '\\', "*:* & !'"]) {
      const found = await clerk.get(`/api/insight/search?q=${encodeURIComponent(q)}`);
      expect([200, 400]).toContain(found.status);
      expect(found.body.type).not.toBe('Bug');
      expect((await clerk.get(`/api/casework/numbers/${encodeURIComponent(q.slice(0, 50))}`)).status).toBe(q.length < 3 ? 400 : 404);
    }
    expect((await clerk.get(`/api/casework/matters?after=${encodeURIComponent("2026-01-01T00:00:00Z '; drop table x")}`)).body.title).toContain(
      '请从第一页重新查',
    );
  });

  it('咨询的答复、账户的姓名和职务：一样', async () => {
    const { clerk } = who;
    const { parts: _, ...rest } = letter();
    const { region, intake } = done(await clerk.post('/api/intake/register', rest));
    const path = `/api/intake/${region}/${intake}`;
    const { n } = done(await clerk.post(`${path}/keep`, { seen: done(await clerk.get(path)).n, purpose: 'inquiry' }));
    const answer = long('答复');
    done(await clerk.post(`${path}/answer`, { seen: n, answer, basis: long('依据') }));
    expect(done(await clerk.get(path)).answer).toBe(answer);

    const admin = await signIn(running, 'gl01');
    const account = {
      login: `t${process.pid}`,
      name: short('新同事'),
      phone: short('座机'),
      unit: 'qinghe/housing',
      post: short('岗位'),
      roles: ['unitClerk'],
    };
    done(await admin.post('/api/directory/accounts', account));
    const listed = done(await admin.get('/api/directory/accounts')).find((one: { login: string }) => one.login.startsWith(account.login));
    expect(listed).toMatchObject({ name: account.name, phone: account.phone });
  });
});

describe('门户', () => {
  const given = filing({
    title: short('题'),
    story: long('经过'),
    where: long('哪里'),
    claims: [long('要求一'), long('要求二')],
    earlierWhere: long('以前'),
    name: short('名'),
    address: long('址'),
  });

  it('填的时候、核对的时候：页面上是文字，不是网页', async () => {
    const visitor = await fillIn(running.portal, given);
    const review = await visitor.open('/file/review');
    for (const text of [given.title, given.story, given.where, ...given.claims, given.name, given.address])
      expect(plain(review)).toContain(plain(escaped(text)));
    for (const step of ['story', 'place', 'claims', 'earlier', 'contact', 'address']) isNoMarkup(await visitor.open(`/file/${step}`));
    isNoMarkup(review);
    expect(visitor.page.headers.get('content-security-policy')).toContain("script-src 'self'");
  });

  it('交上来以后：工作台原样读到，进度页上是文字；投诉、补充、改联系方式也一样', async () => {
    const { clerk, triage } = who;
    const { code, no } = await file(running.portal, given);
    const intake = await arrived(clerk, no);
    expect(intake).toMatchObject({ title: given.title, text: given.story, claims: given.claims });
    expect(JSON.stringify(intake.parties)).toContain(JSON.stringify(given.name).slice(1, -1));
    const part = { title: given.title, text: given.story, claims: given.claims, accusation: false, classify: CLASSIFY };
    const { matters } = done(await clerk.post(`/api/intake/${intake.region}/${intake.intake}/open`, { seen: intake.n, parts: [part] }));
    const matter = { ...matters[0], code, intake: intake.intake } as Matter;
    done(await ask(triage, matter, 'takeNote', { text: long('告诉您'), shown: true }));
    done(await ask(triage, matter, 'refer', { to: 'qinghe/housing' }));

    const visitor = await follow(running.portal, code, '等待受理|住房和城乡建设局');
    isNoMarkup(visitor.page.html);
    expect(plain(visitor.page.html)).toContain(plain(escaped(given.claims[0]!)));

    const [complaint, supplement, address] = [long('投诉'), long('又想起'), short('新住址')];
    await visitor.open('/complain/1');
    isNoMarkup(await visitor.send('/complain/1', { about: 'delay', to: 'supervision', text: complaint }));
    await visitor.open('/supplement');
    isNoMarkup(await visitor.upload('/supplement', { text: supplement }, []));
    await visitor.open('/contact');
    isNoMarkup(await visitor.send('/contact', { phone: '', address }));
    await until(async () => {
      const told = JSON.stringify((await pageOf(triage, matter)).timeline);
      const parties = JSON.stringify(done(await triage.post(`/api/casework/matters/${matter.region}/${matter.matter}/parties`, { purpose: '核对新的住址' })));
      const stands = (text: string, where: string) => where.includes(JSON.stringify(text).slice(1, -1));
      return stands(supplement, told) && stands(address, parties);
    }, 20);
    await until(async () => (await complaintsOf(running)).includes(complaint), 20);
  });
});

it('写过这些以后，别人的事照样登记、照样转送', async () => {
  const matter = await referred(who);
  expect((await pageOf(who.unitClerk, matter)).stage).toBe('awaitingAcceptance');
  expect((await register(who.clerk)).no).toMatch(/^\d{6}-X-/);
});

it('运行日志里没有交来的任何一个字', async () => {
  const printed = await running.output();
  expect(said.size).toBeGreaterThan(40);
  expect([...said].filter((word) => printed.includes(word))).toEqual([]);
  expect(printed).not.toContain('drop table');
});

/** Quotes may be written in more than one way in a page. */
const plain = (html: string) =>
  html
    .replaceAll(/&#x27;|&#39;/g, "'")
    .replaceAll('&quot;', '"')
    .replaceAll(/\s+/g, ' ')
    .replaceAll('<br/>', ' ');

function isNoMarkup(html: string): void {
  expect(html).not.toMatch(/<script>alert|<img src=x|<b>&|\$\{49\}|onerror=alert\(1\)>/);
}

/** The texts of all complaints that lie with one of the organs outside the unit. */
async function complaintsOf(shared: Shared): Promise<string[]> {
  const holders = await Promise.all(['ld01', 'xf06', 'sx01'].map((login) => signIn(shared, login)));
  const texts = holders.map(async (official) => {
    const { rows } = done(await official.get('/api/supervision/complaints'));
    return Promise.all(
      rows.map(
        async ({ region, complaint }: { region: string; complaint: string }) =>
          done(await official.get(`/api/supervision/complaints/${region}/${complaint}`)).text,
      ),
    );
  });
  return (await Promise.all(texts)).flat();
}
