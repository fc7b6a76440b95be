import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject } from 'vitest';
import { openBrowser, openPage } from '../browser.ts';
import { CLAIMS, PERSON, STORY } from '../filing.ts';
import { type Official, signIn } from '../official.ts';
import { picture } from '../pictures.ts';
import { findProgram, itNeeding } from '../programs.ts';
import { dispatch, deliver, opinionDraft, sign, startDraft } from '../refusals/papers.ts';
import { ask, CLASSIFY, done, pageOf, type Matter, type People } from '../refusals/way.ts';
import { type Shared, sharedProgram } from '../running-shared.ts';
import { until } from '../runtime/program.ts';

/** Journey (a): a citizen without JavaScript files, keeps the receipt, follows the map, and says what they think of both offices. */
let running: Shared;
let browser: Browser | undefined;
let citizen: Page;

beforeAll(async () => {
  if (!findProgram('chromium')) return;
  running = await sharedProgram(inject('running'));
  browser = await openBrowser();
  citizen = await openPage(browser, { baseURL: running.portal, javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
}, 120_000);
afterAll(() => browser?.close());

describe('不用JavaScript的人，从反映到评价', () => {
  itNeeding('chromium')(
    'SA014 一题一页写完，带一张照片，拿到收件号、查询码和回执PDF；照着进度图走到评价',
    async () => {
      const { no, code } = await files();
      await knowsWhatComesNext();

      const matter = await isReferred(no);
      await map('accepted');
      await seesOn('县水利局');

      await isAcceptedAndHeard(matter);
      await until(async () => {
        await map('handling');
        return ((await citizen.textContent('main')) ?? '').includes('李怀渠'); // the handler is named a moment after the unit took it on
      }, 30);
      await seesOn('李怀渠，农村供水科科长', '0000-622 0132', '怎么算', '60日', '《信访工作条例》第三十四条', '正在办理。县水利局最迟', '给您书面答复');

      await isAnswered(matter);
      await map('performed');
      await rates();
      await leavesAndComesBack(code);
    },
    120_000,
  );
});

/** Question by question, with what a phone would send as a photo. */
async function files(): Promise<{ no: string; code: string }> {
  const next = () => citizen.locator('.actions .btn:not(.plain)').first().click();
  await citizen.goto('/');
  await citizen.click('a[href="/file"]');
  await next();
  await citizen.check('#purpose-1');
  await next();
  await citizen.fill('#story', STORY);
  await citizen.fill('#title', '换了自来水管以后，家里经常断水');
  await next();
  await citizen.fill('#where', '东河村东头');
  await next();
  await citizen.fill('#claim-1', CLAIMS[0]!);
  await citizen.fill('#claim-2', CLAIMS[1]!);
  await next();
  await citizen.check('#earlier-1');
  await next();
  await citizen.setInputFiles('#file', [{ name: '收据.jpg', mimeType: 'image/jpeg', buffer: await picture('jpeg', { gps: true, width: 640 }) }]);
  await next();
  await citizen.check('#whom-1');
  await next();
  await citizen.check('#named-1');
  await citizen.fill('#name', PERSON.name);
  await next();
  await citizen.fill('#phone', PERSON.phone);
  await citizen.check('#way-1');
  await next();
  await citizen.fill('#address', PERSON.address);
  await next();
  for (const typed of [STORY.split('\n')[0]!, ...CLAIMS, PERSON.name, '收据.jpg']) expect(await citizen.textContent('main')).toContain(typed);
  await citizen.click('form[action="/file/submit"] .btn');

  const [no = ''] = /990421-S-\d{4}-\d+-\w/.exec((await citizen.textContent('.ticket')) ?? '') ?? [];
  const code = ((await citizen.textContent('.bigcode')) ?? '').replaceAll(/\s/g, '');
  expect(no).not.toBe('');
  expect(code).toMatch(/^[0-9A-Z]{13}$/);
  return { no, code };
}

/** The receipt says what comes, and is there as a PDF to keep; at this moment the map says that it waits. */
async function knowsWhatComesNext(): Promise<void> {
  expect(await citizen.textContent('main')).toMatch(/最迟\d+月\d+日/);
  const receipt = await citizen.request.get('/receipt.pdf');
  expect(receipt.headers()['content-type']).toBe('application/pdf');
  expect((await receipt.body()).subarray(0, 5).toString()).toBe('%PDF-');
  await citizen.click('a[href="/progress"]');
  expect(await citizen.textContent('h1')).toBeTruthy();
}

/** Read and divided by the desk of the web, sent to the unit whose duty it is. */
async function isReferred(no: string): Promise<Matter> {
  const [desk, triage] = [await official('xf03'), await official('xf04')];
  let row: { region: string; intake: string } | undefined;
  await until(async () => {
    row = done(await desk.get('/api/intake/waiting')).rows.find((one: { no: string }) => one.no === no);
    return row !== undefined;
  }, 30);
  const { region, intake } = row!;
  const page = done(await triage.get(`/api/intake/${region}/${intake}`));
  expect(page.text).toContain(STORY.split('\n')[0]);
  expect(page.files).toHaveLength(1);
  const parts = [{ title: page.title, text: page.text, claims: page.claims, accusation: false, classify: CLASSIFY }];
  const opened = done(await triage.post(`/api/intake/${region}/${intake}/open`, { seen: page.n, parts }));
  const matter = { ...opened.matters[0], intake, code: '' };
  done(await ask(triage, matter, 'refer', { to: 'qinghe/water' }));
  return matter;
}

async function isAcceptedAndHeard(matter: Matter): Promise<void> {
  const [clerk, head] = [await official('sl01'), await official('sl02')];
  done(await ask(clerk, matter, 'accept', { route: 'petitionProcedure' }));
  const handler = { handlerName: '李怀渠', handlerPost: '农村供水科科长', handlerPhone: '0000-622 0132' };
  const notice = await sign(head, matter, await startDraft(clerk, matter, 'F07', { ...handler, procedure: 'ordinary' }));
  done(await dispatch(clerk, matter, notice));
  done(await ask(clerk, matter, 'startHandling', { handler: { person: '李怀渠', name: '李怀渠', post: '农村供水科科长', phone: '0000-622 0132' } }));
  const { today } = await pageOf(clerk, matter);
  done(await ask(clerk, matter, 'recordInvestigation', { on: today, staff: 2, record: '两人到东河村量了早晚的水压，村东头管径偏小。' }));
  done(await ask(clerk, matter, 'hearPetitioner', { on: today, refused: false, record: '到家里听了说明，记了笔录，本人签字。' }));
}

async function isAnswered(matter: Matter): Promise<void> {
  const [clerk, head] = [await official('sl01'), await official('sl02')];
  const no = await sign(head, matter, await opinionDraft({ unitClerk: clerk } as People, matter));
  done(await dispatch(head, matter, no));
  done(await deliver(clerk, matter, no, (await pageOf(clerk, matter)).today));
}

/** The line as it is drawn: where the echo mark is, and that it hangs together in words. */
async function map(station: 'accepted' | 'handling' | 'performed'): Promise<void> {
  const NAMES = { accepted: '受理', handling: '正在办理', performed: '落实' };
  await until(async () => {
    await citizen.goto('/progress');
    const here = citizen.locator('li[aria-current="step"] h3').first();
    return (await here.count()) > 0 && ((await here.textContent()) ?? '').includes(NAMES[station]);
  }, 30);
}

async function seesOn(...words: readonly string[]): Promise<void> {
  const said = await citizen.textContent('main');
  for (const one of words) expect(said).toContain(one);
}

/** Nothing chosen beforehand; one is satisfied and the other not; afterwards the page says what was recorded. */
async function rates(): Promise<void> {
  await citizen.click('a[href="/rate/1"]');
  expect(await citizen.locator('input:checked').count()).toBe(0);
  await citizen.check('#petitionDept-1');
  await citizen.check('#handlingUnit-3');
  await citizen.fill('#text', '管子换了，早上还是没有水');
  await citizen.check('#call-2');
  await citizen.click('form[action="/rate/1"] .btn');
  await seesOn('收到了您的评价', '县信访局满意', '县水利局不满意');
}

/** On a shared computer: nothing stays; the code opens it again, and says that it was rated. */
async function leavesAndComesBack(code: string): Promise<void> {
  await citizen.goto('/progress');
  await citizen.click('form[action="/leave"] .btn');
  await citizen.goto('/progress');
  expect(new URL(citizen.url()).pathname).toBe('/follow');
  await until(async () => {
    await citizen.goto('/follow');
    await citizen.fill('#code', code);
    await citizen.click('main form .btn');
    return ((await citizen.textContent('main')) ?? '').includes('您评过了，可以改一次');
  }, 30);
}

const official = (login: string): Promise<Official> => signIn(running, login);
