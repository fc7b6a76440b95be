import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, onTestFailed } from 'vitest';
import { openBrowser, openWorkbench, sitDown } from '../browser.ts';
import { signIn } from '../official.ts';
import { findProgram, itNeeding } from '../programs.ts';
import { deliver, dispatch, opinionDraft, sign, signDraft, startDraft } from '../refusals/papers.ts';
import { ask, done, type Matter, pageOf, type People } from '../refusals/way.ts';
import { type Shared, sharedProgram } from '../running-shared.ts';
import { until } from '../runtime/program.ts';
import { visit } from '../visitor.ts';
import { codeOn } from '../filing.ts';
import { handsOn } from './hands.ts';
import { bigCode, follows, next, onThePhone, textOf } from './petitioner.ts';
import { look } from './pictures.ts';

/**
 * Journey: 16 people bring one matter that seven departments have to do with.
 * Five represent them; each of the others puts themselves on the roster, follows
 * with their own code and rates for themselves.
 */
const MARK = String(process.pid);
const TITLE = `幸福里小区交房两年，办不了产权证，也没有通燃气（${MARK}）`;
const STORY = `幸福里小区2024年10月交房，到现在办不了产权证，燃气没有通，消防没有验收，门口的路没有修。开发公司说手续在几个部门之间来回转。编号${MARK}。`;
const CLAIMS = ['说清产权证为什么办不下来，什么时候能办', '通燃气、消防验收、修门口的路'];
const REPRESENTATIVES = ['甘书雁', '包望亭', '左清和', '石听雨', '崔远山'];
const MEMBERS = ['蓝若水', '汤见山', '阎晓舟', '费长林', '廉静秋', '岑知夏', '薛南星', '雷小满', '贺兰亭', '倪素心', '滕子衿'];
const LEAD = '清和县住房和城乡建设局';
const CO_UNITS = [
  ['zr01', '清和县自然资源和规划局', '土地出让金已缴清，首次登记缺竣工验收备案，补齐后五个工作日办结。'],
  ['cg01', '清和县城市管理局', '燃气接入已列入本月施工计划，等小区提供管位图。'],
  ['yj01', '清和县应急管理局', '消防设施已看过，缺两处应急照明，整改后可以验收。'],
  ['jt01', '清和县交通运输局', '门口的路属县道支线，列入今年维修，已开工。'],
  ['sl01', '清和县水利局', '供水接口合格，没有遗留问题。'],
  ['gx01', '清和县工业和信息化局', '开发公司账户由本局协助核查，余额可以支付整改费用。'],
] as const;

let running: Shared;
let browser: Browser | undefined;
let phone: Page; // of the first representative
let office: Page | undefined; // of whoever works now
let matter: Matter;

beforeAll(async () => {
  if (!findProgram('chromium')) return;
  running = await sharedProgram(inject('running'));
  browser = await openBrowser();
  phone = await onThePhone(browser, running);
}, 180_000);
afterAll(() => browser?.close());

describe('十六个人的一件事，七个部门', () => {
  itNeeding('chromium')(
    '不变量 24 26 SA055 SA057 五名代表提出，其余的人自己加入；七个部门定牵头、各提意见；每个人凭自己的码查看、评价、退出',
    async () => {
      onTestFailed(async () => {
        await phone.screenshot({ path: join(tmpdir(), 'huiyin-collective-phone.png'), fullPage: true });
        await office?.screenshot({ path: join(tmpdir(), 'huiyin-collective-office.png'), fullPage: true });
      });
      const { no, code } = await theyFile();
      await aSixthIsRefused();
      await isRegisteredAsOneMatter(no, code);
      const joinCode = await theRosterIsOpened();
      const codes = await eachJoins(joinCode);
      await theUnitsDispute();
      await isDecidedAbove();
      await isTakenOn();
      await everyUnitSaysItsPart();
      await isAnswered();
      await everybodyFollowsAndRates(code, codes);
      await oneLeaves(codes);
    },
    600_000, // against hanging, never a measure
  );
});

