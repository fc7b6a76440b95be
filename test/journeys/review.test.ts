import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFailed } from 'vitest';
import { addDays, dateInChina, type PlainDate } from '#kernel/dates.ts';
import { openBrowser, openWorkbench, sitDown, withoutViewer } from '../browser.ts';
import { clockIn } from '../moved-clock.ts';
import { findProgram, itNeeding } from '../programs.ts';
import { dispatch, opinionSent, sign, startDraft } from '../refusals/papers.ts';
import { CLASSIFY, done, handled, letter, type Matter, people } from '../refusals/way.ts';
import { newFolder, startRunning, type Started } from '../running.ts';
import { until } from '../runtime/program.ts';
import { handsOn } from './hands.ts';
import { papersOn } from './papers.ts';
import { follows, onThePhone, textOf } from './petitioner.ts';
import { look } from './pictures.ts';

/**
 * Journey: an opinion is contested, revoked and made anew by somebody else,
 * contested again, and ends after a hearing before the city. Four months; the
 * petitioner asks on a phone, the offices act at the workbench.
 */
const FIRST_DAY = -130; // days before today
const ADDRESS = '青石巷十二号';
const UNIT = '清和县住房和城乡建设局';
const OPINION = '信访处理意见书';
const REVIEW = '信访事项复查意见书';
const RECHECK = '信访事项复核意见书';
const ACCEPTED = '复查（复核）受理情况告知书';
const SUSPENDED = '听证期间不计入复核期限告知书';
const NOTICE = '听证通知书';

const folder = newFolder();
const clock = clockIn(`${folder.folder}.clock`);
let running: Started;
let browser: Browser | undefined;
let page: Page; // of whoever works now at the workbench
let phone: Page; // of the petitioner
let matter: Matter;

beforeAll(async () => {
  if (!findProgram('chromium')) return;
  await clock.set(FIRST_DAY);
  const env = { ...clock.env, HUIYIN_CALLS_A_MINUTE: '100000', HUIYIN_TRUST_PROXY: '127.0.0.1' };
  [running, browser] = await Promise.all([startRunning({ data: folder.folder, env }), openBrowser()]);
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await running?.stop();
  folder.remove();
  rmSync(`${folder.folder}.clock`, { force: true });
});

describe('不服处理意见', () => {
  itNeeding('chromium')(
    '不变量 18 19 49 SA039 复查撤销发回，换人重新作出，再复查维持，复核听证，终结；每个期限信访人都看得到',
    async () => {
      onTestFailed(async () => {
        await page?.screenshot({ path: join(tmpdir(), 'huiyin-review-office.png'), fullPage: true });
        await phone?.screenshot({ path: join(tmpdir(), 'huiyin-review-phone.png'), fullPage: true });
      });
      await anOpinionGoesOut();
      await day(3, () => opinionArrives('zj01', '受理告知书'));
      await day(10, () => asks('复查', '没有查清：社区三次登记都在，沟是施工队堵的，意见书没有写。', '01'));
      await day(12, isTakenUp);
      await day(25, isRevoked);
      await day(28, () => arrives('fc01', REVIEW, '06'));
      await day(29, anotherOfficerBegins);
      await day(40, anotherOpinion);
      await day(44, () => opinionArrives('zj03'));
      await day(50, () => asks('复查', '清淤以后还会堵，要求换成涵管，没有写。', '10'));
      await day(52, isUpheld);
      await day(58, () => arrives('fc01', REVIEW, '12'));
      await day(59, isPerformed);
      await day(65, () => asks('复核', '要求换成涵管，并说明为什么不赔偿进水的损失。', '13'));
      await day(68, aHearingIsDecided);
      await day(70, everybodyIsInvited);
      await day(82, theHearing);
      await day(84, reports);
      await day(95, isDecided);
      await day(98, ends);
    },
    600_000,
  );
});

async function day(number: number, work: () => Promise<void>): Promise<void> {
  await clock.set(FIRST_DAY + number);
  await work();
}

const today = (): PlainDate => dateInChina(clock.now());

/** Somebody else sits down at the matter. */
async function as(login: string, place = `/matters/${matter.region}/${matter.matter}`) {
  if (page) await sitDown(page, running, login, clock.offset());
  else await sitDownFirst(login);
  await page.goto(place);
  return { ...handsOn(page), ...papersOn(page) };
}

async function sitDownFirst(login: string): Promise<void> {
  page = await openWorkbench(browser!, running, login, { clock: clock.offset(), viewport: { width: 1280, height: 900 } });
  await withoutViewer(page); // another journey looks at a draft with it
}

const stands = () => page.getByRole('heading', { name: '能做什么' }).waitFor();

