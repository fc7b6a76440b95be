import type { Page, Request } from 'playwright-core';
import { until } from '../runtime/program.ts';
import { handsOn } from './hands.ts';

/** What is done with papers on the page of a matter, from the first blank to the return slip. */
export function papersOn(page: Page) {
  const { main, press, agree, select, write } = handsOn(page);
  const asked = page.getByRole('group', { name: '办之前再问一次' });
  const isWhole = async () => (await main.getByText('都齐了', { exact: true }).count()) > 0;

  return {
    /** Begins it, fills it in, waits until nothing is missing. */
    async draft(name: string, fill: () => Promise<void>): Promise<void> {
      await page.locator('#papers').getByRole('button', { name, exact: true }).click();
      await page.getByRole('heading', { name: /前要齐的/ }).waitFor();
      await fill();
      await main.getByText('都齐了', { exact: true }).waitFor();
    },
    /** What the checklist names, by its label; what nobody knows is thrown. The list is the server's: it has not heard yet of what was written a moment ago. */
    async fillIn(known: Readonly<Record<string, string>>): Promise<void> {
      const saved: string[] = [];
      const note = (request: Request) => void (isSave(request) && saved.push(request.postData() ?? ''));
      page.on('requestfinished', note);
      for (let round = 0; round < 4 && !(await isWhole()); round += 1) {
        const labels = (await page.locator('.checklist li b').allTextContents()).map((label) => label.trim());
        const unknown = labels.find((label) => known[label] === undefined);
        if (unknown !== undefined && round > 0) throw new Error(`Nothing is known for the blank ${unknown}`);
        const texts = labels.flatMap((label) => (known[label] === undefined ? [] : [[label, known[label]] as const]));
        for (const [label, text] of texts) await main.getByLabel(label, { exact: true }).first().fill(text);
        const last = texts.at(-1)?.[1];
        if (last === undefined)
          await page.waitForTimeout(1_500); // until what was written before begins to be saved
        else await until(() => saved.some((body) => body.includes(JSON.stringify(last))), 20).catch(() => {}); // or it stood there already
        await page.getByText(/已自动存/).waitFor();
      }
      page.off('requestfinished', note);
    },
    /** Where the day itself did something in between, the page is looked at again, as its refusal says. */
    async number(): Promise<void> {
      const again = main.getByRole('button', { name: '看最新情况' });
      for (let tries = 0; tries < 2; tries += 1) {
        await press(/^(取号并)?用印/);
        await asked.getByRole('button', { name: /^确定/ }).click();
        await Promise.race([page.waitForURL('**/*at=papers'), again.waitFor()]);
        if (page.url().includes('at=papers')) return;
        await again.click();
        await again.waitFor({ state: 'detached' });
      }
      throw new Error('No number was given');
    },
    /** By registered post: the number of the letter is the evidence. */
    async send(name: string, mailNo: string, address: string): Promise<void> {
      await press(`登记发出：${name}`);
      await select(/怎样送/, '邮寄');
      await write(/单号/, mailNo);
      await write(/收件地址/, address);
      await agree('登记发出');
    },
    async arrived(name: string, on: string): Promise<void> {
      await press(`登记送达：${name}`);
      await write(/回执/, '回执已收回，本人签收');
      await write(/哪天收到/, on);
      await agree('登记送达');
    },
  };
}

const isSave = (request: Request) => request.method() === 'POST' && /\/drafts\/[^/]+$/.test(new URL(request.url()).pathname);
