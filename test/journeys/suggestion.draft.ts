import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject } from 'vitest';
import { openBrowser, openPage, openWorkbench } from '../browser.ts';
import { signIn } from '../official.ts';
import { findProgram, itNeeding } from '../programs.ts';
import { ask, CLASSIFY, done } from '../refusals/way.ts';
import { type Shared, sharedProgram } from '../running-shared.ts';
import { until } from '../runtime/program.ts';

/** Journey (c): a suggestion, made in English on a phone, is studied, adopted and answered from a phone too. */
const TITLE = 'Bus line 6 should stop at the health centre';
const STORY = `Old people walk 900 metres from the stop at Hehua Road to the health centre. The bus passes its door without stopping. (${process.pid})`;
const CLAIM = 'Let line 6 stop at the door of the health centre';
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true } as const;

let running: Shared;
let browser: Browser | undefined;
let citizen: Page;
let clerk: Page;
let address = ''; // of the matter at the workbench

beforeAll(async () => {
  if (!findProgram('chromium')) return;
  running = await sharedProgram(inject('running'));
  browser = await openBrowser();
}, 180_000);
afterAll(() => browser?.close());

describe('一条建议，手机上提，手机上办', () => {
  itNeeding('chromium')(
    '不变量 29 SC043 英文提出；受理、研究、采纳、送达，自动办结；有贡献的另行决定奖励',
    async () => {
      const no = await suggests();
      await isReferred(no);
      await isStudied();
      await shows('Being studied');
      await isAdopted();
      await shows('Concluded');
      await isRewarded();
    },
    180_000,
  );
});

/** Seven questions fewer than a claim would need are not asked differently: the same pages, in English. */
async function suggests(): Promise<string> {
  citizen = await openPage(browser!, { baseURL: running.portal, ...PHONE });
  await citizen.goto('/?lang=en');
  await citizen.click('a[href="/file"]');
  const next = () => citizen.locator('.actions .btn:not(.plain)').first().click();
  await next();
  await citizen.check('#purpose-2');
  await next();
  await citizen.fill('#story', STORY);
  await citizen.fill('#title', TITLE);
  await next();
  await citizen.fill('#where', 'Hehua Road');
  await next();
  await citizen.fill('#claim-1', CLAIM);
  await next();
  await citizen.check('#earlier-1');
  await next();
  await next();
  await citizen.check('#whom-1');
  await next();
  await citizen.check('#named-1');
  await citizen.fill('#name', '颜知夏');
  await next();
  await citizen.fill('#phone', '13900005566');
  await citizen.check('#way-1');
  await next();
  await citizen.fill('#address', '荷花路3号');
  await next();
  await citizen.click('form[action="/file/submit"] .btn');
  await citizen.locator('.ticket').waitFor();
  const [no = ''] = /990421-S-\d{4}-\d+-\w/.exec((await citizen.textContent('.ticket')) ?? '') ?? [];
  return no;
}

/** At the county's desk, by helper calls: the screens of that are in another journey. */
async function isReferred(no: string): Promise<void> {
  const [desk, triage] = [await signIn(running, 'xf03'), await signIn(running, 'xf04')];
  const find = async () => done(await desk.get('/api/intake/waiting')).rows.find((one: { no: string }) => one.no === no);
  await until(async () => (await find()) !== undefined, 30);
  const { region, intake } = await find();
  const page = done(await triage.get(`/api/intake/${region}/${intake}`));
  const classify = { ...CLASSIFY, kind: 'suggestion', purpose: 'suggestion', category: '1503' };
  const parts = [{ title: page.title, text: page.text, claims: page.claims, accusation: false, classify }];
  const { matters } = done(await triage.post(`/api/intake/${region}/${intake}/open`, { seen: page.n, parts }));
  done(await ask(triage, { ...matters[0], intake, code: '' }, 'refer', { to: 'qinghe/transport' }));
  address = `/matters/${region}/${matters[0].matter}`;
}

