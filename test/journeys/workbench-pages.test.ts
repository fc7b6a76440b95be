import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, ConsoleMessage, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject } from 'vitest';
import { faults } from '../axe.ts';
import { openBrowser, openPage, openWorkbench } from '../browser.ts';
import { findProgram, itNeeding } from '../programs.ts';
import { type Shared, sharedProgram } from '../running-shared.ts';
import { everyPlace, NO_MATTER, type Places } from './workbench-pages-world.ts';

/**
 * Every page of the workbench, once, as somebody whose page it is: nothing that
 * axe calls wrong on a desk and on a phone, nothing to be pushed sideways,
 * nothing in the console, and whatever can be pressed is reached with Tab.
 */
const BY_WIDTH = ['target-size', 'scrollable-region-focusable', 'color-contrast'];
const ON_A_PHONE = [
  '登录',
  '信访局的案头',
  '登记来信',
  '来件',
  '事项',
  '办理中的',
  '起草意见书',
  '一件密件',
  '日历与期限规则',
  '等别人',
  '单位用语和表格',
  '超期清单',
];
const STOPS = 'a[href],button,input,select,textarea,summary,[tabindex="0"]';
const A_FEW = 10; // stops, before it is looked which are still missing
const QUIET = 150; // milliseconds without an answer from the server: nothing follows any more
const DESK = { width: 1280, height: 860 };
const inBrowser = itNeeding('chromium');

let running: Shared;
let browser: Browser | undefined;
let places: readonly Places[] = [];

beforeAll(async () => {
  if (!findProgram('chromium')) return;
  running = await sharedProgram(inject('running'));
  [browser, places] = await Promise.all([openBrowser(), everyPlace(running)]);
}, 240_000);
afterAll(() => browser?.close());

describe('工作台的每一页', () => {
  inBrowser(
    '登录页',
    async () => {
      const page = await openPage(browser!, { baseURL: running.office, viewport: DESK });
      expect(await look(page, '登录', '/sign-in')).toEqual([]);
      await page.context().close();
    },
    60_000,
  );

  for (const login of ['xf04', 'zj01', 'zj02', 'xf06', 'xf05', 'mj01', 'gl01']) {
    inBrowser(
      `${login}：axe 没有一处错，不用左右滚，控制台没有错，键盘都到得了`,
      async () => {
        const page = await openWorkbench(browser!, running, login, { viewport: DESK });
        const wrong: string[] = [];
        for (const [name, path] of places.find((each) => each.login === login)?.paths ?? []) wrong.push(...(await look(page, name, path)));
        await page.context().close();
        expect(wrong).toEqual([]);
      },
      180_000,
    );
  }
});

/** One page, on a desk and on two phones. @returns whatever is wrong with it, with its name */
async function look(page: Page, name: string, path: string): Promise<string[]> {
  const wrong: string[] = [];
  const missing = path.endsWith(NO_MATTER); // the browser itself notes a 404
  const onConsole = (message: ConsoleMessage) => message.type() === 'error' && !missing && wrong.push(`${name}，控制台：${message.text()}`);
  const onError = (error: Error) => wrong.push(`${name}，控制台：${error.message}`);
  page.on('console', onConsole);
  page.on('pageerror', onError);

  await go(page, path);
  wrong.push(...(await unreached(page)).map((each) => `${name}，按 Tab 到不了：${each}`));
  wrong.push(...(await axe(page)).map((each) => `${name}，1280：${each}`));
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 800 });
    const { over, who } = await widest(page);
    if (over > 0) wrong.push(`${name}，${width}：宽出 ${over} 像素，${who}`);
    if (width === 390) wrong.push(...(await axe(page, !ON_A_PHONE.includes(name))).map((each) => `${name}，390：${each}`));
  }
  await page.setViewportSize(DESK);
  page.off('console', onConsole);
  page.off('pageerror', onError);
  return wrong;
}

