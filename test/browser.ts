import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';
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
  await moveClockTo(context, clock);
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  return page;
}

/** Somebody at the workbench, already signed in. */
export async function openWorkbench(browser: Browser, running: Running, login: string, look: Look = {}): Promise<Page> {
  const page = await openPage(browser, { baseURL: running.office, ...look });
  await signIn(page, running, login);
  return page;
}

/**
 * Somebody else sits down at the same desk, on the same or another day: nothing
 * is left of whoever sat there but the files of the workbench, which are not
 * fetched and compiled again.
 */
export async function sitDown(page: Page, running: Running, login: string, clock = 0): Promise<void> {
  const context = page.context();
  await page.evaluate(async () => {
    localStorage.clear();
    sessionStorage.clear();
    for (const { name } of await indexedDB.databases()) if (name) indexedDB.deleteDatabase(name);
  });
  await page.goto('about:blank');
  await context.clearCookies();
  await moveClockTo(context, clock);
  await signIn(page, running, login);
}

async function signIn(page: Page, { office, password }: Running, login: string): Promise<void> {
  const answer = await page.request.post('/api/directory/sign-in', { data: { login, password }, headers: { origin: office } });
  if (!answer.ok()) throw new Error(`${login} is not let in: ${await answer.text()}`);
}

/** How far the clock of each context is moved: what it is moved by once more comes on top. */
const moved = new WeakMap<BrowserContext, number>();
async function moveClockTo(context: BrowserContext, clock: number): Promise<void> {
  const by = clock - (moved.get(context) ?? 0);
  if (by !== 0) await context.addInitScript(moveClock, by);
  moved.set(context, clock);
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

/**
 * From now on a paper that is fetched to be looked at beside its draft stands
 * there as a line that says its size: the program makes each of them as before,
 * but the viewer of the browser, which is not ours, need not draw them all.
 */
export async function withoutViewer(page: Page): Promise<void> {
  if (process.env['HUIYIN_LOOK'] === undefined) await page.context().addInitScript(sayTheSize);
}

function sayTheSize(): void {
  const make = URL.createObjectURL.bind(URL);
  URL.createObjectURL = (made: Blob | MediaSource) => {
    const isPaper = made instanceof Blob && made.type.startsWith('application/pdf');
    return make(isPaper ? new Blob([`PDF, ${made.size} B`], { type: 'text/plain' }) : made);
  };
}
