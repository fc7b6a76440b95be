import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject } from 'vitest';
import { openBrowser, openWorkbench } from '../browser.ts';
import { signIn } from '../official.ts';
import { findProgram, itNeeding } from '../programs.ts';
import { referredDaysAgo } from '../refusals/past.ts';
import { ask, pageOf, refused, type Matter } from '../refusals/way.ts';
import { type Shared, sharedProgram } from '../running-shared.ts';
import { handsOn } from './hands.ts';
import { follows, onThePhone } from './petitioner.ts';
import { look } from './pictures.ts';

/** A petitioner withdraws, is asked by somebody outside the unit whether that is their own will, thinks better of it, and the old dates run on. */
const SINCE = 2; // days that the unit has had it in hand

let running: Shared;
let browser: Browser | undefined;
let citizen: Page;
let matter: Matter;

beforeAll(async () => {
  if (!findProgram('chromium')) return;
  running = await sharedProgram(inject('running'));
  browser = await openBrowser();
  const begun = await referredDaysAgo(running, SINCE, { handled: true });
  matter = { ...begun, no: (await pageOf(await signIn(running, 'xf04'), begun)).no };
  citizen = await onThePhone(browser, running);
}, 480_000); // the shared program may have to start first
afterAll(() => browser?.close());

describe('撤回，又收回', () => {
  itNeeding('chromium')(
    '不变量 22、47 凭查询码申请撤回；承办单位以外的人回访；三十日内收回，期限按原来的日期接着走',
    async () => {
      const before = await answerDue();
      await asks('withdraw', '家里有事，先不办了。');
      await shows('申请撤回，等承办单位以外的人回访确认');
      expect(await answerDue()).toEqual(before); // the work goes on until somebody has asked
      await unitMayNotConfirm();
      await isCalledBack();
      await shows('您已经撤回', '可以反悔');
      await look(citizen, 'withdrawal-withdrawn', { keep: true, height: 1400 });
      expect(await answerDue()).toMatchObject({ stoppedOn: expect.any(String) });

      await asks('undoWithdraw', '家里人商量过，路还是要修，请接着办。');
      await shows('撤回已取消，按原来的日期接着办', '正在办理');
      await look(citizen, 'withdrawal-again', { keep: true, height: 1400 });
      expect(await answerDue()).toEqual(before);
      await isOnTheDeskAgain(before.legalOn);
    },
    120_000,
  );
});

/** The term for the answer, as the unit sees it. */
async function answerDue(): Promise<{ legalOn: string; stoppedOn: string | null }> {
  const { clocks } = await pageOf(await signIn(running, 'zj01'), matter);
  const { legalOn, stoppedOn } = clocks.find(({ clock }: { clock: string }) => clock === 'A14');
  return { legalOn, stoppedOn };
}

const shows = (...words: readonly string[]) => follows(citizen, matter.code, ...words);

/** From the progress page: what will follow is said first, then one box. */
async function asks(about: 'withdraw' | 'undoWithdraw', text: string): Promise<void> {
  await shows(matter.no);
  await citizen.click('a[href="/withdraw/1"]');
  expect(await citizen.textContent('main')).toContain(about === 'withdraw' ? '撤回后30日内可以收回' : '期限按原来的日期接着走');
  await look(citizen, `withdrawal-${about}-before`);
  await citizen.click(`a[href="/ask/${about}/1"]`);
  await look(citizen, `withdrawal-${about}`);
  await citizen.fill('#text', text);
  await citizen.click('main form .btn');
  expect(await citizen.textContent('h1')).toBeTruthy();
}

/** Whoever handles it is not offered the call, and is refused where they ask for it. */
async function unitMayNotConfirm(): Promise<void> {
  const head = await signIn(running, 'zj02');
  const { can } = await pageOf(head, matter);
  expect(can.map(({ command }: { command: string }) => command)).not.toContain('confirmWithdrawal');
  refused(await ask(head, matter, 'confirmWithdrawal', { answer: 'free', record: '问过了，自愿。', publicInterest: false }), 'NotAllowed');
}

/** The petition office finds the request among what petitioners said, calls, and writes down how the answer came. */
async function isCalledBack(): Promise<void> {
  const caller = await openWorkbench(browser!, running, 'xf04', { viewport: { width: 1280, height: 900 } });
  await caller.goto('/voices');
  await caller.getByRole('heading', { name: '等回访的撤回申请' }).waitFor();
  await look(caller, 'withdrawal-voices', { keep: true });
  await caller.getByRole('link', { name: matter.no }).click();
  await caller.getByRole('heading', { name: '能做什么' }).waitFor();
  await look(caller, 'withdrawal-matter');
  const { open, pick, write, agree } = handsOn(caller);
  await open('回访确认撤回');
  await pick(/信访人的回答/, '是本人自愿');
  await write(/^回访记录/, '今天上午打本人手机问的：没有人催，是自己家里有事。');
  await pick(/涉及公共利益/, '否');
  await look(caller, 'withdrawal-call', { keep: true, height: 1000 });
  await agree('回访确认撤回');
  await caller.getByText('已撤回，三十日内可以反悔').first().waitFor();
  await look(caller, 'withdrawal-confirmed');
  await caller.goto('/voices');
  await caller.getByRole('heading', { name: '由本单位处理的投诉' }).waitFor();
  expect(await caller.getByRole('link', { name: matter.no }).count()).toBe(0);
  await caller.context().close();
}

async function isOnTheDeskAgain(legalOn: string): Promise<void> {
  const desk = await openWorkbench(browser!, running, 'zj01', { viewport: { width: 1280, height: 900 } });
  await desk.goto(`/matters/${matter.region}/${matter.matter}`);
  await desk.getByText('撤回已取消，按原来的日期接着办').first().waitFor();
  const [, month, day] = legalOn.split('-').map(Number);
  expect(await desk.textContent('main')).toContain(`${month}月${day}日`);
  await look(desk, 'withdrawal-again-office');
  await desk.context().close();
}
