import { tmpdir } from 'node:os';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFailed } from 'vitest';
import { addDays, dateInChina, type PlainDate } from '#kernel/dates.ts';
import { openBrowser, openPage, sitDown } from '../browser.ts';
import { confirm, goToRow, pick, press, search, select, write, writeDay } from '../keyboard.ts';
import { clockIn } from '../moved-clock.ts';
import { findProgram, itNeeding } from '../programs.ts';
import { newFolder, startRunning, type Started } from '../running.ts';
import { until } from '../runtime/program.ts';

/** Journey (b): a letter, from the clerk who types it to the archive, four months long, at the workbench with the keyboard alone. */
const TITLE = '桥头村到镇上的机耕路被水冲断，一年没有修';
const LETTER = '去年夏天大水，把桥头村通往镇上的机耕路冲断了一截。收玉米的车过不去，只好用肩扛。问过村里，说要等；问过镇上，说没有钱。';
const ADDRESS = '柳沙镇桥头村12号';
const FIRST_DAY = -130; // days before today

const folder = newFolder();
const clock = clockIn(`${folder.folder}.clock`);
let running: Started;
let browser: Browser | undefined;
let page: Page; // of whoever works now
let matter = ''; // its address at the workbench

beforeAll(async () => {
  if (!findProgram('chromium')) return;
  await clock.set(FIRST_DAY);
  [running, browser] = await Promise.all([startRunning({ data: folder.folder, env: { ...clock.env, HUIYIN_CALLS_A_MINUTE: '100000' } }), openBrowser()]);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await running?.stop();
  folder.remove();
  rmSync(join(`${folder.folder}.clock`), { force: true });
});

describe('一封来信，只用键盘', () => {
  itNeeding('chromium')(
    'SA001 SB001 录入、甄别、转送、提异议、改送、受理、延期、答复、送达、期满、办结、归档，期限一路在走',
    async () => {
      onTestFailed(async () => void (await page.screenshot({ path: join(tmpdir(), 'huiyin-letter-failed.png'), fullPage: true })));
      const code = await isTyped();
      await isTriagedAndReferred();
      await day(2, isObjectedTo);
      await day(3, goesElsewhere);
      await day(5, isAccepted);
      await shows(code, '县农业农村局', '正在办理');
      await day(20, isInvestigated);
      await day(60, isExtended);
      await day(66, isToldOfIt);
      await day(85, isAnswered);
      await day(88, isDelivered);
      await day(100, isPerformed);
      await day(120, termIsOver);
      await day(126, isConcluded);
      await day(128, isArchived);
      await clock.set(0);
      await shows(code, '已经归档', '信访处理意见书', '延期告知书', '受理告知书');
    },
    600_000, // against hanging, never a measure
  );
});

async function day(number: number, work: () => Promise<void>): Promise<void> {
  await clock.set(FIRST_DAY + number);
  await work();
}

const today = (): PlainDate => dateInChina(clock.now());

/** Somebody else sits down; what they open is the matter, unless another place is named. */
async function as(login: string, place = matter): Promise<void> {
  await sitDown(page, running, login, clock.offset());
  await page.goto(place);
}

const button = (name: string | RegExp) => page.locator('main').getByRole('button', { name });
const doing = (command: string) => press(page, page.locator('.can').getByRole('button', { name: command, exact: true }));

/** Signed in, typed and registered without touching a mouse. */
async function isTyped(): Promise<string> {
  page = await openPage(browser!, { baseURL: running.office, clock: clock.offset(), viewport: { width: 1280, height: 900 } });
  await page.goto('/sign-in');
  await write(page, '账号', 'xf02');
  await write(page, '密码', running.password);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '我的案头' }).waitFor();
  await page.keyboard.press('g');
  await page.keyboard.press('r');
  await page.getByRole('heading', { name: '登记来信' }).waitFor();
  await write(page, /信里怎么写的/, LETTER);
  await write(page, /^姓名/, '宋长河');
  await write(page, /^电话/, '13900007788');
  await write(page, /^住址/, ADDRESS);
  await write(page, /^标题/, TITLE);
  await write(page, '诉求 1', '把冲断的路修通');
  await page.keyboard.press('Enter');
  await write(page, '诉求 2', '说明为什么一年没有修');
  await confirm(page);
  await page.getByRole('heading', { name: '已登记' }).waitFor();
  return ((await page.textContent('.receipt .code')) ?? '').replaceAll(/\s/g, '');
}

