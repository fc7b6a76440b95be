import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { addDays, dateInChina } from '#kernel/dates.ts';
import { search } from '../keyboard.ts';
import { findProgram, itNeeding } from '../programs.ts';
import { handled, type Matter, type People, refused } from '../refusals/way.ts';
import { until } from '../runtime/program.ts';
import { handsOn } from './hands.ts';
import { type InTime, openInTime } from './in-time.ts';
import { follows, textOf } from './petitioner.ts';
import { look } from './pictures.ts';

/** A unit promises with an owner and a date; the date passes; the petitioner says that it was not done; what the system then proposes a person orders, and it comes back kept. */
const FIRST_DAY = -40;
const PROMISE = '十日内清通青石巷巷口的排水沟，责任人李砚秋。';
const HOUSING = '清和县住房和城乡建设局';

let way: InTime;
let matter: Matter;

beforeAll(async () => {
  if (!findProgram('chromium')) return;
  way = await openInTime(FIRST_DAY);
  const [clerk, triage, unitClerk, unitHead, other] = await Promise.all(['xf02', 'xf04', 'zj01', 'zj02', 'sl02'].map((login) => way.calls(login)));
  matter = await handled({ clerk, triage, unitClerk, unitHead, other } as People, way.justNow());
}, 480_000); // a program of its own, on a machine that may be busy
afterAll(() => way?.stop());

const place = () => `/matters/${matter.region}/${matter.matter}`;

describe('答应了，没有做到', () => {
  itNeeding('chromium')(
    'SB073 承诺有单位、有日期；到期由别的单位问信访人；说没有做到的升级督办，落实后才了结',
    async () => {
      await isPromised();
      const citizen = await way.follows(matter.code);
      await follows(citizen, matter.code, '作出承诺', PROMISE);
      await look(citizen, 'commitment-map');

      await way.day(FIRST_DAY + 12);
      await unitMayNotConfirmItself();
      await isFoundAndAsked();
      await follows(await way.follows(matter.code), matter.code, '核实承诺没有做到，交督查处理');
      await goesUp();
      await isAnsweredByTheUnit();
      await isKeptAtLast();
      const after = await way.follows(matter.code);
      await follows(after, matter.code, '核实承诺已经做到');
      await look(after, 'commitment-map-kept', { keep: true });
    },
    240_000,
  );
});

async function isPromised(): Promise<void> {
  const page = await way.sits('zj02', place());
  const { open, write, agree } = handsOn(page);
  await open('作出承诺');
  await search(page, /哪个单位承诺/, HOUSING);
  await write(/承诺做什么/, PROMISE);
  await write(/最迟哪天/, addDays(dateInChina(way.now()), 10));
  await look(page, 'commitment-make', { keep: true });
  await agree('作出承诺');
  await page.getByText(PROMISE).first().waitFor();
  await look(page, 'commitment-made');
}

/** On its desk it is a debt like any other; that it was kept is for others to say. */
async function unitMayNotConfirmItself(): Promise<void> {
  const desk = await way.sits('zj01', '/desk');
  await desk.getByRole('row').filter({ hasText: '兑现承诺' }).first().waitFor();
  await look(desk, 'commitment-unit-desk');
  const head = await way.calls('zj02');
  const asked = { no: 1, answer: 'petitionerConfirms', evidence: '我们自己看过，已经清了。' };
  const page = await head.get(`/api/casework${place()}`);
  refused(await head.post(`/api/casework${place()}/act`, { seen: page.body.n, command: 'verifyCommitment', fields: asked }), 'NotAllowed');
}

/** The supervisor finds it by its date, asks, and writes down what was said. */
async function isFoundAndAsked(): Promise<void> {
  const page = await way.sits('xf06', '/voices');
  await page.getByRole('heading', { name: '过期的承诺' }).waitFor();
  expect(await textOf(page)).toMatch(new RegExp(`${HOUSING} ?第 1 项承诺`));
  await look(page, 'commitment-overdue');
  await page.getByRole('link', { name: '向信访人核实' }).click();
  await says(page, /没有落实|没有做到/, '今天上午打电话问的：只来看过一次，沟还堵着，前天下雨又进了水。');
  await page.goto('/voices');
  await page.getByText('信访人说没有做到', { exact: true }).waitFor();
}

async function says(page: Page, answer: RegExp, evidence: string): Promise<void> {
  const { pick, write, agree } = handsOn(page);
  await write(/第几项承诺/, '1');
  await pick(/信访人怎么说/, answer);
  await write(/怎样问的/, evidence);
  await look(page, 'commitment-ask');
  await agree('核实承诺');
}

/** Above: the county's leader sees it in the list of what is overdue; what the system proposed, a person orders. */
async function goesUp(): Promise<void> {
  const leader = await way.sits('ld01', '/overdue');
  await leader.getByRole('heading', { name: '过期的承诺' }).waitFor();
  await leader.getByText('信访人说没有做到', { exact: true }).waitFor();
  await look(leader, 'commitment-above', { keep: true, from: '.sheet:has-text("过期的承诺")', height: 420 });
  const page = await way.sits('xf06', '/voices');
  const proposed = page.getByRole('link', { name: '系统建议督办，等人决定' });
  await until(async () => {
    await page.reload();
    await page.getByRole('heading', { name: '过期的承诺' }).waitFor();
    return (await proposed.count()) > 0;
  }, 60);
  await look(page, 'commitment-proposed');
  await proposed.click();
  const { press, write, select, agree } = handsOn(page);
  await press('发督办函');
  await select(/为什么督办/, '推诿、敷衍、拖延');
  await write(/^事实/, '承诺十日内清通排水沟，到期没有清，信访人说只来看过一次。');
  await write(/^要求/, '三日内清通，并向信访人当面说明。');
  await write(/^反馈期限/, addDays(dateInChina(way.now()), 5));
  await look(page, 'commitment-order', { keep: true });
  await agree('发督办函');
  await page.getByText('已督办，等反馈').first().waitFor();
  await look(page, 'commitment-ordered');
}

async function isAnsweredByTheUnit(): Promise<void> {
  await way.day(FIRST_DAY + 14);
  const page = await way.sits('zj02', '/work');
  const row = page.getByRole('row').filter({ hasText: matter.no });
  await row.waitFor();
  await look(page, 'commitment-unit-work');
  await row.click();
  await page.getByRole('heading', { level: 1, name: /督办：/ }).waitFor();
  const { press, write, agree } = handsOn(page);
  await press('反馈');
  await write(/原因和整改情况/, '施工队临时抽走，没有跟进；昨天已派人清通，并当面向信访人道歉。');
  await write(/^凭据/, '清通前后照片四张，反馈函清住建函〔2026〕8号');
  await agree('反馈');
  await page.getByText('已反馈，待核实').first().waitFor();
  await look(page, 'commitment-answered');
}

/** Only the petitioner's word ends it. */
async function isKeptAtLast(): Promise<void> {
  const page = await way.sits('xf06', `${place()}?do=verifyCommitment`);
  await says(page, /已经落实|已经做到/, '再打电话问，说沟清了，这次下雨没有进水。');
  await page.goto('/voices');
  await page.getByRole('heading', { name: '由本单位处理的投诉' }).waitFor();
  await page.waitForLoadState('networkidle');
  expect(await page.getByRole('heading', { name: '过期的承诺' }).count()).toBe(0);
}
