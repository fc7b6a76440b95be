import type { Locator, Page } from 'playwright-core';

/** The hands of somebody who works without a mouse: every field is reached by Tab, every act is done by a key. */
const ENOUGH = 250; // stops of one page

/**
 * Goes there with the Tab key; where it is not reached, says what was passed.
 * The target is marked, so that the way to it is not looked up at every stop;
 * now and then it is looked up again, for a page that was drawn anew meanwhile.
 */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.first().waitFor({ state: 'attached' });
  const mark = () =>
    target.first().evaluate((element) => {
      for (const old of document.querySelectorAll('[data-sought]')) old.removeAttribute('data-sought');
      element.setAttribute('data-sought', '');
      return element === document.activeElement;
    });
  const passed = new Set<string>();
  for (let pressed = 0; pressed < ENOUGH; pressed += 1) {
    if (pressed % 12 === 0 && (await mark())) return;
    await page.keyboard.press('Tab');
    const { there, at } = await page.evaluate(() => {
      const { activeElement: now } = document;
      return { there: now?.hasAttribute('data-sought') ?? false, at: now?.getAttribute('aria-label') ?? now?.textContent?.slice(0, 12) ?? '' };
    });
    if (there) return;
    passed.add(at);
  }
  throw new Error(`Not to be reached with Tab: ${target}; passed ${[...passed].join(' | ')}`);
}

/** Writes into the field of this label, over what stands there. */
export async function write(page: Page, label: string | RegExp, text: string, within = page.locator('main')): Promise<void> {
  await tabTo(page, within.getByLabel(label));
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(text);
}

/** A day, digit by digit, in the order in which this browser asks for year, month and day. */
export async function writeDay(page: Page, label: string | RegExp, day: string, within = page.locator('main')): Promise<void> {
  const field = within.getByLabel(label);
  const [year = '', month = '', date = ''] = day.split('-');
  for (const typed of [`${month}${date}${year}`, `${year}\t${month}${date}`]) {
    await tabTo(page, field);
    await page.keyboard.type(typed);
    if ((await field.inputValue()) === day) return;
    await page.keyboard.press('Shift+Tab');
  }
  throw new Error(`${day} is not to be typed into ${label}: ${await field.inputValue()}`);
}

/** One of a group of radios: Tab comes to the group, the arrows walk in it, the blank takes the first. */
export async function pick(page: Page, group: string | RegExp, choice: string | RegExp, within = page.locator('main')): Promise<void> {
  const radios = within.getByRole('group', { name: group }).getByRole('radio');
  const wanted = within.getByRole('group', { name: group }).getByRole('radio', { name: choice });
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

/** A list that is searched: some characters, then the arrows to the line that is meant. */
export async function search(page: Page, label: string | RegExp, text: string): Promise<void> {
  await tabTo(page, page.locator('main').getByRole('combobox', { name: label }));
  await page.keyboard.insertText(text);
  const list = page.locator('.ant-select-dropdown:visible');
  await list.getByText(text).first().waitFor();
  const marked = list.locator('.ant-select-item-option-active, .ant-select-tree-treenode-active');
  const isThere = async () => (await marked.allTextContents()).some((line) => line.includes(text));
  for (let step = 0; step < 20 && !(await isThere()); step += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.locator('main .ant-select').filter({ hasText: text }).first().waitFor();
}

/** The act of the form: asked once, confirmed once. A no is thrown with its sentence. */
export async function confirm(page: Page): Promise<void> {
  const question = page.getByRole('group', { name: '办之前再问一次' });
  await page.keyboard.press('Control+Enter');
  await question.waitFor();
  await page.keyboard.press('Control+Enter');
  await question.waitFor({ state: 'detached' });
  const no = page.locator('form').getByRole('alert');
  if ((await no.count()) > 0) throw new Error(`Refused: ${await no.first().textContent()}`);
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
