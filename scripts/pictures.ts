import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Page } from 'playwright-core';
import { orderly } from './orderly.ts';
import { smallPicture } from './picture.ts';

/**
 * `npm run pictures [-- --portal http://localhost:8080] [--office http://localhost:8081]`:
 * pictures of the real screens, taken from the demonstration county that is
 * running there, into docs/pictures. For the README, and to be looked at.
 */
const FOLDER = join(import.meta.dirname, '../docs/pictures');
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--lang=zh-CN', '--disable-background-networking', '--disable-sync'];
const PASSWORD = 'huiyin-demo-2026';

await orderly(async () => {
  const { values: at } = parseArgs({
    options: {
      portal: { type: 'string', default: 'http://localhost:8080' },
      office: { type: 'string', default: 'http://localhost:8081' },
      chromium: { type: 'string', default: 'chromium' },
    },
  });
  mkdirSync(FOLDER, { recursive: true });
  const browser = await chromium.launch({ executablePath: await whereIs(at.chromium), args: FLAGS });
  const open = async (baseURL: string, width: number, height: number) =>
    (
      await browser.newContext({ baseURL, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', viewport: { width, height }, deviceScaleFactor: width < 500 ? 2 : 1.5 })
    ).newPage();
  try {
    const desk = await open(at.office, 1280, 800);
    const answer = await desk.request.post('/api/directory/sign-in', { data: { login: 'zj01', password: PASSWORD }, headers: { origin: at.office } });
    if (!answer.ok()) throw new Error(`${at.office} lets nobody in: is the demonstration county running there?`);
    const { codes } = await (await desk.request.get('/api/demo/progress')).json();
    await officePictures(desk);
    await portalPictures(await open(at.portal, 390, 844), codes.find(({ what }: { what: string }) => what.startsWith('正在办理'))?.code ?? codes[0].code);
  } finally {
    await browser.close();
  }
});

async function officePictures(page: Page): Promise<void> {
  await page.goto('/desk', { waitUntil: 'networkidle' });
  await keep(page, 'desk');
  const { items } = await (await page.request.get('/api/casework/desk')).json();
  const shown = items.find(({ stage, clock }: { stage: string; clock: string }) => stage === 'inProgress' && clock === 'A14') ?? items[0];
  await page.goto(`/matters/${shown.region}/${shown.matter}`, { waitUntil: 'networkidle' });
  await keep(page, 'matter');
  await page.goto('/register', { waitUntil: 'networkidle' });
  await page.getByLabel(/^信里怎么写的/).fill('村口到小学那段路，八盏路灯坏了六盏，从九月坏到现在。孩子放学天就黑了，请派人来看看，给个回话。');
  await page.getByLabel(/^标题/).fill('村口到小学的路灯坏了六盏');
  await page.getByLabel(/^姓名/).fill('郑望舒');
  await page.getByLabel(/^标题/).blur();
  await keep(page, 'register');
}

async function portalPictures(page: Page, code: string): Promise<void> {
  const next = () => page.locator('.actions .btn:not(.plain)').first().click();
  await page.goto('/follow');
  await page.fill('#code', code);
  await page.click('main form .btn');
  await page.waitForURL('**/progress');
  await keep(page, 'progress', 1500);
  await page.goto('/file');
  await next();
  await page.check('#purpose-1');
  await next();
  await page.fill('#story', '2026年9月起，村口到小学的八盏路灯坏了六盏。\n找过村委会两次，说等等看。');
  await keep(page, 'file');
  await next();
  await page.fill('#where', '东柳村村口到小学');
  await next();
  await page.fill('#claim-1', '修好村口到小学的六盏路灯');
  await next();
  await page.check('#earlier-1');
  await next();
  await next();
  await page.check('#whom-1');
  await next();
  await page.check('#named-1');
  await page.fill('#name', '郑望舒');
  await next();
  await page.fill('#phone', '13900004411');
  await page.check('#way-2');
  await next();
  await page.click('form[action="/file/submit"] .btn');
  await page.locator('.ticket').waitFor();
  await keep(page, 'receipt', 1200);
}

/** From its top, as high as is said. */
async function keep(page: Page, name: string, height = page.viewportSize()!.height): Promise<void> {
  const { width } = page.viewportSize()!;
  await page.locator('h1').first().waitFor(); // a busy machine may be quiet before it has drawn anything
  await page.setViewportSize({ width, height });
  await page.evaluate(() => scrollTo(0, 0));
  const picture = await smallPicture(await page.screenshot());
  writeFileSync(join(FOLDER, `${name}.png`), picture);
  console.log(`docs/pictures/${name}.png  ${Math.round(picture.length / 1024)} KB`);
}

/** Under the name given, or where systems put it. */
async function whereIs(name: string): Promise<string> {
  const found = [name, ...(process.env['PATH'] ?? '').split(':').map((folder) => join(folder, name))].find((path) => path.includes('/') && existsSync(path));
  if (!found) throw new Error(`No ${name} here; give its place with --chromium`);
  return found;
}
