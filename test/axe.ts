import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** What is asked of every page: WCAG 2.2 at AA, and what axe calls good practice. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What axe calls wrong on the page as it is now, all rules or only some. It is
 * read into a document once, however often it is asked there, and works in the
 * page itself, not in a second one that is opened for each answer.
 */
export async function faults(page: Page, rules?: readonly string[]): Promise<string[]> {
  const known = await page.evaluate(() => 'axe' in globalThis);
  const asked = new AxeBuilder({ page, ...(known && { axeSource: 'void 0' }) })
    .options({ resultTypes: ['violations'] })
    .setLegacyMode()
    .exclude('iframe');
  const { violations } = await (rules ? asked.withRules([...rules]) : asked.withTags(TAGS)).analyze();
  return violations.map(({ id, nodes }) => `${id} ${nodes[0]?.target.join(' ')}`);
}
