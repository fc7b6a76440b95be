import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject } from 'vitest';
import { openBrowser, openWorkbench } from '../browser.ts';
import { write } from '../keyboard.ts';
import { findProgram, itNeeding } from '../programs.ts';
import { sharedProgram, type Shared } from '../running-shared.ts';
import { look } from './pictures.ts';

/** In a village without a network: what was said is written down, stays on the device, and is registered when the network is back. */
let running: Shared;
let browser: Browser | undefined;

beforeAll(async () => {
  if (!findProgram('chromium')) return;
  [running, browser] = await Promise.all([sharedProgram(inject('running')), openBrowser()]);
}, 300_000);
afterAll(() => browser?.close());

async function atTheDesk(hoursSlow = 0): Promise<Page> {
  const page = await openWorkbench(browser!, running, 'xf02', { viewport: { width: 1280, height: 900 }, clock: -hoursSlow * 3_600_000 });
  const prepared = page.waitForResponse((answer) => answer.url().endsWith('/api/intake/devices'));
  await page.goto('/register?channel=visit');
  await prepared;
  return page;
}

async function isToldOffline(page: Page, title: string): Promise<void> {
  await page.context().setOffline(true);
  await write(page, /来访人怎么说的/, `${title}，跟村里说过两回。`);
  await write(page, /^姓名/, '冯秋平');
  await write(page, /^标题/, title);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('group', { name: '办之前再问一次' }).waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByText('网络断了，没有送出去').first().waitFor();
  await look(page, 'offline-cut-off');
  await page.getByRole('button', { name: '存在这台设备上' }).click();
  await page.getByText('1 件还没有登记').waitFor();
  await look(page, 'offline-kept');
  expect(await page.getByLabel(/^标题/).inputValue()).toBe(''); // the next one may come
}

/** The page is closed in the village; it is opened again at the office. */
async function isBack(page: Page): Promise<Page> {
  const context = page.context();
  await page.close();
  await context.setOffline(false);
  const next = await context.newPage();
  await next.goto('/register?channel=visit');
  await next.getByRole('button', { name: '现在登记' }).click();
  return next;
}

describe('不变量 46：没有网络时登记', () => {
  itNeeding('chromium')('SB082 断网后存在设备上，关掉页面也在；联网后自己登记，给出收件号和查询码，两个时间都写着', async () => {
    const title = `半坡村水窖见底${process.pid}`;
    const there = await atTheDesk();
    await isToldOffline(there, title);
    const page = await isBack(there);
    await page.getByText(`已登记：${title}`).waitFor();
    const said = (await page.locator('.note', { hasText: title }).textContent()) ?? '';
    expect(said).toMatch(/收件号 \S+，查询码 \S+ \S+ \S+（只显示这一次/);
    expect(said).toMatch(/设备上的时间 .+，联网收到 .+，以设备上的为准/);
    await look(page, 'offline-registered');
    await page.reload();
    await page.getByRole('heading', { name: '登记来访' }).waitFor();
    expect(await page.getByText(title).count()).toBe(0); // nothing of it stays on the device
  });

  itNeeding('chromium')('超过72小时的，由人选定以哪个时间为准并写明理由', async () => {
    const title = `南岔村桥面裂缝${process.pid}`;
    const there = await atTheDesk(80);
    await isToldOffline(there, title);
    const page = await isBack(there);
    await page.getByText('已经超过 72 小时').waitFor();
    await look(page, 'offline-late');
    await page.getByRole('button', { name: '定下来并登记' }).click();
    await page.getByText('写一句为什么').first().waitFor();
    await page.getByLabel(/^为什么/).fill('山洪冲断光缆，四天没有网络');
    await page.getByRole('button', { name: '定下来并登记' }).click();
    await page.getByText(`已登记：${title}`).waitFor();
  });
});