/** Up to there by helper calls: that way has its own journey. */
async function anOpinionGoesOut(): Promise<void> {
  const who = await people(running);
  const given = letter({ receivedAt: new Date(clock.now().getTime() - 60_000).toISOString() });
  const parts = given.parts.map((part) => ({ ...part, classify: { ...CLASSIFY, firstTime: false } }));
  matter = await handled(who, { ...given, parts });
  const told = { handlerName: '李砚秋', handlerPost: '房地产管理科科长', handlerPhone: '0000-622 0121', procedure: 'ordinary' };
  done(await dispatch(who.unitHead, matter, await sign(who.unitHead, matter, await startDraft(who.unitClerk, matter, 'F07', told))));
  await opinionSent(who, matter);
}

async function opinionArrives(login: string, ...before: readonly string[]): Promise<void> {
  const { arrived } = await as(login);
  for (const paper of [...before, OPINION]) await arrived(paper, today());
}

/** On the phone, with the code of the receipt; the organ above is chosen where two are competent. */
async function asks(what: '复查' | '复核', grounds: string, picture: string): Promise<void> {
  await phone?.context().close();
  phone = await onThePhone(browser!, running);
  const onThis = phone;
  await follows(onThis, matter.code, `请求${what}`);
  await until(async () => {
    await onThis.goto('/progress'); // the word may stand there from the round before; the link is of this one
    return (await onThis.locator('a[href^="/review/"]').count()) > 0;
  });
  await look(phone, `review-${picture}-map-before`);
  await phone.locator('a[href^="/review/"]').first().click();
  if (what === '复查') await phone.getByLabel('清和县人民政府').check();
  await phone.click('main form .btn');
  await look(phone, `review-${picture}-asks-empty`);
  expect(await textOf(phone)).toContain('请写几句话');
  if (what === '复查') await phone.getByLabel('清和县人民政府').check();
  await phone.fill('#grounds', grounds);
  await look(phone, `review-${picture}-asks`, { keep: picture === '01' });
  await phone.click('main form .btn');
  await look(phone, `review-${picture}-asked`);
  await follows(phone, matter.code, new RegExp(`${what}机关`));
}

/** Within five days it is told that it is taken up, and by whom. */
async function isTakenUp(): Promise<void> {
  const first = await as('fc01', '/desk');
  await page
    .getByRole('link', { name: /青石巷雨天积水/ })
    .first()
    .waitFor();
  await look(page, 'review-02-desk');
  await first.main
    .getByRole('link', { name: /青石巷雨天积水/ })
    .first()
    .click();
  await stands();
  const { open, pick, select, agree, draft, number, send } = { ...handsOn(page), ...papersOn(page) };
  await look(page, 'review-03-requested', { keep: true });
  await open('受理复查（复核）申请');
  await pick(/^受理/, '是');
  await select(/复查（复核）人员/, '戚明衡');
  await look(page, 'review-04-admit');
  await agree('受理复查（复核）申请');
  await draft(ACCEPTED, async () => fillWhatIsMissing());
  await look(page, 'review-04b-notice');
  await number();
  await send(ACCEPTED, 'XA44012345611', ADDRESS);
}

/** What was revoked is to be made anew, by somebody else, by a day. */
async function isRevoked(): Promise<void> {
  const { arrived, draft, pick, write, number, send } = await as('fc01');
  await arrived(ACCEPTED, today());
  await draft(REVIEW, async () => {
    await pick(/^意见/, '撤销，并责令限期重新作出');
    await write(/查明的事实/, '社区三次登记都在；巷口施工队的收料单证明碎砖是施工时倒入的，原意见没有调查。');
    await write(/意见的内容和理由/, '主要事实不清。撤销，责令另派人员在规定的日期以前重新作出。');
    await write(/责令重新作出的最后日期/, addDays(today(), 40));
    await fillWhatIsMissing();
  });
  await look(page, 'review-05-draft');
  await number();
  await send(REVIEW, 'XA44012345612', ADDRESS);
}

async function arrives(login: string, paper: string, picture: string): Promise<void> {
  const { arrived } = await as(login);
  await arrived(paper, today());
  await look(page, `review-${picture}-arrived`);
  await phone.context().close();
  phone = await onThePhone(browser!, running);
  await follows(phone, matter.code, /复核/);
  await look(phone, `review-${picture}-map`, { keep: picture === '06' });
}

/** Not the one who made the first: that is refused in words. */
async function anotherOfficerBegins(): Promise<void> {
  const { open, select, refused, agree } = await as('zj02');
  await stands();
  await open('指定承办人，开始办理');
  await select(/^承办人/, '李砚秋');
  expect(await refused('指定承办人，开始办理')).toContain('另一名没有参加原来办理的人员');
  await look(page, 'review-07-remanded', { keep: true, height: 1100 });
  await select(/^承办人/, '庄恕平');
  await agree('指定承办人，开始办理');
}