async function isTriagedAndReferred(): Promise<void> {
  await as('xf04', '/intakes');
  await goToRow(page, TITLE);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
  await pick(page, '来件的性质', /信访事项/);
  await select(page, /信访目的/, '求决');
  await search(page, /^内容分类/, '农村道路');
  await confirm(page);
  await press(page, page.locator('main a[href^="/matters/"]').first());
  await page.getByRole('heading', { name: '能做什么' }).waitFor();
  matter = new URL(page.url()).pathname;
  await page.keyboard.press('e'); // the one primary act of the page
  await search(page, /转给哪个单位/, '清和县住房和城乡建设局');
  await confirm(page);
}

/** By the head of the unit, from the desk, within five working days. */
async function isObjectedTo(): Promise<void> {
  await as('zj02', '/desk');
  await goToRow(page, TITLE);
  await page.keyboard.press('Enter');
  await doing('提出异议');
  await write(page, /详细理由/, '机耕路不在本局职责内：按职责清单，田间道路由农业农村部门管护，本局没有这一项职责和经费。');
  await search(page, /认为该由谁办/, '清和县农业农村局');
  await confirm(page);
}

async function goesElsewhere(): Promise<void> {
  await as('xf04', '/desk');
  await goToRow(page, TITLE);
  await page.keyboard.press('e');
  await pick(page, /同意异议/, '是');
  await write(page, /核实意见/, '核对了职责清单，田间道路由县农业农村局管护，异议成立。');
  await confirm(page);
  await page.goto(matter);
  await doing('转送');
  await search(page, /转给哪个单位/, '清和县农业农村局');
  await confirm(page);
}

async function isAccepted(): Promise<void> {
  await as('ny01', '/desk');
  await goToRow(page, TITLE);
  await page.goto(matter); // of its several duties on the desk, the county's own signature is due before the acceptance
  await doing('受理');
  await pick(page, /办理途径/, /按信访程序办理/);
  await confirm(page);
  await page.goto(matter);
  await doing('指定承办人，开始办理');
  await select(page, /^承办人/, '姚田生');
  await confirm(page);
  await draft('受理告知书', () => pick(page, /办理程序/, '普通程序'));
  await isNumbered();
  await isSent('受理告知书', 'XA44012345601');
}

async function isInvestigated(): Promise<void> {
  await as('ny01');
  await recordArrival('受理告知书', -12);
  await doing('记录调查');
  await writeDay(page, /哪天/, today());
  await write(page, /几名工作人员/, '2');
  await write(page, /查明了什么/, '两人到桥头村看过：冲断处长十一米，路基还在；去年没有列入项目，镇上没有上报。');
  await confirm(page);
  await doing('听取陈述');
  await writeDay(page, /哪天/, today());
  await pick(page, /拒绝陈述/, '否');
  await write(page, /说了什么/, '在村部听了来信人的说明，记了笔录，本人签字。');
  await confirm(page);
}

/** Once, at most 30 days, before the term is over, approved by the head and told with its reasons. */
async function isExtended(): Promise<void> {
  await as('ny02');
  await draft('延期告知书', async () => {
    await write(page, /延期的理由/, '冲断处要先测河道水位，测量单位排在下月初，情况复杂，经负责人批准延长办理期限。');
    await write(page, /延长的日数/, '30');
  });
  await isNumbered();
  await isSent('延期告知书', 'XA44012345602');
  await page
    .getByText(/已延期|延期30日|延期 30/)
    .first()
    .waitFor();
}

/** Within the days that a proof of delivery may take (A34). */
async function isToldOfIt(): Promise<void> {
  await as('ny01');
  await recordArrival('延期告知书', -3);
}

