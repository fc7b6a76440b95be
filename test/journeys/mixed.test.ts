import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, onTestFailed } from 'vitest';
import { openBrowser, openWorkbench } from '../browser.ts';
import { signIn } from '../official.ts';
import { findProgram, itNeeding } from '../programs.ts';
import { ask, done, type Matter } from '../refusals/way.ts';
import { type Shared, sharedProgram } from '../running-shared.ts';
import { until } from '../runtime/program.ts';
import { handsOn } from './hands.ts';
import { follows, onThePhone, textOf } from './petitioner.ts';
import { look } from './pictures.ts';

/**
 * Journey: one letter asks for a road to be mended and accuses somebody of the
 * unit that has to mend it. The accusation goes to the sealed line and on to the
 * organ with power; the claim goes to that very unit, which finds no word of the rest.
 */
const MARK = String(process.pid);
const TITLE = `柳荫巷路面塌了一块，半年没有修（${MARK}）`;
const ASKS = `柳荫巷路面塌了一块，老人摔过两次，半年没有修。宗伯庸说没有钱。来信编号${MARK}。`;
const ACCUSES = `去年验收的时候，宗伯庸收了施工队两个红包，转账截图在我手里。`;
const LETTER = `${ASKS}\n${ACCUSES}`;
const CLAIM = '把柳荫巷塌了的路面修好';
const SECRET = ['宗伯庸', '红包', '转账截图', '去年验收的时候', '施工队'];

let running: Shared;
let browser: Browser | undefined;
let page: Page | undefined; // of whoever works now
let matter: Matter;

beforeAll(async () => {
  if (!findProgram('chromium')) return;
  running = await sharedProgram(inject('running'));
  browser = await openBrowser();
}, 180_000);
afterAll(() => browser?.close());

describe('一封信里，一半是请求，一半是检举', () => {
  itNeeding('chromium')(
    '不变量 28 SB092 分开登记、涂黑，检举走密件移送，请求照常办；被反映的单位查不到一个字',
    async () => {
      onTestFailed(async () => void (await page?.screenshot({ path: join(tmpdir(), 'huiyin-mixed-failed.png'), fullPage: true })));
      await isTypedAndDivided();
      await theDeskKeepsNothing();
      const file = await goesToTheSealedLine();
      await isReceivedByTheOrgan(file);
      await theClaimGoesItsWay();
      await theAccusedUnitFindsNothing();
      await theWriterIsTold();
    },
    240_000,
  );
});

async function sits(login: string, place: string): Promise<Page> {
  await page?.context().close();
  page = await openWorkbench(browser!, running, login, { viewport: { width: 1280, height: 900 } });
  await page.goto(place);
  return page;
}

/** As it stands in the letter; then two parts, the second marked in the text and sealed away. */
async function isTypedAndDivided(): Promise<void> {
  const desk = await sits('xf04', '/register');
  const { write, press, pick, select, units, agree, main } = handsOn(desk);
  await write(/信里怎么写的/, LETTER);
  await write(/^姓名/, '容止水');
  await write(/^电话/, '13900004422');
  await write(/^住址/, '柳荫巷9号');
  await write(/^标题/, TITLE);
  await press('当场分件、定种类');
  await press('再分一件');
  await quote(desk, ASKS, 1);
  await quote(desk, ACCUSES, 2);
  const [first, second] = [main.getByRole('region', { name: '事 1' }), main.getByRole('region', { name: '事 2' })];
  await write(/^标题/, '有人在验收的时候收红包', second);
  await second.getByLabel('这是检举控告，移入密件').check();
  await write('诉求 1', CLAIM, first);
  await first.getByLabel('现在就定种类和分类').check();
  await select(/信访目的/, '求决', first);
  await units(/^内容分类/, '市政设施');
  await look(desk, 'mixed-01-before-black');
  await write(/另外还要涂黑的词/, '宗伯庸');
  const shown = main.getByRole('region', { name: '涂黑以后' });
  expect(await shown.textContent()).toContain('■■■■说没有钱');
  for (const word of ['宗伯庸', '红包']) expect(await shown.locator('blockquote').textContent()).not.toContain(word);
  await look(desk, 'mixed-02-blacked-out', { keep: true, from: 'section[aria-label="事 2"]', height: 900 });
  void pick;
  await agree('登记为 2 件');
  await desk.getByRole('heading', { name: '已登记' }).waitFor();
  await look(desk, 'mixed-03-receipt');
  const code = ((await desk.textContent('.receipt .code')) ?? '').replaceAll(/\s/g, '');
  const link = main.locator('.receipt a[href^="/matters/"]');
  const [, , region = '', id = ''] = ((await link.getAttribute('href')) ?? '').split('/');
  matter = { region, matter: id, no: ((await link.textContent()) ?? '').trim(), intake: '', code };
}

/** Selected in the text, as with a mouse, and quoted to a part. */
async function quote(desk: Page, words: string, part: number): Promise<void> {
  const voice = desk.locator('.source .voice');
  await voice.evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const pieces: { node: Text; from: number }[] = [];
    let all = '';
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      pieces.push({ node: node as Text, from: all.length });
      all += node.textContent ?? '';
    }
    const [from, to] = [all.indexOf(wanted), all.indexOf(wanted) + wanted.length];
    const at = (place: number) => pieces.findLast((piece) => piece.from <= place)!;
    const range = document.createRange();
    range.setStart(at(from).node, from - at(from).from);
    range.setEnd(at(to - 1).node, to - at(to - 1).from);
    getSelection()?.removeAllRanges();
    getSelection()?.addRange(range);
  }, words);
  await desk.getByRole('button', { name: `引到事 ${part}` }).click();
}

