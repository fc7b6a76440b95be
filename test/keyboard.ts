import type { Locator, Page } from 'playwright-core';

/** The hands of somebody who works without a mouse: every field is reached by Tab, every act is done by a key. */
const ENOUGH = 250; // stops of one page

/** Goes there with the Tab key; where it is not reached, says what was passed. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.first().waitFor({ state: 'attached' });
  const isThere = () => target.first().evaluate((element) => element === document.activeElement);
  const passed: string[] = [];
  for (let pressed = 0; pressed < ENOUGH; pressed += 1) {
    if (await isThere()) return;
    await page.keyboard.press('Tab');
    passed.push(await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent?.slice(0, 12) ?? ''));
  }
  throw new Error(`Not to be reached with Tab: ${target}; passed ${[...new Set(passed)].join(' | ')}`);
}

/** Writes into the field of this label, over what stands there. */
export async function write(page: Page, label: string | RegExp, text: string): Promise<void> {
  await tabTo(page, page.locator('main').getByLabel(label));
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(text);
}

/** One of a group of radios: Tab comes to the group, the arrows walk in it, the blank takes the first. */
export async function pick(page: Page, group: string | RegExp, choice: string | RegExp): Promise<void> {
  const radios = page.getByRole('group', { name: group }).getByRole('radio');
  const wanted = page.getByRole('group', { name: group }).getByRole('radio', { name: choice });
  await wanted.waitFor({ state: 'attached' });
  const stop = (await radios.locator('xpath=self::*[@checked]').count()) > 0 ? radios.locator('xpath=self::*[@checked]') : radios;
  await tabTo(page, stop);
  if (await wanted.evaluate((one: HTMLInputElement) => one === document.activeElement)) await page.keyboard.press('Space');
  for (let step = 0; step < 12 && !(await wanted.isChecked()); step += 1) await page.keyboard.press('ArrowDown');
  if (!(await wanted.isChecked())) throw new Error(`${choice} is not to be chosen with the arrows`);
}

/** One line of a list that opens: the arrows walk it. */
export async function select(page: Page, label: string | RegExp, choice: string): Promise<void> {
  const list = page.locator('main').getByLabel(label);
  await tabTo(page, list);
  const chosen = () => list.first().evaluate((element) => (element as HTMLSelectElement).selectedOptions[0]?.textContent ?? '');
  for (let step = 0; step < 40 && !(await chosen()).includes(choice); step += 1) await page.keyboard.press('ArrowDown');
  if (!(await chosen()).includes(choice)) throw new Error(`${choice} is not in the list ${label}`);
}

/** A list that is searched: some characters, then the first that is found. */
export async function search(page: Page, label: string | RegExp, text: string): Promise<void> {
  const box = page.locator('main').getByRole('combobox', { name: label });
  await tabTo(page, box);
  await page.keyboard.insertText(text);
  await page.locator('.ant-select-dropdown:visible').getByText(text).first().waitFor();
  await page.keyboard.press('Enter');
  await page.locator('main .ant-select').filter({ hasText: text }).first().waitFor();
}

/** The act of the form: asked once, confirmed once. */
export async function confirm(page: Page): Promise<void> {
  await page.keyboard.press('Control+Enter');
  await page.getByRole('group', { name: '办之前再问一次' }).waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('group', { name: '办之前再问一次' }).waitFor({ state: 'detached' });
}

/** Presses a button or follows a link. */
export async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

/** One row of a table: the table is one stop of the Tab key, the arrows walk its rows. */
export async function goToRow(page: Page, name: string): Promise<void> {
  await page.getByRole('row', { name }).first().waitFor();
  await tabTo(page, page.locator('main tbody tr[tabindex="0"]'));
  const label = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
  for (let step = 0; step < ENOUGH && !(await label()).includes(name); step += 1) await page.keyboard.press('ArrowDown');
  if (!(await label()).includes(name)) throw new Error(`No row is named ${name}`);
}
