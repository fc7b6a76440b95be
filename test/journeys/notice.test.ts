import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { addDays, dateInChina, dayOf, daysBetween, monthOf, type PlainDate } from '#kernel/dates.ts';
import { readLaws } from '#platform/rules.ts';
import { findProgram, itNeeding } from '../programs.ts';
import { dispatch, sign, startDraft } from '../refusals/papers.ts';
import { accepted, done, type Matter, pageOf, type People, referred, refused } from '../refusals/way.ts';
import { handsOn } from './hands.ts';
import { type InTime, openInTime } from './in-time.ts';
import { holidayNotice } from './notice-text.ts';
import { follows } from './petitioner.ts';
import { look } from './pictures.ts';

/**
 * The State Council publishes next year's holidays while terms run. The
 * administrator pastes the notice, sees whose terms would move and where to,
 * and confirms; nothing ends before the day that somebody was told.
 */
const YEAR = Math.max(...readLaws().calendars.current.published) + 1;
const NOTICE = holidayNotice(YEAR);
const WAITS_SINCE: PlainDate = `${YEAR - 1}-12-18`; // 15 days later is 2 January
const TOLD_ON = addDays(NOTICE.worked, -60); // 60 days later is the Saturday that will be worked
const COMES_ON = [addDays(TOLD_ON, 2), addDays(WAITS_SINCE, 4)].sort().at(-1)!;

let way: InTime;
let waiting: Matter; // for a decision whether it is accepted
let told: Matter; // accepted; the paper with the last day is on its way

const dayNumber = (date: PlainDate) => daysBetween(dateInChina(new Date()), date);
const short = (date: string) => `${monthOf(date as PlainDate)}月${dayOf(date as PlainDate)}日`;

beforeAll(async () => {
  if (!findProgram('chromium')) return;
  const seeds = [
    { on: WAITS_SINCE, act: async (who: People) => void (waiting = await referred(who, way.justNow())) },
    { on: TOLD_ON, act: async (who: People) => void (told = await toldUntil(who)) },
  ].sort((one, other) => (one.on < other.on ? -1 : 1));
  way = await openInTime(dayNumber(seeds[0]!.on));
  for (const { on, act } of seeds) {
    await way.day(dayNumber(on));
    await act(await people());
  }
  await way.day(dayNumber(COMES_ON));
}, 480_000); // a program of its own, on a machine that may be busy
afterAll(() => way?.stop());

describe('期限在走，放假通知来了', () => {
  itNeeding('chromium')(
    '不变量 11 系统管理员粘贴通知，先看会改变哪些期限、从哪天到哪天，再导入；告诉过人的不提前；进度图写新的日子和原因',
    async () => {
      const before = { waiting: await due(waiting, 'A06'), told: await due(told, 'A14') };
      expect(before.waiting < NOTICE.afterNewYear).toBe(true);
      expect(before.told > NOTICE.worked).toBe(true); // Saturday rolled to the working day after it
      await follows(await way.follows(waiting.code), waiting.code, short(before.waiting));
      const page = await way.sits('gl01', '/calendar');
      await isShown(page, before.waiting);
      await isConfirmed(page);

      expect(await due(waiting, 'A06')).toBe(NOTICE.afterNewYear);
      expect(await due(told, 'A14')).toBe(before.told);
      const citizen = await way.follows(waiting.code);
      const said = await follows(citizen, waiting.code, '放假安排公布', `由${short(before.waiting)}改为${short(NOTICE.afterNewYear)}`);
      expect(said).toMatch(new RegExp(`最迟\\s*${short(NOTICE.afterNewYear)}`));
      expect(said).toContain('元旦放假');
      await look(citizen, 'notice-map', { keep: true });
      const desk = await way.sits('zj01', `/matters/${waiting.region}/${waiting.matter}`);
      await desk
        .getByText(`由${short(before.waiting)}改为${short(NOTICE.afterNewYear)}`)
        .first()
        .waitFor();
      await look(desk, 'notice-matter');
    },
    120_000,
  );

  itNeeding('chromium')('系统管理员进得了日历页和它的端点，打不开事项；别的岗位看得到日历，不能导入', async () => {
    const [keeper, clerk] = [await way.calls('gl01'), await way.calls('xf04')];
    const body = { year: YEAR, document: NOTICE.title, text: NOTICE.text };
    for (const path of ['/api/casework/calendar', '/api/casework/rules']) {
      expect((await keeper.get(path)).status).toBe(200);
      expect((await clerk.get(path)).status).toBe(200);
    }
    expect(done(await keeper.post('/api/casework/calendar/notices/preview', body))).toMatchObject({ year: YEAR });
    refused(await keeper.post('/api/casework/calendar/notices', body), 'Stale', '已经导入过');
    refused(await clerk.post('/api/casework/calendar/notices', body), 'NotAllowed', '系统管理员');
    refused(await clerk.post('/api/casework/calendar/notices/preview', body), 'NotAllowed', '系统管理员');
    expect((await keeper.get(`/api/casework/matters/${waiting.region}/${waiting.matter}`)).status).toBe(403);
    expect((await keeper.get('/api/casework/desk')).status).toBe(403);
  });
});