/** Taken on and begun from the desk, with a thumb. */
async function isStudied(): Promise<void> {
  clerk = await openWorkbench(browser!, running, 'jt01', PHONE);
  await clerk.goto('/desk');
  await clerk
    .getByRole('button', { name: `受理：${TITLE}` })
    .first()
    .tap();
  await agree('受理');
  await clerk.goto(address);
  await act('指定承办人，开始办理');
  await clerk
    .locator('main')
    .getByLabel(/^承办人/)
    .selectOption({ index: 1 });
  await agree('指定承办人，开始办理');
  await clerk.getByText('研究').first().waitFor();
}

/** Adopted, with what will be done about it; signed, sent and received. */
async function isAdopted(): Promise<void> {
  await clerk.goto(address);
  await clerk.locator('#papers').getByRole('button', { name: '建议意见答复函' }).tap();
  const main = clerk.locator('main');
  await clerk
    .getByRole('group', { name: /采纳情况/ })
    .getByLabel(/^采纳/)
    .check();
  await main.getByLabel(/^理由/).fill('6路车经过门口，设站条件具备，全程只增加不到一分钟。');
  await main.getByLabel(/采纳后的做法/).fill('下月起6路车在卫生院门口停靠，站牌两面写中英文站名。');
  await clerk
    .getByRole('group', { name: /有贡献/ })
    .getByLabel('是', { exact: true })
    .check();
  await clerk.getByText('都齐了', { exact: true }).waitFor();
  await main.getByRole('button', { name: /^取号并用印/ }).tap();
  await main.getByRole('button', { name: /^确定取号/ }).tap();
  await clerk.waitForURL('**/*at=papers');
  await main.getByRole('button', { name: '登记发出：建议意见答复函' }).tap();
  await main.getByLabel(/怎样送/).selectOption({ label: '直接送达' });
  await main.getByLabel(/送达人/).fill('骆行舟');
  await main.getByLabel(/送达地点/).fill('荷花路3号');
  await agree('登记发出');
  await main.getByRole('button', { name: '登记送达：建议意见答复函' }).tap();
  await main.getByLabel(/签收人/).fill('颜知夏');
  await main.getByLabel(/签名的扫描件/).fill('送达回证照片一张');
  await agree('登记送达');
  await clerk.getByText('已办结').first().waitFor();
}

async function isRewarded(): Promise<void> {
  await clerk.goto(address);
  await act('决定奖励');
  await clerk
    .getByRole('group', { name: /给予奖励/ })
    .getByLabel('是', { exact: true })
    .check();
  await clerk
    .locator('main')
    .getByLabel(/依据和理由/)
    .fill('建议被采纳，方便了卫生院周边三个小区的老人。');
  await agree('决定奖励');
  await clerk.getByText('奖励').first().waitFor();
}

const act = (name: string) => clerk.locator('.can').getByRole('button', { name, exact: true }).tap();

/** Asked once, answered once; a no is thrown with its sentence. */
async function agree(label: string): Promise<void> {
  await clerk
    .locator('form')
    .getByRole('button', { name: new RegExp(`^${label}`) })
    .tap();
  const question = clerk.getByRole('group', { name: '办之前再问一次' });
  await question.getByRole('button', { name: `确定${label}` }).tap();
  await question.waitFor({ state: 'detached' });
  const no = clerk.locator('form').getByRole('alert');
  if ((await no.count()) > 0) throw new Error(`Refused: ${await no.first().textContent()}`);
}

/** The citizen's phone, the same page opened again. */
async function shows(...words: readonly string[]): Promise<void> {
  await until(async () => {
    await citizen.goto('/progress');
    const said = (await citizen.textContent('main')) ?? '';
    return words.every((one) => said.includes(one));
  }, 30);
  expect(await citizen.getAttribute('html', 'lang')).toBe('en');
}
