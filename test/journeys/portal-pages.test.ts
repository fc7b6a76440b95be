import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { keysOfCode, newQueryCode } from '#contexts/intake/index.ts';
import { publish } from '#contexts/transparency/publish.ts';
import { siteOf } from '#contexts/transparency/index.ts';
import type { MyInformation } from '#contexts/transparency/domain/mine.ts';
import type { ProgressPage } from '#contexts/transparency/domain/progress.ts';
import { refusalPlace } from '#contexts/transparency/refuse.ts';
import type { TransparencyTables } from '#contexts/transparency/store.ts';
import { sealTo } from '#platform/sealed-box.ts';
import { faults } from '../axe.ts';
import { CLAIMS, STORY } from '../filing.ts';
import { delivered, hanging, heard, onTime, overdue, pageOf, promised, published, refusedSayings, sealed } from '../portal-stories.ts';
import { startPortalServer, type PortalServer } from '../portal-server.ts';
import { REGION } from '../portal.ts';
import { findProgram, itNeeding } from '../programs.ts';
import { everyPage, JOIN, SAMPLE } from './portal-pages-walk.ts';

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
const MINE: MyInformation = {
  held: [
    { kind: 'identity', count: 1, since: '2026-07-20' },
    { kind: 'statement', count: 1, since: '2026-07-20' },
    { kind: 'course', count: 12, since: '2026-07-20' },
  ],
  own: { name: '张守田', phone: '13900001234', title: '换管以后断水', text: STORY, claims: [...CLAIMS], files: ['收据照片.jpg'] },
  requests: [
    {
      on: '2026-09-01',
      wish: 'correct',
      answer: { on: '2026-09-10', result: 'partly', text: '电话已经改了。', ground: '依照档案管理规定应当归档保存，期限未满', wayOut: '可以依法起诉。' },
    },
  ],
};

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
    promised: pageOf([promised], { mine: MINE, intake: { ...pageOf([]).intake, given: [{ name: '收据照片.jpg', on: '2026-07-20' }] } }),
    representative: pageOf([{ ...onTime, group: { role: 'representative', canOpen: true, members: 6, joinCode: '8G6 AAAAA BBBBB' } }]),
    heard: pageOf([heard]),
    published: pageOf([published]),
    member: pageOf([{ ...onTime, group: { role: 'member', joinedOn: '2026-08-01' } }]),
    answered: pageOf([], {
      intake: { ...pageOf([]).intake, claims: 0, files: 0, reply: { on: '2026-09-01', by: '县信访局', text: '公交十二路九月十日恢复，末班车晚上八点。' } },
    }),
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
  const [saying] = refusedSayings;
  const { id: promisedBy, box: promisedBox } = keysOfCode(portal.needs.pepper, 'query', codes['promised']!);
  const envelope = sealTo(promisedBox.publicKey, Buffer.from(JSON.stringify(saying)), refusalPlace(REGION, saying!.id));
  const row = { region: REGION, id: saying!.id, code_hmac: promisedBy, envelope, blobs: [], at: portal.time, expires_at: new Date('2030-01-01') };
  await (portal.as('postgres').sql as unknown as Kysely<TransparencyTables>).insertInto('transparency.refusal').values(row).execute();
  const recheck = {
    region: REGION,
    slug: '0123456789abcdef',
    subject: randomUUID(),
    starts_on: '2026-09-10',
    ends_on: '2026-10-09',
    published_at: portal.time,
  };
  await worker.sql
    .insertInto('transparency.recheck' as never)
    .values({ ...recheck, data: JSON.stringify(hanging) } as never)
    .execute();
  const join = keysOfCode(portal.needs.pepper, 'join', JOIN);
  await publish(
    worker.sql,
    { region: REGION, code_hmac: join.id, code_key: join.box.publicKey, expires_at: new Date('2030-01-01'), revoked_at: null },
    { version: 1, title: '3号楼屋面漏水', no: '990421-X-2026-0000061-K', unit: '清和县住房和城乡建设局', open: true },
    portal.time,
  );
  const executablePath = findProgram('chromium');
  if (executablePath) browser = await chromium.launch({ executablePath, args: FLAGS });
});
afterAll(() => browser?.close());