/** Question by question, for sixteen; five may be written to. */
async function theyFile(): Promise<{ no: string; code: string }> {
  await phone.goto('/file');
  await next(phone);
  await phone.check('#purpose-1');
  await next(phone);
  await phone.fill('#story', STORY);
  await phone.fill('#title', TITLE);
  await next(phone);
  await phone.fill('#where', '幸福里小区');
  await next(phone);
  await phone.fill('#claim-1', CLAIMS[0]!);
  await phone.fill('#claim-2', CLAIMS[1]!);
  await next(phone);
  await phone.check('#earlier-1');
  await next(phone);
  await next(phone);
  await phone.check('#whom-2');
  await next(phone);
  await phone.fill('#count', '16');
  await look(phone, 'collective-01-group', { keep: true });
  for (const [at, name] of REPRESENTATIVES.entries()) {
    await phone.fill(`#person-${at + 1}`, name);
    await phone.fill(`#person-${at + 1}-phone`, `139000055${String(at + 10)}`);
  }
  await next(phone);
  await phone.check('#named-1');
  await phone.fill('#name', REPRESENTATIVES[0]!);
  await next(phone);
  await phone.fill('#phone', '13900005510');
  await phone.check('#way-1');
  await next(phone);
  await phone.fill('#address', '幸福里小区3幢201室');
  await next(phone);
  expect(await textOf(phone)).toContain('共16人');
  await look(phone, 'collective-02-review');
  await phone.click('form[action="/file/submit"] .btn');
  await phone.locator('.ticket').waitFor();
  await look(phone, 'collective-03-receipt');
  const [no = ''] = /990421-S-\d{4}-\d+-\w/.exec(await textOf(phone)) ?? [];
  return { no, code: await bigCode(phone) };
}

async function sits(login: string, place = matter && `/matters/${matter.region}/${matter.matter}`): Promise<Page> {
  if (office) await sitDown(office, running, login);
  else office = await openWorkbench(browser!, running, login, { viewport: { width: 1280, height: 900 } });
  await office.goto(place);
  return office;
}

/** The same group at the reception room, with six who want to speak for it (第二十条第三款). */
async function aSixthIsRefused(): Promise<void> {
  const page = await sits('xf01', '/register?channel=visit');
  const { write, press, main } = handsOn(page);
  await write(/来访人怎么说的/, STORY);
  await write(/^姓名/, REPRESENTATIVES[0]!);
  await write(/^标题/, TITLE);
  await write(/一共几个人/, '16');
  for (const [at, name] of [...REPRESENTATIVES.slice(1), MEMBERS[0]!].entries()) {
    await press('再加一个人');
    await main
      .getByLabel('姓名')
      .nth(at + 1)
      .fill(name);
  }
  await press(/^登记/);
  const no = main.getByRole('alert').filter({ hasText: '代表' });
  await no.waitFor();
  expect(await no.textContent()).toMatch(/代表最多5人，现在写了6人/);
  await look(page, 'collective-04-sixth', { keep: true, from: '.sheet:has-text("谁来的")', height: 900 });
}

/** Sixteen people, one matter: the desk reads the number where it divides. */
async function isRegisteredAsOneMatter(no: string, code: string): Promise<void> {
  const triage = await signIn(running, 'xf04');
  await until(async () => done(await triage.get('/api/intake/waiting')).rows.some((one: { no: string }) => one.no === no), 60);
  const page = await sits('xf04', '/intakes');
  await look(page, 'collective-05-intakes');
  await page.getByRole('link', { name: TITLE }).first().click();
  const { pick, select, units, agree, main } = handsOn(page);
  await pick('来件的性质', /信访事项/);
  expect(await main.textContent()).toContain('16 人');
  await select(/信访目的/, '求决');
  await units(/^内容分类/, '不动产登记');
  await look(page, 'collective-06-divide');
  await agree('立为 1 件');
  const link = main.locator('a[href^="/matters/"]').first();
  await link.waitFor();
  const [, , region = '', id = ''] = ((await link.getAttribute('href')) ?? '').split('/');
  matter = { region, matter: id, no, intake: '', code };
  await link.click();
  const onMatter = handsOn(page);
  await page.getByRole('heading', { name: '能做什么' }).waitFor();
  expect(await textOf(page)).toContain('16 人');
  await onMatter.open('转送');
  await onMatter.units(/转给哪个单位/, LEAD);
  await onMatter.agree('转送');
}

/** By a representative; nobody in an office puts a name on it. */
async function theRosterIsOpened(): Promise<string> {
  await follows(phone, matter.code, '名册：加入码');
  await look(phone, 'collective-07-map-waiting');
  await phone.getByRole('link', { name: '名册：加入码、有几个人' }).click();
  await look(phone, 'collective-08-roster-closed');
  await phone.fill('#representatives', '0');
  await phone.click('main form .btn');
  await look(phone, 'collective-09-roster-wrong');
  expect(await textOf(phone)).toContain('请写1到');
  await phone.fill('#representatives', '5');
  await phone.click('main form .btn');
  await look(phone, 'collective-10-roster-asked');
  await until(async () => {
    await phone.goto('/roster/1');
    return (await phone.locator('.bigcode').count()) > 0;
  }, 60);
  await look(phone, 'collective-11-roster', { keep: true });
  return bigCode(phone);
}

