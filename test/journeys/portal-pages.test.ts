import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { keysOfCode, newQueryCode } from '#contexts/intake/index.ts';
import { publish } from '#contexts/transparency/publish.ts';
import { siteOf } from '#contexts/transparency/index.ts';
import type { ProgressPage } from '#contexts/transparency/domain/progress.ts';
import { CLAIMS, PERSON, STORY } from '../filing.ts';
import { delivered, onTime, overdue, pageOf, sealed } from '../portal-stories.ts';
import { startPortalServer, type PortalServer } from '../portal-server.ts';
import { REGION } from '../portal.ts';
import { findProgram, itNeeding } from '../programs.ts';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const inBrowser = itNeeding('chromium');

let portal: PortalServer;
let browser: Browser | undefined;
const codes: Record<string, string> = {};

beforeAll(async () => {
  portal = await startPortalServer();
  portal.time = new Date('2026-09-22T02:00:00Z');
  const worker = portal.as('huiyin_worker');
  const { prefix } = siteOf(portal.needs.directory.current(), REGION, {});
  const pages: Record<string, ProgressPage> = {
    onTime: pageOf([onTime]),
    overdue: pageOf([overdue]),
    delivered: pageOf([delivered]),
    sealed,
    several: pageOf([onTime, overdue], { sealed: sealed.sealed! }),
  };
  for (const [name, page] of Object.entries(pages)) {
    const code = newQueryCode(prefix);
    const { id, box } = keysOfCode(portal.needs.pepper, 'query', code);
    await publish(
      worker.sql,
      { region: REGION, code_hmac: id, code_key: box.publicKey, expires_at: new Date('2030-01-01'), revoked_at: null },
      page,
      portal.time,
    );
    codes[name] = code;
  }
  const executablePath = findProgram('chromium');
  if (executablePath) browser = await chromium.launch({ executablePath, args: FLAGS });
});
afterAll(() => browser?.close());

const STATIC = [
  '/',
  '/file',
  '/follow',
  '/resume',
  '/offices',
  '/offices?q=水',
  '/law',
  '/ways',
  '/privacy',
  '/accessibility',
  '/accusation',
  '/feedback',
  '/proof',
  '/v/0000000000000000',
  '/nowhere',
];

const SAMPLE = ['/', 'question story, empty', 'question way, two mistakes', 'review', 'receipt', 'overdue', 'several', '/rate/1'];

/** Opens every page of the portal once, one after the other, as a person would come to it. */
async function* everyPage(page: Page): AsyncGenerator<string> {
  for (const path of STATIC) {
    await page.goto(path);
    yield path;
  }
  yield* filing(page);
  for (const [name, code] of Object.entries(codes)) {
    await page.goto('/follow');
    await page.fill('#code', code);
    await page.click('main form .btn');
    yield name;
    if (name !== 'delivered') continue;
    for (const path of ['/rate/1', '/complain/1', '/supplement', '/contact', '/opened', '/withdraw/1']) {
      await page.goto(path);
      yield path;
    }
  }
  await page.goto('/follow');
  await page.fill('#code', '9BH7K3MQ9XD2B');
  await page.click('main form .btn');
  yield 'a code that is not known';
}

/** Every question, empty (so with its mistakes) and filled. */
async function* filing(page: Page): AsyncGenerator<string> {
  const next = () => page.locator('.actions .btn:not(.plain)').first().click();
  await page.goto('/file');
  await next();
  await page.click('.actions .btn');
  yield 'question purpose, nothing chosen';
  await page.check('#purpose-1');
  await next();
  await next();
  yield 'question story, empty';
  await page.fill('#story', STORY);
  await next();
  yield 'question place';
  await page.fill('#where', '东河村东头');
  await next();
  yield 'question claims';
  await page.fill('#claim-1', CLAIMS[0]!);
  await next();
  await page.check('#earlier-1');
  await next();
  await page.setInputFiles('#file', [{ name: '收据.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no picture') }]);
  await next();
  yield 'question files, one refused';
  await next();
  await page.check('#whom-2');
  await next();
  await next();
  yield 'question group, empty';
  await page.fill('#count', '7');
  await page.fill('#person-1', '张守田');
  await page.fill('#person-1-phone', PERSON.phone);
  await next();
  yield 'question contact';
  await page.check('#named-1');
  await page.fill('#name', PERSON.name);
  await next();
  await page.fill('#phone', '1390000123');
  await next();
  yield 'question way, two mistakes';
  await page.fill('#phone', PERSON.phone);
  await page.check('#way-1');
  await next();
  await page.fill('#address', PERSON.address);
  await next();
  yield 'review';
  await page.goto('/file/stop');
  yield 'stopped';
  await page.goto('/file/review');
  await page.click('form[action="/file/submit"] .btn');
  yield 'receipt';
  await page.goto('/progress');
  yield 'waiting';
}