/** Goes there as a link would, without loading the workbench anew; waits until nothing is asked of the server any more. */
async function go(page: Page, path: string): Promise<void> {
  let [asked, last] = [0, Date.now()];
  const [begin, end] = [() => void (asked += 1), () => void ((asked -= 1), (last = Date.now()))];
  page.on('request', begin).on('requestfinished', end).on('requestfailed', end);
  if (page.url() === 'about:blank') await page.goto(path);
  else
    await page.evaluate((to) => {
      history.pushState({}, '', to);
      dispatchEvent(new PopStateEvent('popstate', { state: {} }));
    }, path);
  const isDrawn = () => page.evaluate(() => document.querySelector('h1') !== null && document.querySelector('[aria-busy]') === null);
  for (const giveUp = Date.now() + 30_000; asked > 0 || Date.now() - last <= QUIET || !(await isDrawn()); await sleep(30))
    if (Date.now() > giveUp) throw new Error(`${path} is still busy: ${asked} requests`);
  page.off('request', begin).off('requestfinished', end).off('requestfailed', end);
}

/** On a phone all rules where the page looks different there; elsewhere those that the width decides. */
async function axe(page: Page, onlyWidth = false): Promise<string[]> {
  await page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur(); // the way past the bar lies over it while it has the focus
    scrollTo(0, 0);
  });
  return faults(page, onlyWidth && !process.env['HUIYIN_LONG'] ? BY_WIDTH : undefined);
}

/** Goes round the page with Tab, and says what can be pressed and was passed over. A table is one stop: its arrows lead to the rest. */
async function unreached(page: Page): Promise<string[]> {
  await page.evaluate(() => document.addEventListener('focusin', ({ target }) => ((target as HTMLElement).dataset['reached'] = 'yes')));
  const press = () => page.keyboard.press('Tab');
  const fast = await stopsFromTop(page);
  await Promise.all(Array.from({ length: fast }, press)); // as fast as the page takes them
  if ((await passedOver(page)).length === 0) return [];
  // It was still being drawn, or the window of a paper, a page of its own, kept some of the keys: once more, one stop after the other,
  // and more often than there are stops, before anything is said.
  for (let left = 3 * (await stopsFromTop(page)); left > 0 && (await passedOver(page)).length > 0; left -= A_FEW) {
    for (let pressed = 0; pressed < A_FEW; pressed += 1) await press();
  }
  return passedOver(page);
}

/** Puts the focus on the way past the bar. @returns how often Tab is pressed from there to have seen everything */
const stopsFromTop = (page: Page): Promise<number> =>
  page.evaluate((wanted) => {
    document.querySelector<HTMLElement>('.skip, input')?.focus();
    return Math.min(document.querySelectorAll(wanted).length + 3, 200);
  }, STOPS);

const passedOver = (page: Page): Promise<string[]> =>
  page.evaluate(
    (wanted) =>
      [...document.querySelectorAll<HTMLElement>(wanted)]
        .filter((one) => !one.dataset['reached'] && one.checkVisibility({ visibilityProperty: true }) && one.getBoundingClientRect().width > 0)
        .filter((one) => !one.matches(':disabled,[type=file]') && !one.closest('[aria-hidden=true]'))
        .filter((one) => !one.closest('tbody tr[tabindex]') && !one.matches('[type=radio]:not(:checked)')) // the arrows walk rows and choices
        .filter((one) => !one.matches('[tabindex="-1"][aria-keyshortcuts]')) // has a key of its own, and says which
        .map((one) => one.getAttribute('aria-label') ?? `${one.tagName} ${one.textContent?.trim().slice(0, 20) ?? ''}`),
    STOPS,
  );

/** How far the page reaches beyond the window, and which element is the furthest. */
async function widest(page: Page): Promise<{ over: number; who: string }> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return { over: 0, who: '' };
    const found = [...document.querySelectorAll('body *')].find((one) => one.getBoundingClientRect().right > clientWidth + 1);
    return { over: scrollWidth - clientWidth, who: found ? `${found.tagName}.${found.className}` : '' };
  });
}