/** Whoever typed it looks again: the accusing part is gone from there too. */
async function theDeskKeepsNothing(): Promise<void> {
  const desk = await sits('xf04', `/matters/${matter.region}/${matter.matter}`);
  await desk.getByRole('heading', { name: '能做什么' }).waitFor();
  const said = await textOf(desk);
  expect(said).toContain('■■■■说没有钱');
  for (const word of ['红包', '转账截图', '宗伯庸']) expect(said).not.toContain(word);
  await look(desk, 'mixed-04-matter-at-the-desk');
}

/** Opened by the one who keeps the line; from the unit follows who receives it, and who may never know. */
async function goesToTheSealedLine(): Promise<string> {
  const keeper = await signIn(running, 'mj01');
  let path = '';
  await until(async () => {
    for (const row of done(await keeper.get('/api/sealed/files')).rows) {
      const file = done(await keeper.get(`/api/sealed/files/${row.region}/${row.file}`));
      if (JSON.stringify(file.content ?? {}).includes(MARK)) path = `/sealed/${row.region}/${row.file}`;
    }
    return path !== '';
  }, 60);
  const line = await sits('mj01', '/sealed');
  await line.getByRole('heading', { name: '检举控告密件' }).waitFor();
  await line.getByRole('row').nth(1).waitFor();
  await look(line, 'mixed-05-sealed-list');
  await line.goto(path);
  await line.getByText(ACCUSES).first().waitFor();
  await look(line, 'mixed-06-sealed-file', { keep: true });
  const { units, pick, write, agree } = handsOn(line);
  await units(/被反映人所在单位/, '清和县住房和城乡建设局');
  await pick(/被反映的是/, /其他干部/);
  await write(/被反映人姓名/, '宗伯庸');
  await agree('确认被反映人所在单位');
  await line.getByText('接收机关').first().waitFor();
  await look(line, 'mixed-07-recipient');
  await line.getByRole('button', { name: '移送', exact: true }).first().click();
  await write('页数', '3');
  await write('封签号', `QH-${MARK}`);
  await agree('移送');
  await line.getByText('检举控告移送单').waitFor();
  await look(line, 'mixed-08-transferred');
  return path;
}

async function isReceivedByTheOrgan(path: string): Promise<void> {
  const organ = await sits('jw01', '/sealed');
  await look(organ, 'mixed-09-organ-list');
  await organ.goto(path);
  await organ.getByRole('button', { name: '签收', exact: true }).first().click();
  const { write, agree } = handsOn(organ);
  await write('页数', '3');
  await write('封签号', `QH-${MARK}`);
  await agree('签收');
  await organ.getByText('签收').first().waitFor();
  await until(async () => (await textOf(organ)).includes(ACCUSES), 20);
  await look(organ, 'mixed-10-organ-received');
  const keeper = await sits('mj01', path); // received: from now on its content is the organ's alone
  await keeper.getByText('内容只有').first().waitFor();
  expect(await textOf(keeper)).not.toContain('红包');
}

/** To the unit whose duty it is, though somebody there is accused. */
async function theClaimGoesItsWay(): Promise<void> {
  const desk = await sits('xf04', `/matters/${matter.region}/${matter.matter}`);
  await desk.getByRole('heading', { name: '能做什么' }).waitFor();
  const { open, units, agree } = handsOn(desk);
  await open('转送');
  await units(/转给哪个单位/, '清和县住房和城乡建设局');
  await agree('转送');
  done(await ask(await signIn(running, 'zj01'), matter, 'accept', { route: 'petitionProcedure' }));
}

/** Clerk and head: the desk, the list, the search for every word, the matter, its papers, the arrival itself, the line's own address. */
async function theAccusedUnitFindsNothing(): Promise<void> {
  for (const login of ['zj01', 'zj02']) {
    const unit = await sits(login, `/matters/${matter.region}/${matter.matter}`);
    await unit.getByRole('heading', { name: '办理经过' }).waitFor();
    expect(await textOf(unit)).toContain('■■■■说没有钱');
    await saysNothing(unit, 'the matter');
    await look(unit, `mixed-11-the-unit-reads-${login}`, { keep: login === 'zj01' });
    for (const place of ['/desk', '/matters', '/papers', '/voices']) {
      await unit.goto(place);
      await unit.locator('main h1').waitFor();
      await saysNothing(unit, place);
    }
    for (const word of ['宗伯庸', '红包', '转账截图']) {
      await unit.goto(`/matters?words=${encodeURIComponent(word)}`);
      await unit
        .getByText(/没有|找不到|0 件/)
        .first()
        .waitFor();
      expect(await textOf(unit)).not.toContain(TITLE); // what is blacked out is not found by what stood there
    }
    await look(unit, `mixed-12-searched-${login}`, { keep: login === 'zj01' });
    await unit.goto('/sealed');
    await unit.getByRole('heading', { name: '我的案头' }).waitFor(); // there is no such line for them
    await saysNothing(unit, 'the line');
  }
}

async function saysNothing(unit: Page, where: string): Promise<void> {
  const said = await textOf(unit);
  for (const word of SECRET) expect(said, `${where}: ${word}`).not.toContain(word);
}

/** With the code: where the claim is, and that the rest was handed over; whom to call, and no word of it. */
async function theWriterIsTold(): Promise<void> {
  const phone = await onThePhone(browser!, running);
  const said = await follows(phone, matter.code, '县住建局');
  for (const word of ['宗伯庸', '红包']) expect(said).not.toContain(word);
  await look(phone, 'mixed-14-map', { keep: true });
  await phone.context().close();
}