async function open(options: Parameters<Browser['newContext']>[0], look = ''): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser!.newContext({ baseURL: portal.origin, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(8_000);
  if (look) await page.goto(`/${look}`);
  return { page, context };
}

describe('门户的每一页', () => {
  /** Every page in Chinese; in the other looks those that differ most. `npm run test:long` takes every page in every look. */
  const LOOKS: readonly (readonly [string, number, string])[] = [
    ['电脑', 1280, ''],
    ['手机', 390, ''],
    ['大字版，手机', 390, '?size=large'],
    ['高对比', 1280, '?contrast=high'],
    ['英文', 1280, '?lang=en'],
  ];
  for (const [name, width, look] of LOOKS) {
    inBrowser(
      `SA014 ${name}：axe 没有一处错`,
      async () => {
        const { page, context } = await open({ viewport: { width, height: 900 } }, look);
        const wrong: string[] = [];
        for await (const where of everyPage(page)) {
          if (name !== '电脑' && !process.env['HUIYIN_LONG'] && !SAMPLE.includes(where)) continue;
          const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
          wrong.push(...violations.map(({ id, nodes }) => `${where}: ${id} ${nodes[0]?.target.join(' ')}`));
        }
        await context.close();
        expect(wrong).toEqual([]);
      },
      240_000,
    );
  }

  inBrowser(
    '320像素宽，不用左右滚；大字版也是',
    async () => {
      for (const look of ['', '?size=large']) {
        const { page, context } = await open({ viewport: { width: 320, height: 700 }, javaScriptEnabled: false }, look);
        const wide: string[] = [];
        for await (const where of everyPage(page)) {
          const { over, who } = await widest(page);
          if (over > 0) wide.push(`${look} ${where}: ${over} ${who}`);
        }
        await context.close();
        expect(wide).toEqual([]);
      }
    },
    240_000,
  );

  inBrowser(
    '第一页不超过60 KB、8个请求，没有挡住显示的脚本',
    async () => {
      const { page, context } = await open({ viewport: { width: 390, height: 800 } });
      const sizes: number[] = [];
      page.on('requestfinished', (request) => {
        void request.sizes().then(({ responseBodySize, responseHeadersSize }) => sizes.push(responseBodySize + responseHeadersSize));
      });
      await page.goto('/', { waitUntil: 'networkidle' });
      const blocking = await page.$$eval('script', (scripts) => scripts.filter((script) => !script.defer && !script.async && script.type !== 'module').length);
      await context.close();
      expect(sizes.length).toBeLessThanOrEqual(8);
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(60 * 1024);
      expect(blocking).toBe(0);
    },
    60_000,
  );

  inBrowser(
    '扫回执上的码直接看进度，码不留在网址里',
    async () => {
      const { page, context } = await open({ viewport: { width: 390, height: 800 } });
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.goto(`/follow#${codes['onTime']}`);
      await page.waitForURL('**/progress');
      expect(await page.textContent('h1')).toBe(onTime.title);
      expect(page.url()).not.toContain(codes['onTime']);
      expect(asked.map((url) => new URL(url)).filter(({ pathname, search }) => (pathname + search).includes(codes['onTime']!))).toEqual([]);
      await context.close();
    },
    60_000,
  );

  inBrowser(
    '边写边存：没按保存就关了窗口，回来还在',
    async () => {
      const { page, context } = await open({ viewport: { width: 390, height: 800 } });
      await page.goto('/file');
      await page.click('.actions .btn');
      await page.check('#purpose-1');
      await page.click('.actions .btn');
      const saved = page.waitForResponse((response) => response.status() === 204);
      await page.fill('#story', '写到一半，手机没电了');
      await saved;
      await page.close();
      const again = await context.newPage();
      await again.goto('/file/story');
      expect(await again.inputValue('#story')).toBe('写到一半，手机没电了');
      await context.close();
    },
    60_000,
  );
});

/** How far the page reaches beyond the window, and which element is the furthest. */
async function widest(page: Page): Promise<{ over: number; who: string }> {
  const { clientWidth, scrollWidth } = await page.locator('html').evaluate(({ clientWidth, scrollWidth }) => ({ clientWidth, scrollWidth }));
  if (scrollWidth <= clientWidth) return { over: 0, who: '' };
  const who = await page.locator('body *').evaluateAll((all, width) => {
    const found = all.find((one) => one.getBoundingClientRect().right > width + 1);
    return found ? `${found.tagName}.${found.className}` : '';
  }, clientWidth);
  return { over: scrollWidth - clientWidth, who };
}