async function people(): Promise<People> {
  const [clerk, triage, unitClerk, unitHead, other] = await Promise.all(['xf02', 'xf04', 'zj01', 'zj02', 'sl02'].map((login) => way.calls(login)));
  return { clerk: clerk!, triage: triage!, unitClerk: unitClerk!, unitHead: unitHead!, other: other! };
}

/** Accepted, and the last day told in writing. */
async function toldUntil(who: People): Promise<Matter> {
  const matter = await accepted(who, way.justNow());
  const handler = { handlerName: '李砚秋', handlerPost: '房地产管理科科长', handlerPhone: '0000-622 0121' };
  const notice = await sign(who.unitHead, matter, await startDraft(who.unitClerk, matter, 'F07', { ...handler, procedure: 'ordinary' }));
  done(await dispatch(who.unitClerk, matter, notice));
  return matter;
}

async function due(matter: Matter, wanted: string): Promise<string> {
  const { clocks } = await pageOf(await way.calls('zj01'), matter);
  return clocks.find(({ clock, stoppedOn }: { clock: string; stoppedOn: string | null }) => clock === wanted && !stoppedOn).legalOn;
}

/** Nothing counts yet: the days as they were understood, and whose terms would move. */
async function isShown(page: Page, from: string): Promise<void> {
  await page.getByRole('heading', { name: '导入放假通知' }).waitFor();
  await look(page, 'notice-calendar');
  expect(await page.textContent('main')).toContain(`${YEAR}年的放假安排还没有导入`);
  const { write, press, main } = handsOn(page);
  await press(/^先看会改变什么/);
  expect(await main.textContent()).toContain('请填写通知的名称，并粘贴原文');
  await write('通知的文号或者名称', NOTICE.title);
  await write(/^通知原文/, NOTICE.text.replace('共4天', '共3天'));
  await press(/^先看会改变什么/);
  await main.getByText('“元旦”写的是共3天，按起止日期是4天，请核对原文。').waitFor();
  await look(page, 'notice-refused');
  await write(/^通知原文/, NOTICE.text);
  await press(/^先看会改变什么/);
  const moves = main.getByRole('region', { name: '会改变的期限' });
  await moves.waitFor();
  const row = moves
    .getByRole('row')
    .filter({ hasText: '清和县住房和城乡建设局' })
    .filter({ hasText: short(NOTICE.afterNewYear) });
  expect(await row.first().textContent()).toContain(short(from));
  expect(await moves.textContent()).toContain('因为已经告诉过人，日子不动');
  expect(await main.textContent()).not.toContain(waiting.no); // by unit, never by matter
  await look(page, 'notice-preview', { keep: true, from: '[aria-label="会改变的期限"]' });
}

async function isConfirmed(page: Page): Promise<void> {
  const { agree, main } = handsOn(page);
  await agree('导入');
  await main.getByText(`已经按《${NOTICE.title}》重算。`).waitFor({ timeout: 60_000 });
  await main.getByText(`${YEAR}年 已公布`).first().waitFor();
  await look(page, 'notice-imported');
}