/** The first on a phone, the others as fast as their forms go; each gets a code that nobody else knows. */
async function eachJoins(joinCode: string): Promise<readonly string[]> {
  const first = await onThePhone(browser!, running);
  await first.goto('/join');
  await look(first, 'collective-12-join');
  await first.fill('#code', joinCode);
  await first.click('main form .btn');
  expect(await textOf(first)).toContain(TITLE);
  await first.fill('#name', MEMBERS[0]!);
  await look(first, 'collective-13-join-name', { keep: true });
  await first.click('main form .btn');
  await look(first, 'collective-14-joined');
  const codes = [await bigCode(first)];
  await first.context().close();
  for (const name of MEMBERS.slice(1)) {
    const member = visit(running.portal);
    await member.open('/join');
    const page = await member.send('/join', { code: joinCode });
    const [once = ''] = /name="once" value="(\w+)"/.exec(page)?.slice(1) ?? [];
    codes.push(codeOn(await member.send('/join/name', { join: joinCode, once, name, phone: '' })).replaceAll(/\s/g, ''));
  }
  expect(new Set(codes).size).toBe(MEMBERS.length);
  await until(async () => {
    await phone.goto('/roster/1');
    return (await textOf(phone)).includes(`已经有 ${MEMBERS.length} 人自己加入`);
  }, 60);
  return codes;
}

/** The unit that got it first asks the six others; they do not agree who leads. */
async function theUnitsDispute(): Promise<void> {
  const page = await sits('zj01');
  const { open, units, write, agree } = handsOn(page);
  await look(page, 'collective-15-housing');
  await open('协商受理');
  await units(/还涉及哪些单位/, ...CO_UNITS.map(([, name]) => name));
  await write(/各涉及哪些职责/, '产权登记、燃气、消防、道路、供水、资金监管分属七个单位，请一起定由谁牵头。');
  await look(page, 'collective-16-talks');
  await agree('协商受理');
  const head = await sits('zj02');
  const hands = handsOn(head);
  await hands.open('报请决定受理单位');
  await hands.write(/各单位的意见和理由/, '六个单位认为应由住建局牵头；本局认为卡在不动产首次登记，应由自然资源和规划局牵头。');
  await hands.agree('报请决定受理单位');
  await look(head, 'collective-17-disputed');
}

async function isDecidedAbove(): Promise<void> {
  const page = await sits('ld01', '/desk');
  await look(page, 'collective-18-government-desk');
  await page.goto(`/matters/${matter.region}/${matter.matter}?do=decideJurisdiction`);
  const { units, write, agree } = handsOn(page);
  await units(/由谁牵头/, LEAD);
  await units(/协办单位/, ...CO_UNITS.map(([, name]) => name));
  await write(/理由/, '交房和竣工备案由住建局监管，由住建局牵头受理，其余六个单位协办。');
  await look(page, 'collective-19-decide');
  await agree('决定受理单位');
}

/** Acceptance, handler, investigation: their screens are in another journey. */
async function isTakenOn(): Promise<void> {
  const clerk = await signIn(running, 'zj01');
  done(await ask(clerk, matter, 'accept', { route: 'petitionProcedure' }));
  const handler = { person: '李砚秋', name: '李砚秋', post: '房地产管理科科长', phone: '0000-622 0121' };
  done(await ask(clerk, matter, 'startHandling', { handler }));
  const told = { handlerName: handler.name, handlerPost: handler.post, handlerPhone: handler.phone, procedure: 'ordinary' };
  const notice = await sign(await signIn(running, 'zj02'), matter, await startDraft(clerk, matter, 'F07', told));
  done(await dispatch(clerk, matter, notice));
  const { today } = await pageOf(clerk, matter);
  done(await ask(clerk, matter, 'recordInvestigation', { on: today, staff: 2, record: '两人到小区看过，竣工备案缺消防和燃气两项。' }));
  done(await ask(clerk, matter, 'hearPetitioner', { on: today, refused: false, record: '听了五名代表的说明，记了笔录，代表签字。' }));
  done(await ask(clerk, matter, 'meetPetitioner', { on: today, record: '和五名代表见面，说清谁牵头、哪几家协办、什么时候答复。' }));
  const page = await sits('zj01');
  await page.getByRole('heading', { name: '期限' }).waitFor();
  await look(page, 'collective-20-in-hand', { keep: true });
}

