import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import lighthouse from 'lighthouse';
import { chromium, type Page } from 'playwright-core';
import { keysOfCode, newQueryCode } from '#contexts/intake/index.ts';
import { siteOf } from '#contexts/transparency/index.ts';
import { publish } from '#contexts/transparency/publish.ts';
import { openDatabase } from '#platform/database.ts';
import { migrate } from '#platform/migrate.ts';
import { changeAddress } from '#platform/postgres/running.ts';
import { delivered, overdue, pageOf } from '../test/portal-stories.ts';
import { openPortalApp, openPortalNeeds, REGION } from '../test/portal.ts';
import { startTestPostgres } from '../test/postgres.ts';
import { findProgram } from '../test/programs.ts';
import { atLeast, machine, markdown, plain } from './table.ts';

/**
 * Lighthouse on the pages of the portal: accessibility of each (at least 95),
 * and the median of five performance runs of the first page. Needs Chromium.
 */
const PORT = 8229;
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
const OPEN = ['/', '/file', '/follow', '/resume', '/offices', '/join', '/notices', '/law', '/ways', '/privacy', '/accessibility', '/accusation', '/feedback'];
const WITH_CODE = ['/progress/1', '/progress/2', '/rate/1', '/complain/1', '/supplement', '/contact', '/opened', '/my-information', '/withdraw/1'];
const WITH_DRAFT = ['/file/purpose', '/file/story', '/file/claims', '/file/files', '/file/way', '/file/stop'];

export interface PortalFigures {
  readonly accessibility: Readonly<Record<string, number>>;
  readonly performance: number; // median of five, first page
}

export async function measurePortal(): Promise<PortalFigures> {
  const executablePath = findProgram('chromium');
  if (!executablePath) throw new Error('Chromium is missing here');
  const server = await startTestPostgres({ fsync: 'off' });
  await migrate(server.url('postgres'));
  const as = (role: string) => openDatabase(changeAddress(server.url('postgres'), { role }));
  const [db, worker] = [as('huiyin_portal'), as('huiyin_worker')];
  const now = () => new Date('2026-09-22T02:00:00Z');
  const needs = await openPortalNeeds(db, now);
  const code = newQueryCode(siteOf(needs.directory.current(), REGION, {}).prefix);
  const { id, box } = keysOfCode(needs.pepper, 'query', code);
  await publish(
    worker.sql,
    { region: REGION, code_hmac: id, code_key: box.publicKey, expires_at: new Date('2030-01-01'), revoked_at: null },
    pageOf([delivered, overdue]),
    now(),
  );
  const app = await openPortalApp(needs);
  const origin = await app.listen({ host: '127.0.0.1', port: 0 });
  const browser = await chromium.launch({ executablePath, args: [...FLAGS, `--remote-debugging-port=${PORT}`] });
  try {
    const cookie = await enter(await browser.newPage(), origin, code);
    const accessibility: Record<string, number> = {};
    for (const path of [...OPEN, ...WITH_CODE, ...WITH_DRAFT]) accessibility[path] = await score(origin + path, 'accessibility', cookie);
    const runs: number[] = [];
    for (let run = 0; run < 5; run += 1) runs.push(await score(`${origin}/`, 'performance'));
    return { accessibility, performance: runs.sort((one, other) => one - other)[2]! };
  } finally {
    await browser.close();
    await app.close();
    await Promise.all([db.close(), worker.close()]);
    await server.stop();
  }
}

/** The cookies of somebody who has a draft and a code: with them the pages behind these open too. */
async function enter(page: Page, origin: string, code: string): Promise<string> {
  await page.goto(`${origin}/file`);
  await page.click('.actions .btn');
  await page.waitForURL('**/file/purpose');
  await page.goto(`${origin}/follow`);
  await page.fill('#code', code);
  await page.click('main form .btn');
  await page.waitForURL('**/progress');
  const cookies = await page.context().cookies();
  await page.close();
  return cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
}

async function score(url: string, category: 'accessibility' | 'performance', cookie = ''): Promise<number> {
  const extraHeaders = cookie ? { cookie } : undefined;
  const result = await lighthouse(url, { port: PORT, output: 'json', logLevel: 'error', onlyCategories: [category], ...(extraHeaders && { extraHeaders }) });
  if (result && new URL(result.lhr.finalDisplayedUrl).pathname !== new URL(url).pathname) throw new Error(`${url} led elsewhere`);
  return Math.round((result?.lhr.categories[category]?.score ?? 0) * 100);
}

/** Prints the figures and keeps them in docs/figures/lighthouse.md. @returns how the process ends */
export async function reportPortal(): Promise<number> {
  const busy = loadavg()[0]!;
  const { accessibility, performance } = await measurePortal();
  const figures = [
    ...Object.entries(accessibility).map(([path, points]) => atLeast(`accessibility of ${path}`, points, 95)),
    plain('performance of /, median of five', String(performance)),
  ];
  const text = markdown(
    figures,
    [`${new Date().toISOString().slice(0, 10)}; ${machine()}; load of the machine when it began: ${busy.toFixed(1)}.`],
    'Figures of `npm run bench -- --only portal` (Lighthouse)',
  );
  writeFileSync(join(import.meta.dirname, '../docs/figures/lighthouse.md'), text);
  console.log(text);
  return figures.every(({ reached }) => reached !== false) ? 0 : 1;
}