async function anotherOpinion(): Promise<void> {
  const { open, write, pick, agree, draft, number, send } = await as('zj03');
  await open('记录调查');
  await write(/哪天/, today());
  await write(/几名工作人员/, '2');
  await write(/查明了什么/, '调取了收料单，问了施工队：碎砖是去年施工时倒入沟里的，沟底有两处塌陷。');
  await agree('记录调查');
  await draft(OPINION, async () => {
    await write(/陈述的事实和理由/, '来信人说雨天积水没过脚踝，沟是施工队堵的。');
    for (const [at, facts, opinion] of [
      [0, '碎砖是去年施工时倒入沟里的，沟底有两处塌陷。', '支持，由本局清淤并修好两处塌陷。'],
      [1, '社区三次登记以后没有报到本局。', '没有及时处理，是社区和本局衔接不够，向您说明并道歉。'],
    ] as const) {
      const claim = page.getByRole('region', { name: `事 ${at + 1}` });
      await pick(/处理意见/, at === 0 ? /^支持/ : /^解释说明/, claim);
      await write(/查明的事实/, facts, claim);
      await write(/意见的内容/, opinion, claim);
      await write(/法律法规依据/, '《城镇排水与污水处理条例》第二十条', claim);
      if (at === 0) {
        await write(/落实单位/, UNIT, claim);
        await write(/落实期限/, addDays(today(), 20), claim);
      }
    }
    await fillWhatIsMissing();
  });
  await look(page, 'review-09-new-opinion');
  await number();
  await send(OPINION, 'XA44012345613', ADDRESS);
}

async function isUpheld(): Promise<void> {
  const { open, pick, select, agree, draft, write, number, send } = await as('fc01');
  await comes(page.getByRole('button', { name: '受理复查（复核）申请', exact: true })); // asked for on the phone a moment ago
  await open('受理复查（复核）申请');
  await pick(/^受理/, '是');
  await select(/复查（复核）人员/, '戚明衡');
  await agree('受理复查（复核）申请');
  await draft(REVIEW, async () => {
    await pick(/^意见/, '维持');
    await write(/查明的事实/, '重新作出的意见事实清楚：塌陷两处已列入维修，清淤有日期。');
    await write(/意见的内容和理由/, '换成涵管要按排水规划，现阶段清淤、修塌陷可以解决积水。维持。');
    await fillWhatIsMissing();
  });
  await look(page, 'review-11-uphold');
  await number();
  await send(REVIEW, 'XA44012345614', ADDRESS);
}

/** What was promised does not wait for the dispute; somebody outside the unit asks the letter writer. */
async function isPerformed(): Promise<void> {
  const unit = await as('zj03');
  await unit.open('报告落实情况');
  await unit.write(/做了什么/, '清淤完成，两处塌陷修好，验收单和照片各一份。');
  await unit.agree('报告落实情况');
  const outside = await as('xf04');
  await outside.open('核实落实情况');
  await outside.pick(/信访人怎么说/, /^已经落实/);
  await outside.write(/怎样问的/, '电话问过来信人，说沟通了，雨天没有再积水。');
  await outside.agree('核实落实情况');
}

/** Before the city: taken up, and heard; its days do not count, which is told in writing. */
async function aHearingIsDecided(): Promise<void> {
  const { open, pick, select, write, agree, draft, number, send } = await as('fc02');
  await comes(page.getByRole('button', { name: '受理复查（复核）申请', exact: true })); // asked for on the phone a moment ago
  await open('受理复查（复核）申请');
  await pick(/^受理/, '是');
  await select(/复查（复核）人员/, '尹自远');
  await agree('受理复查（复核）申请');
  await open('决定举行听证');
  await pick(/属于哪一种/, '复杂');
  await write(/为什么要听证/, '清淤还是换涵管，两边说法不同，需要当面听各方意见。');
  await look(page, 'review-14-hearing');
  await agree('决定举行听证');
  await look(page, 'review-15-suspended');
  await draft(SUSPENDED, async () => fillWhatIsMissing());
  await look(page, 'review-15b-suspension-notice');
  await number();
  await send(SUSPENDED, 'XA44012345615', ADDRESS);
}

