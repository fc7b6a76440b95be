import type { Browser, Page } from 'playwright-core';
import { openPage } from '../browser.ts';
import type { Running } from '../running.ts';
import { until } from '../runtime/program.ts';

/** Somebody with an old phone, without JavaScript, at a place of their own: what is typed wrong there is counted there alone. */
let places = 0;

export function onThePhone(browser: Browser, { portal }: Running): Promise<Page> {
  places += 1;
  const from = `10.8.${process.pid % 250}.${places % 250}`;
  return openPage(browser, { baseURL: portal, javaScriptEnabled: false, viewport: { width: 390, height: 844 }, extraHTTPHeaders: { 'x-forwarded-for': from } });
}

export const textOf = async (page: Page): Promise<string> => ((await page.textContent('main')) ?? '').replaceAll(/\s+/g, ' ');

/** With the code, until the page is there and says it: what the office did arrives within a minute. */
export async function follows(page: Page, code: string, ...words: readonly (string | RegExp)[]): Promise<string> {
  let said = '';
  const holds = () => words.every((one) => (typeof one === 'string' ? said.includes(one) : one.test(said)));
  const isIn = () => new URL(page.url()).pathname.startsWith('/progress');
  let tries = 0;
  try {
    await until(async () => {
      if (isIn()) await page.goto('/progress');
      else if (tries % 5 === 0) {
        await page.goto('/follow');
        await page.fill('#code', code);
        await page.click('main form .btn');
      }
      tries += 1;
      said = await textOf(page);
      return isIn() && holds();
    }, 60);
  } catch (error) {
    throw new Error(`${(error as Error).message}; wanted ${words.join(' | ')}; the page says: ${said}`);
  }
  return said;
}

/** The code on a receipt or after joining, without its blanks. */
export const bigCode = async (page: Page): Promise<string> => ((await page.textContent('.bigcode')) ?? '').replaceAll(/\s/g, '');

export const next = (page: Page) => page.locator('.actions .btn:not(.plain)').first().click();