/** Each by its own clock; before that the lead may not answer. */
async function everyUnitSaysItsPart(): Promise<void> {
  const [clerk, head] = [await signIn(running, 'zj01'), await signIn(running, 'zj02')];
  const early = await signDraft(head, matter, await opinionDraft({ unitClerk: clerk } as People, matter));
  expect(early.body.title).toContain('还没有提出协办意见');
  for (const [at, [login, name, opinion]] of CO_UNITS.entries()) {
    const page = await sits(login, '/desk');
    if (at === 0) await look(page, 'collective-21-co-unit-desk');
    await page.getByRole('link', { name: TITLE }).first().click();
    await page.getByRole('heading', { name: '能做什么' }).waitFor();
    const { open, write, agree } = handsOn(page);
    if (at === 0) await look(page, 'collective-22-co-unit');
    await open('提出协办意见');
    await write(/本单位职责内/, `${name}：${opinion}`);
    await agree('提出协办意见');
  }
  await look(office!, 'collective-23-co-unit-done');
}

async function isAnswered(): Promise<void> {
  const [clerk, head] = [await signIn(running, 'zj01'), await signIn(running, 'zj02')];
  const drafts = done(await clerk.get(`/api/documents/matters/${matter.region}/${matter.matter}/papers`)).drafts;
  const draft = done(await clerk.get(`/api/documents/matters/${matter.region}/${matter.matter}/drafts/${drafts[0].draft}`));
  const no = await sign(head, matter, { draft: drafts[0].draft, version: draft.version, values: draft.values, missing: [] });
  done(await dispatch(head, matter, no));
  done(await deliver(clerk, matter, no, (await pageOf(clerk, matter)).today));
  const page = await sits('zj01');
  await page.getByRole('heading', { name: '办理经过' }).waitFor();
  for (const [, name] of CO_UNITS) expect(await textOf(page)).toContain(name);
  await look(page, 'collective-24-answered');
}

/** Representatives share the code of the receipt; every member has one of their own, and a voice of their own. */
async function everybodyFollowsAndRates(code: string, codes: readonly string[]): Promise<void> {
  await follows(phone, code, '请求复查');
  const member = await onThePhone(browser!, running);
  const said = await follows(member, codes[0]!, TITLE, '您在名册里');
  for (const name of [...REPRESENTATIVES, ...MEMBERS]) expect(said).not.toContain(name); // no list of names, on no page
  await look(member, 'collective-25-member-map', { keep: true });
  await member.click('a[href="/rate/1"]');
  await member.check('#petitionDept-1');
  await member.check('#handlingUnit-3');
  await member.fill('#text', '说清楚了，就是太慢');
  await look(member, 'collective-26-member-rates');
  await member.click('form[action="/rate/1"] .btn');
  expect(await textOf(member)).toContain('收到了您的评价');
  await member.context().close();
  const other = await onThePhone(browser!, running);
  await follows(other, codes[1]!, '您在名册里');
  await other.click('a[href="/rate/1"]');
  expect(await other.locator('input:checked').count()).toBe(0); // what another said is not theirs
  await other.check('#petitionDept-1');
  await other.check('#handlingUnit-1');
  await other.click('form[action="/rate/1"] .btn');
  await other.context().close();
  const again = await onThePhone(browser!, running);
  await follows(again, codes[0]!, '您评过了，可以改一次');
  await again.context().close();
  for (const code of codes.slice(2, 5)) await rates(code);
  const unit = await sits('zj01');
  await unit.getByRole('heading', { name: '信访人的评价' }).waitFor();
  const seen = await textOf(unit);
  expect(seen).toContain('评价期内看不到');
  expect(seen).not.toContain('人评价：'); // while the window is open the unit sees nothing
  const page = await sits('xf04');
  await until(async () => {
    await page.reload();
    await page.getByRole('heading', { name: '能做什么' }).waitFor();
    return (await textOf(page)).includes('5人评价：'); // never one of them alone
  }, 60);
  expect(await textOf(page)).not.toContain('就是太慢');
  await look(page, 'collective-27-ratings');
}

/** As fast as the form goes. */
async function rates(code: string): Promise<void> {
  const member = visit(running.portal);
  await member.open('/follow');
  await member.send('/follow', { code });
  await member.open('/rate/1');
  expect(await member.send('/rate/1', { petitionDept: 'satisfied', handlingUnit: 'basicallySatisfied', text: '' })).toContain('收到了您的评价');
}

/** Leaves by their own act: the code ends, the matter goes on. */
async function oneLeaves(codes: readonly string[]): Promise<void> {
  const member = await onThePhone(browser!, running);
  await follows(member, codes[2]!, '您在名册里');
  await member.goto('/roster/1');
  await look(member, 'collective-28-leave');
  await member.click('main form .btn');
  expect(await textOf(member)).toMatch(/退出/);
  await look(member, 'collective-29-left');
  await until(async () => {
    await phone.goto('/roster/1');
    return (await textOf(phone)).includes(`已经有 ${MEMBERS.length - 1} 人自己加入`);
  }, 60);
}