/** At least seven days before, with the panel by name and how to challenge. */
async function everybodyIsInvited(): Promise<void> {
  const { open, pick, select, write, agree, draft, number, send } = await as('fc02');
  await open('定听证日期');
  await write(/^哪天/, addDays(today(), 12));
  await write(/几点，在哪里/, '上午九点，临水市人民政府二号会议室');
  await pick(/公开举行/, '是');
  await select(/^主持人/, '柯听澜');
  await write(/听证员人数/, '3');
  await write(/听证员和记录人/, '柯听澜，市政府法律顾问室；穆清源，市人大代表；向晚舟，市政协委员');
  await write(/申请回避/, '开会前五日，书面或者口头向市政府复查复核办公室提出。');
  await look(page, 'review-16-schedule');
  await agree('定听证日期');
  await draft(NOTICE, async () => {
    await write(/申请回避的最后日期/, addDays(today(), 7));
    await fillWhatIsMissing();
  });
  await look(page, 'review-17-notice');
  await number();
  await send(NOTICE, 'XA44012345616', ADDRESS);
  await phone.context().close();
  phone = await onThePhone(browser!, running);
  const said = await follows(phone, matter.code, '听证');
  expect(said).toContain('听证');
  await look(phone, 'review-18-map-hearing', { keep: true });
}

async function theHearing(): Promise<void> {
  const { open, write, agree } = await as('fc02');
  await open('记录听证');
  await write(/^哪天/, today());
  await write(/谁到了场/, '信访人、县住建局、社区、市政排水公司；听证员三人。');
  await write(/各方说了什么/, '信访人要求换涵管；县住建局说明清淤和修塌陷的做法；排水公司说涵管已列入明年规划。');
  await write(/赞成多数意见/, '2');
  await write(/不同意见的票数/, '1');
  await write(/不同意见是什么/, '穆清源认为应当今年就换涵管。');
  await look(page, 'review-19-hearing');
  await agree('记录听证');
}

/** From the report on the clock runs again; the end is told as the beginning was. */
async function reports(): Promise<void> {
  const { open, write, agree, draft, number, send } = await as('fc02');
  await open('提交听证报告');
  await write(/查明的事实、评议意见/, '塌陷两处、清淤已开工；多数认为可以解决积水，涵管按规划明年实施；一人认为应当今年换。');
  await agree('提交听证报告');
  await draft(SUSPENDED, async () => fillWhatIsMissing());
  await number();
  await send(SUSPENDED, 'XA44012345617', ADDRESS);
  await page.goto(`/matters/${matter.region}/${matter.matter}`);
  await stands();
  await look(page, 'review-20-runs-again', { keep: true });
}

async function isDecided(): Promise<void> {
  const { draft, pick, write, number, send } = await as('fc02');
  await draft(RECHECK, async () => {
    await pick(/^意见/, '维持');
    await write(/查明的事实/, '听证查明：塌陷两处、清淤已开工，涵管列入明年规划。');
    await write(/意见的内容和理由/, '现阶段的做法能解决积水，涵管按规划实施。维持。');
    await write(/其他合法途径/, '进水的损失可以向人民法院提起民事诉讼。');
    await fillWhatIsMissing();
  });
  await look(page, 'review-21-recheck');
  await number();
  await send(RECHECK, 'XA44012345618', ADDRESS);
}

/** The recheck is the last word: what follows is help, and the map shows every term that ran. */
async function ends(): Promise<void> {
  const { arrived } = await as('fc02');
  await arrived(RECHECK, today());
  await comes(page.getByText(/已办结/));
  await look(page, 'review-22-concluded', { keep: true });
  await phone.context().close();
  phone = await onThePhone(browser!, running);
  const said = await follows(phone, matter.code, '办结');
  for (const term of ['复查', '复核', '听证']) expect(said).toContain(term);
  await look(phone, 'review-23-map-end', { keep: true });
}

/** What this story knows of the blanks that a paper still has. */
const fillWhatIsMissing = () => papersOn(page).fillIn(BLANKS);

const BLANKS: Readonly<Record<string, string>> = {
  理由: '在期限内提出，应当受理。',
  '依据（写到条款项）': '《信访工作条例》第三十五条、第三十六条',
  记录人: '温书言，市政府复查复核办公室科员',
  '可以带的证据、证人和代理人': '与本件有关的照片、收据；可以带证人，可以委托一至两名代理人。',
  听证的问题: '清淤还是换成涵管，进水的损失怎么办。',
  '复核机关的地址、电话': '临水市人民路1号，0000-600 0001',
  '复查机关的地址、电话': '清和县人民路1号，0000-622 0100',
  '该单位的地址、电话': '清和县人民路12号，0000-622 0110',
  其他合法途径: '进水的损失可以向人民法院提起民事诉讼。',
  联系人: '尹自远',
  联系电话: '0000-600 0103',
};

/** What the system does by itself: the page shows it when it is opened again. */
async function comes(what: Locator): Promise<void> {
  await until(async () => {
    await page.reload();
    await stands();
    return (await what.count()) > 0;
  }, 60);
}