/** Written by the clerk, claim by claim; signed by the head. */
async function isAnswered(): Promise<void> {
  await as('ny01');
  await draft('信访处理意见书', async () => {
    await write(page, /陈述的事实和理由/, '来信人说机耕路被水冲断一年没有修。');
    for (const [at, facts, opinion] of [
      [0, '冲断处长十一米，路基还在。', '支持您的请求，列入今年田间道路维修。'],
      [1, '去年镇上没有上报，没有列入项目。', '没有及时上报，是镇上和本局衔接不够，向您说明并道歉。'],
    ] as const) {
      const claim = page.getByRole('region', { name: `事 ${at + 1}` });
      await pick(page, /处理意见/, at === 0 ? /^支持/ : /^解释说明/, claim);
      await write(page, /查明的事实/, facts, claim);
      await write(page, /意见的内容/, opinion, claim);
      await write(page, /法律法规依据/, '《农田水利条例》第二十条', claim);
      if (at === 0) {
        await write(page, /落实单位/, '清和县农业农村局', claim);
        await writeDay(page, /落实期限/, addDays(today(), 14), claim);
      }
    }
  });
  await as('ny02');
  await press(page, page.getByRole('link', { name: '接着写：信访处理意见书' }));
  await isNumbered();
  await isSent('信访处理意见书', 'XA44012345603');
}

async function isDelivered(): Promise<void> {
  await as('ny01');
  await recordArrival('信访处理意见书', 0);
}

/** What was promised is done, and somebody outside the unit asks the letter writer. */
async function isPerformed(): Promise<void> {
  await as('ny01');
  await doing('报告落实情况');
  await write(page, /做了什么/, '冲断的十一米已经填筑压实，铺了砂石，验收单和照片各一份。');
  await confirm(page);
  await as('xf04');
  await doing('核实落实情况');
  await pick(page, /信访人怎么说/, /^已经落实/);
  await write(page, /怎样问的/, '电话问过来信人，说路通了，车过得去。');
  await confirm(page);
}

/** The term for a review ends by itself; a request may still be on its way by post. */
async function termIsOver(): Promise<void> {
  await as('ny02');
  await comes(page.getByText('申请复查的期限届满，等邮寄在途的申请'));
  expect(await page.locator('.can').getByRole('button', { name: '办结', exact: true }).count()).toBe(0);
}

/** Nothing came, and everything that was promised is done. */
async function isConcluded(): Promise<void> {
  await as('ny02');
  await comes(page.getByText('已办结，没有机关还欠着回应'));
}

async function isArchived(): Promise<void> {
  await as('da01', '/me');
  await press(page, button('换到这里：清和县农业农村局'));
  await page.getByRole('row', { name: /清和县农业农村局 .*现在/ }).waitFor();
  await page.goto(matter);
  await doing('归档');
  await write(page, /档号/, '0042-XF·SQ·2026·D30-0001');
  await confirm(page);
  await page.getByText('已归档').first().waitFor();
}

async function draft(name: string, fill: () => Promise<void>): Promise<void> {
  await page.getByRole('heading', { name: '办理经过' }).waitFor();
  await press(page, page.locator('#papers').getByRole('button', { name, exact: true }));
  await page.getByRole('heading', { name: /前要齐的/ }).waitFor();
  await fill();
  await page.getByText('都齐了', { exact: true }).waitFor();
}

async function isNumbered(): Promise<void> {
  await press(page, button(/^取号并用印/));
  await press(page, button(/^确定取号/));
  await page.waitForURL('**/*at=papers');
}

/** By registered post: the number of the letter is the evidence. */
async function isSent(name: string, mailNo: string): Promise<void> {
  await press(page, button(`登记发出：${name}`));
  await select(page, /怎样送/, '邮寄');
  await write(page, /单号/, mailNo);
  await write(page, /收件地址/, ADDRESS);
  await confirm(page);
}

/** What the system does by itself: the page shows it when it is opened again. */
async function comes(what: Locator): Promise<void> {
  await until(async () => {
    await page.reload();
    await page.getByRole('heading', { name: '能做什么' }).waitFor();
    return (await what.count()) > 0;
  }, 30);
}

async function recordArrival(name: string, after: number): Promise<void> {
  await press(page, button(`登记送达：${name}`));
  await write(page, /回执/, '回执已收回，本人签收');
  await writeDay(page, /哪天收到/, addDays(today(), after));
  await confirm(page);
}

/** What the letter writer sees with the code that they were given. */
async function shows(code: string, ...words: readonly string[]): Promise<void> {
  const portal = await openPage(browser!, { baseURL: running.portal, javaScriptEnabled: false });
  await until(async () => {
    await portal.goto('/follow');
    await portal.fill('#code', code);
    await portal.click('main form .btn');
    const said = (await portal.textContent('main')) ?? '';
    return words.every((one) => said.includes(one));
  }, 30);
  expect(await portal.textContent('h1')).toBe(TITLE);
  await portal.context().close();
}
