import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject } from 'vitest';
import { openBrowser, openPage, openWorkbench } from '../browser.ts';
import { signIn } from '../official.ts';
import { findProgram, itNeeding } from '../programs.ts';
import { referredDaysAgo } from '../refusals/past.ts';
import { done, pageOf, type Matter } from '../refusals/way.ts';
import { type Shared, sharedProgram } from '../running-shared.ts';
import { until } from '../runtime/program.ts';

/** Journey (d): a deadline passes, the map says so and whose fault it is, and the complaint goes one level up. */
const LATE = 21; // days since it was sent; the unit had 15 to say what happens

let running: Shared;
let browser: Browser | undefined;
let citizen: Page;
let matter: Matter;

beforeAll(async () => {
  if (!findProgram('chromium')) return;
  running = await sharedProgram(inject('running'));
  browser = await openBrowser();
  matter = await referredDaysAgo(running, LATE);
  citizen = await openPage(browser, { baseURL: running.portal, javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
}, 180_000);
afterAll(() => browser?.close());

describe('期限过了', () => {
  itNeeding('chromium')(
    'SC049 进度图写明超期、几天、责任在谁，道歉；往上一级投诉，不经过办理单位，答复回到同一页',
    async () => {
      const { legalOn } = await overdueClock();
      await until(async () => (await follow()).includes('超期'), 30);
      const said = await follow();
      expect(said).toMatch(/超期了。县住建局应当在 \d+月\d+日/);
      expect(said).toContain('书面告诉您怎么办，到今天还没有');
      expect(said).toContain('责任在办理单位，不在您。这是我们没有做到，向您道歉。');
      expect(said).toContain(`已经超期${daysPast(legalOn)}天`);
      expect(await citizen.locator('li[aria-current="step"]').textContent()).toContain('告知超期');

      const complaint = await complainsAbove();
      await isOnTheDeskOfTheUnit();
      await isAnsweredAbove(complaint);
      await until(async () => (await follow()).includes('已经批评承办科室，今天内书面告知。'), 30);
    },
    120_000,
  );
});

async function overdueClock(): Promise<{ legalOn: string }> {
  const { clocks } = await pageOf(await signIn(running, 'zj01'), matter);
  return clocks.find(({ clock, stoppedOn }: { clock: string; stoppedOn: string | null }) => clock === 'A06' && !stoppedOn);
}

const daysPast = (day: string) => Math.round((Date.parse(new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)) - Date.parse(day)) / 86_400_000);

async function follow(): Promise<string> {
  await citizen.goto('/follow');
  await citizen.fill('#code', matter.code);
  await citizen.click('main form .btn');
  return (await citizen.textContent('main')) ?? '';
}

/** The button stands in the panel of the station that is late, and has already chosen the level above. */
async function complainsAbove(): Promise<string> {
  const above = citizen.locator('li[aria-current="step"] a[href*="to=above"]');
  expect(await above.textContent()).toBe('向临水市信访局投诉拖延');
  await above.click();
  expect(await citizen.locator('input[name="to"][value="above"]').isChecked()).toBe(true);
  await citizen.locator('input[name="about"][value="delay"]').check();
  const text = `过了期限还没有人告诉我怎么办，打电话说再等等。${matter.no}`;
  await citizen.fill('#text', text);
  await citizen.click('form[action="/complain/1"] .btn');
  expect(await citizen.textContent('h1')).toBe('收到了您的投诉');
  await until(async () => (await follow()).includes('在临水市信访局'), 30);
  return text;
}

/** Overdue comes first there, in red; of the complaint the unit sees nothing. */
async function isOnTheDeskOfTheUnit(): Promise<void> {
  const desk = await openWorkbench(browser!, running, 'zj01');
  await desk.goto('/desk');
  await desk.getByRole('rowgroup').first().waitFor();
  await desk.locator('tr.band').first().waitFor();
  expect(await desk.locator('tr.band').first().textContent()).toMatch(/超期/);
  expect(await desk.locator('tbody tr.open').first().textContent()).toMatch(/已超 \d+ 天/);
  await desk.context().close();
  const { rows } = done(await (await signIn(running, 'zj01')).get('/api/supervision/complaints'));
  expect(rows).toEqual([]);
}

async function isAnsweredAbove(text: string): Promise<void> {
  const above = await openWorkbench(browser!, running, 'sx01');
  await above.goto('/voices');
  await above
    .getByRole('row', { name: /拖延、超过期限，清和县住房和城乡建设局/ })
    .first()
    .click();
  await above.getByText(text).waitFor();
  await above
    .getByRole('group', { name: /查下来/ })
    .getByLabel('投诉属实')
    .check();
  await above.locator('main').getByLabel(/^答复/).fill('已经批评承办科室，今天内书面告知。');
  await above
    .getByRole('group', { name: /怎样告知/ })
    .getByLabel(/进度页面/)
    .check();
  await above.getByRole('button', { name: /^答复/ }).click();
  await above.getByRole('button', { name: '确定答复' }).click();
  await above.getByRole('heading', { name: '答复', exact: true }).waitFor();
  await above.context().close();
}
