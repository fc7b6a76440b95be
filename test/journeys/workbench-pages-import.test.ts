import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject } from 'vitest';
import { openBrowser, openWorkbench } from '../browser.ts';
import { signIn } from '../official.ts';
import { findProgram, itNeeding } from '../programs.ts';
import { done, refused } from '../refusals/way.ts';
import { type Shared, sharedProgram } from '../running-shared.ts';

/** A file of another system, brought in at the workbench: tried, done, done again; what is turned down says why. */
const MARK = String(process.pid);
const FILE = [
  '编号,标题,内容,收到时间,姓名,电话',
  `${MARK}-1,望江路公交站牌倒了,望江路西口的站牌倒了半个月，没有人扶起来。,2026-03-02 09:10,费鸣谦,13900007701`,
  `${MARK}-2,菜场后门夜里没有灯,菜场后门到河边一段夜里没有灯，老人不敢走。,2026-03-03 15:40,费鸣谦,13900007701`,
  `${MARK}-3,写错日期的一件,这一行的日期写错了。,三月初,费鸣谦,13900007701`,
].join('\n');

let running: Shared;
let browser: Browser | undefined;

beforeAll(async () => {
  if (!findProgram('chromium')) return;
  running = await sharedProgram(inject('running'));
  browser = await openBrowser();
}, 240_000);
afterAll(() => browser?.close());

describe('在工作台导入一个文件', () => {
  itNeeding('chromium')(
    'SC019 先试做、再导入；再导一遍没有第二份；退回的行有原因，可以下载',
    async () => {
      const page = await openWorkbench(browser!, running, 'xf02', { viewport: { width: 1280, height: 860 } });
      const main = page.locator('main');
      const bring = async () => {
        await page.goto('/import');
        await page.setInputFiles('input[type=file]', [{ name: '旧系统.csv', mimeType: 'text/csv', buffer: Buffer.from(FILE) }]);
        await main.getByLabel('渠道是哪一栏').selectOption({ label: '每件都是来信' });
        await main.getByRole('button', { name: /^试做一遍/ }).click();
        await main.getByRole('heading', { name: '试做的结果' }).waitFor();
      };

      await bring();
      expect(await main.textContent()).toContain('共 3 行 ＝ 可以登记 2 件 ＋ 先前已登记 0 件 ＋ 退回 1 件');
      await main.getByRole('button', { name: '导入 2 件' }).click();
      await main.getByRole('button', { name: '确定导入 2 件' }).click();
      await main.getByRole('heading', { name: '已经导入' }).waitFor();
      expect(await main.textContent()).toContain('新登记 2 件');
      expect(await main.textContent()).toMatch(/第 4 行：.*三月初/);
      const waiting = page.waitForEvent('download');
      await main.getByRole('link', { name: /^下载退回的 1 行/ }).click();
      const rejected = await (await waiting).createReadStream();
      const chunks: Buffer[] = [];
      for await (const chunk of rejected) chunks.push(chunk as Buffer);
      expect(Buffer.concat(chunks).toString()).toContain(`${MARK}-3,写错日期的一件`);

      await bring();
      expect(await main.textContent()).toContain('可以登记 0 件 ＋ 先前已登记 2 件 ＋ 退回 1 件');
      await page.context().close();
    },
    120_000,
  );

  itNeeding('chromium')(
    '承办人不能导入；不是表格的文件说清楚',
    async () => {
      const [clerk, keeper] = await Promise.all([signIn(running, 'xf02'), signIn(running, 'mj01')]);
      const form = (name: string, text: string) => {
        const body = new FormData();
        body.append('file', new File([text], name));
        return body;
      };
      refused(await keeper.send('/api/intake/imports', form('a.csv', FILE)), 'NotAllowed', '接访办信人员');
      refused(await clerk.send('/api/intake/imports', form('a.exe', 'MZ')), 'Invalid', /CSV、JSONL、XLSX/);
      refused(await clerk.send('/api/intake/imports', form('a.xlsx', 'no archive')), 'Invalid', '打不开');
      const opened = done(await clerk.send('/api/intake/imports', form('a.csv', FILE)));
      const run = { columns: { text: '内容' }, source: '旧系统', dryRun: true };
      refused(await clerk.post(`/api/intake/imports/${opened.import}/run`, run), 'Invalid', '还没有指定“收到时间”“渠道”');
      const other = await signIn(running, 'xf03');
      refused(await other.get(`/api/intake/imports/${opened.import}`), 'NotFound', '重新选择');
    },
    120_000,
  );
});