async function open(options: Parameters<Browser['newContext']>[0], look = ''): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser!.newContext({ baseURL: portal.origin, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(8_000);
  if (look) await page.goto(`/${look}`);
  return { page, context };
}

/** How a page can be looked at. Large print and high contrast are the same page with another class, which the test below holds to. */
interface Look {
  readonly name: string;
  readonly width: number;
  readonly wears?: 'large-print' | 'high-contrast';
  readonly rules?: readonly string[]; // those that size or colour decide; absent: all
}
const LONG = Boolean(process.env['HUIYIN_LONG']);
const DESK: Look = { name: '电脑', width: 1280 };
const IN_CHINESE: readonly Look[] = [
  { name: '手机', width: 390 },
  { name: '大字版，手机', width: 390, wears: 'large-print', rules: ['target-size', 'color-contrast', 'link-in-text-block', 'scrollable-region-focusable'] },
  { name: '高对比', width: 1280, wears: 'high-contrast', rules: ['color-contrast', 'link-in-text-block', 'target-size'] },
];
const isSample = (where: string) => LONG || SAMPLE.includes(where);

/** The walk in Chinese, once for all its looks: every page on a desk, in the other looks those that differ most; `npm run test:long` takes every page in every look. */
let chinese: Promise<ReadonlyMap<string, readonly string[]>> | undefined;
async function inChinese(): Promise<ReadonlyMap<string, readonly string[]>> {
  const { page, context } = await open({ viewport: { width: DESK.width, height: 900 } });
  const wrong = new Map([DESK, ...IN_CHINESE].map(({ name }) => [name, [] as string[]]));
  for await (const where of everyPage(page, codes)) {
    wrong.get(DESK.name)!.push(...(await faults(page)).map((each) => `${where}: ${each}`));
    if (!isSample(where)) continue;
    for (const { name, width, wears, rules } of IN_CHINESE) {
      await page.setViewportSize({ width, height: 900 });
      if (wears) await wear(page, wears, true);
      wrong.get(name)!.push(...(await faults(page, LONG ? undefined : rules)).map((each) => `${where}: ${each}`));
      if (wears) await wear(page, wears, false);
    }
    await page.setViewportSize({ width: DESK.width, height: 900 });
  }
  await context.close();
  return wrong;
}

describe('门户的每一页', () => {
  for (const { name } of [DESK, ...IN_CHINESE]) {
    inBrowser(
      `SA014 ${name}：axe 没有一处错`,
      async () => {
        chinese ??= inChinese();
        expect((await chinese).get(name)).toEqual([]);
      },
      240_000,
    );
  }

  inBrowser(
    'SA014 英文：axe 没有一处错',
    async () => {
      const { page, context } = await open({ viewport: { width: DESK.width, height: 900 } }, '?lang=en');
      const wrong: string[] = [];
      for await (const where of everyPage(page, codes, isSample)) if (isSample(where)) wrong.push(...(await faults(page)).map((each) => `${where}: ${each}`));
      await context.close();
      expect(wrong).toEqual([]);
    },
    240_000,
  );

  inBrowser(
    '320像素宽，不用左右滚；大字版、英文也是',
    async () => {
      for (const look of ['', '?lang=en']) {
        const { page, context } = await open({ viewport: { width: 320, height: 700 }, javaScriptEnabled: false }, look);
        const wide: string[] = [];
        for await (const where of everyPage(page, codes)) {
          for (const { worn, over, who } of await widest(page, look ? [''] : ['', 'large-print'])) wide.push(`${look}${worn} ${where}: ${over} ${who}`);
        }
        await context.close();
        expect(wide).toEqual([]);
      }
    },
    240_000,
  );

  inBrowser(
    '大字版、高对比就是同一页换一个类名，页眉页脚里换一个链接：所以不必各走一遍；真走进去的一页也不用左右滚，axe 没有错',
    async () => {
      for (const [look, wears] of [
        ['?size=large', 'large-print'],
        ['?contrast=high', 'high-contrast'],
      ] as const) {
        const { page: plain, context: before } = await open({ viewport: { width: 320, height: 700 } }, '?size=normal');
        const { page, context } = await open({ viewport: { width: 320, height: 700 } }, look);
        for (const path of ['/', '/file/purpose', '/ways', '/follow']) {
          await Promise.all([plain.goto(path), page.goto(path)]);
          expect((await page.locator('html').getAttribute('class'))?.split(' ')).toContain(wears);
          expect(await htmlOf(page)).toBe(await htmlOf(plain));
          expect([path, await widest(page)]).toEqual([path, []]);
        }
        expect(await faults(page)).toEqual([]);
        await Promise.all([before.close(), context.close()]);
      }
    },
    60_000,
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

/** Puts the class of a look on the page, or takes it off. */
const wear = (page: Page, name: NonNullable<Look['wears']>, on: boolean) =>
  page.evaluate(([look, worn]) => void document.documentElement.classList.toggle(look, worn), [name, on] as const);

/** What a page says and how it is built, without the class of the look, the links that change it, and what is made anew for each visitor. */
const htmlOf = (page: Page): Promise<string> =>
  page.locator('html').evaluate((html) => {
    const copy = html.cloneNode(true) as HTMLElement;
    copy.className = '';
    for (const link of copy.querySelectorAll('a[href^="?"]')) link.replaceWith('…');
    for (const hidden of copy.querySelectorAll('input[type=hidden]')) hidden.remove();
    return copy.outerHTML;
  });

/** Where the page reaches beyond the window, by how much, and which element is the furthest; as it is, or in the class of each look. */
function widest(page: Page, looks: readonly string[] = ['']): Promise<{ worn: string; over: number; who: string }[]> {
  return page.evaluate((given) => {
    const html = document.documentElement;
    return given.flatMap((worn) => {
      if (worn) html.classList.add(worn);
      const { clientWidth, scrollWidth } = html;
      const furthest = [...document.querySelectorAll('body *')].find((one) => scrollWidth > clientWidth && one.getBoundingClientRect().right > clientWidth + 1);
      if (worn) html.classList.remove(worn);
      return scrollWidth > clientWidth ? [{ worn, over: scrollWidth - clientWidth, who: furthest ? `${furthest.tagName}.${furthest.className}` : '' }] : [];
    });
  }, looks);
}
