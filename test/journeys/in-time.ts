import { rmSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, openPage, openWorkbench } from '../browser.ts';
import { clockIn } from '../moved-clock.ts';
import { type Official, signIn } from '../official.ts';
import { newFolder, startRunning, type Started } from '../running.ts';

/** A program of its own whose clock is moved, for a journey that lasts for weeks: whoever sits down sits down on that day. */
export interface InTime {
  readonly running: Started;
  readonly browser: Browser;
  now(): Date;
  /** For a letter of a moment ago, by this clock. */
  justNow(): { readonly receivedAt: string };
  /** So many days before or after the real today; never back. */
  day(number: number): Promise<void>;
  /** Somebody at the workbench. Whoever sat there before has gone. */
  sits(login: string, place: string): Promise<Page>;
  /** The same person without a screen, signed in on this day. */
  calls(login: string): Promise<Official>;
  /** The holder of a query code, on a phone without scripts. */
  follows(code: string): Promise<Page>;
  stop(): Promise<void>;
}

const WIDE = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };

export async function openInTime(firstDay: number): Promise<InTime> {
  const folder = newFolder();
  const clock = clockIn(`${folder.folder}.clock`);
  await clock.set(firstDay);
  const env = { ...clock.env, HUIYIN_CALLS_A_MINUTE: '100000' };
  const [running, browser] = await Promise.all([startRunning({ data: folder.folder, env }), openBrowser()]);
  let [today, at] = [firstDay, undefined as Page | undefined];

  return {
    running,
    browser,
    now: clock.now,
    justNow: () => ({ receivedAt: new Date(clock.now().getTime() - 60_000).toISOString() }),
    async day(number) {
      today = number;
      await clock.set(number);
    },
    async sits(login, place) {
      await at?.context().close();
      at = await openWorkbench(browser, running, login, { clock: clock.offset(), viewport: WIDE });
      await at.goto(place);
      return at;
    },
    calls: (login) => signIn(running, login, `${today}`),
    async follows(code) {
      await at?.context().close();
      at = await openPage(browser, { baseURL: running.portal, javaScriptEnabled: false, viewport: PHONE });
      await at.goto('/follow');
      await at.fill('#code', code);
      await at.click('main form .btn');
      return at;
    },
    async stop() {
      await browser.close();
      await running.stop();
      folder.remove();
      rmSync(`${folder.folder}.clock`, { force: true });
    },
  };
}
