import type { Locator, Page } from 'playwright-core';

/** The hands of somebody at the workbench with a mouse: fields by their labels, groups by their question, an act asked once and confirmed once. */
export function handsOn(page: Page) {
  const main = page.locator('main');

  return {
    main,
    /** One of the acts that the matter's page offers. */
    async open(act: string): Promise<void> {
      await main.locator('.can').getByRole('button', { name: act, exact: true }).click();
      await main.getByRole('form').first().waitFor();
    },
    write: (label: string | RegExp, text: string, within: Locator = main): Promise<void> => within.getByLabel(label).first().fill(text),
    press: (name: string | RegExp): Promise<void> => main.getByRole('button', { name }).first().click(),
    pick: (group: string | RegExp, choice: string | RegExp, within: Locator = main): Promise<void> =>
      within.getByRole('group', { name: group }).getByLabel(choice, { exact: true }).check(),
    /** One line of a list that opens. */
    async select(label: string | RegExp, line: string, within: Locator = main): Promise<void> {
      const list = within.getByLabel(label).first();
      const value = await list.locator('option').filter({ hasText: line }).first().getAttribute('value');
      await list.selectOption(value);
    },
    /** Lines of a list that is searched; several where it takes several. */
    async units(label: string | RegExp, ...names: readonly string[]): Promise<void> {
      for (const name of names) await choose(main.getByRole('combobox', { name: label }), name);
      await page.keyboard.press('Escape');
      await page.locator('.ant-select-dropdown:visible').first().waitFor({ state: 'hidden' }); // or the next list would be looked for in this one
    },
    /** A no is thrown with its sentence. */
    async agree(label: string): Promise<void> {
      const no = await answerOnceMore(label);
      if (no !== undefined) throw new Error(`Refused: ${no}`);
    },
    /** What must be refused; gives the sentence. */
    async refused(label: string): Promise<string> {
      const no = await answerTo(label);
      if (no === undefined) throw new Error(`Not refused: ${label}`);
      return no;
    },
  };

  /** Chosen once it stands in the box: a list that is still moving is missed by a click, and whoever sees that clicks again. */
  async function choose(box: Locator, name: string, again = 2): Promise<void> {
    await box.click();
    await box.fill(name);
    await page.locator('.ant-select-dropdown:visible').getByText(name).first().click();
    const field = box.locator('xpath=ancestor::*[contains(concat(" ", @class, " "), " ant-select ")][1]');
    const stands = field.getByText(name).first();
    await stands.waitFor({ timeout: again > 0 ? 3000 : 20_000 }).catch((missed) => {
      if (again === 0) throw missed;
      return choose(box, name, again - 1);
    });
  }

  /** Where the day itself did something in between, the page is looked at again, as its refusal says. */
  async function answerOnceMore(label: string): Promise<string | undefined> {
    const no = await answerTo(label);
    if (!no || !/刚被他人办理|系统刚在此件上记了/.test(no)) return no;
    await main.getByRole('button', { name: '看最新情况' }).click();
    await main.locator('form').getByRole('alert').first().waitFor({ state: 'detached' });
    return answerTo(label);
  }

  async function answerTo(label: string): Promise<string | undefined> {
    await main
      .locator('form')
      .getByRole('button', { name: new RegExp(`^${label}`) })
      .click();
    const question = main.getByRole('group', { name: '办之前再问一次' });
    await question.getByRole('button', { name: new RegExp(`^确定${label}`) }).click();
    await question.waitFor({ state: 'detached' });
    const no = main.locator('form').getByRole('alert');
    return (await no.count()) > 0 ? ((await no.first().textContent()) ?? '') : undefined;
  }
}
