import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import type { Running } from './running.ts';
import { findProgram } from './programs.ts';

/** The real browser of the journeys: headless, alone with this machine. */
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

export const openBrowser = (): Promise<Browser> => chromium.launch({ executablePath: findProgram('chromium') ?? 'chromium', args: FLAGS });

interface Look extends BrowserContextOptions {
  readonly clock?: number; // how far its clock is from the real one, in milliseconds
}

export async function openPage(browser: Browser, { clock = 0, ...options }: Look = {}): Promise<Page> {
  const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', ...options });
  if (clock !== 0) await context.addInitScript(moveClock, clock);
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  return page;
}

/** Somebody at the workbench, already signed in. */
export async function openWorkbench(browser: Browser, { office, password }: Running, login: string, look: Look = {}): Promise<Page> {
  const page = await openPage(browser, { baseURL: office, ...look });
  const answer = await page.request.post('/api/directory/sign-in', { data: { login, password }, headers: { origin: office } });
  if (!answer.ok()) throw new Error(`${login} is not let in: ${await answer.text()}`);
  return page;
}

function moveClock(by: number): void {
  const RealDate = Date;
  globalThis.Date = class extends RealDate {
    constructor(...given: [value?: never]) {
      super(...((given.length === 0 ? [RealDate.now() + by] : given) as [number]));
    }
    static override now = () => RealDate.now() + by;
  } as DateConstructor;
}
