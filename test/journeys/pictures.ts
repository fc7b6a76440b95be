import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { smallPicture } from '../../scripts/picture.ts';

/**
 * Pictures that a journey takes on its way, on demand only:
 * HUIYIN_PICTURES=docs/pictures/journeys keeps those that the documentation
 * shows; with HUIYIN_LOOK=<folder> every screen is taken, wide and narrow, to be looked at.
 */
const [KEEP, LOOK] = [process.env['HUIYIN_PICTURES'], process.env['HUIYIN_LOOK']];
const WIDTHS = [1280, 390];
const TALLEST = 1700; // of a picture that is kept
const MOST = 90 * 1024;

interface Kept {
  readonly keep?: boolean;
  readonly from?: string; // the element with which the picture begins
  readonly height?: number;
}

export async function look(page: Page, name: string, { keep = false, from, height = TALLEST }: Kept = {}): Promise<void> {
  if (LOOK) await everyWidth(page, LOOK, name);
  if (!KEEP || !keep) return;
  const { width } = page.viewportSize()!;
  const top = from ? ((await page.locator(from).first().boundingBox())?.y ?? 0) + (await page.evaluate(() => scrollY)) - 12 : 0;
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  const clip = { x: 0, y: Math.max(0, top), width, height: Math.min(height, whole - Math.max(0, top)) };
  mkdirSync(KEEP, { recursive: true });
  writeFileSync(join(KEEP, `${name}.png`), await smallPicture(await page.screenshot({ fullPage: true, clip }), MOST));
}

async function everyWidth(page: Page, folder: string, name: string): Promise<void> {
  const before = page.viewportSize()!;
  mkdirSync(folder, { recursive: true });
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: width < 500 ? 844 : 900 });
    await page.evaluate(() => scrollTo(0, 0));
    await page.waitForTimeout(250); // what depends on the width is drawn again
    await page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: true });
  }
  await page.setViewportSize(before);
}
