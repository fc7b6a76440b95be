// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeskItem } from '#contexts/casework/contract.ts';
import { switchLetters } from '../shared/keys.ts';
import { stubBrowser, stubServer } from '../testing/jsdom.ts';
import { show } from '../testing/show.tsx';
import DeskPage from './DeskPage.tsx';

const TODAY = '2026-11-20';
const FIRST = 'GET /api/casework/desk?rows=60';
const item = (n: number, title: string, more: Partial<DeskItem>): DeskItem => ({
  region: 'qinghe',
  matter: `00000000-0000-4000-8000-00000000000${n}`,
  no: `990421-X-2026-000000${n}-0`,
  title,
  stage: 'inProgress',
  channel: 'letter',
  receivedOn: '2026-09-10',
  clock: 'A14',
  key: `A14-${n}`,
  startedOn: '2026-09-21',
  lightOn: TODAY,
  legalOn: TODAY,
  targetAt: null,
  handler: null,
  ...more,
});
const ITEMS = [
  item(2, '桥面坑洼', {}),
  item(1, '路面没有恢复', { clock: 'A06', stage: 'awaitingAcceptance', lightOn: '2026-11-18', legalOn: '2026-11-18' }),
  item(3, '屋面漏水', { lightOn: '2026-11-23', legalOn: '2026-11-23' }),
  item(3, '屋面漏水', { clock: 'A07', key: 'A07', lightOn: '2026-11-24', legalOn: '2026-11-24' }),
];

beforeEach(() => {
  stubBrowser();
  switchLetters(true);
});
afterEach(cleanup);

describe('案头', () => {
  it('说欠几个回应，超期最前；可以提异议的期间不算欠', async () => {
    await open(ITEMS);
    expect(document.querySelector('.head p')?.textContent).toBe('清和县住房和城乡建设局欠 3 个回应：1 个已超期，1 个今天到期，1 个 3 天内到期。');
    expect(rows().map((row) => row.getAttribute('aria-label'))).toEqual([
      '路面没有恢复，决定是否受理并书面告知',
      '桥面坑洼，出具处理意见书',
      '屋面漏水，出具处理意见书',
    ]);
    expect(within(rows()[2]!).getByText(/提出异议最迟 11月24日/)).toBeTruthy();
  });

  it('本地承诺和法定期限问的是同一件事：一行，两个日子，各叫各的名字', async () => {
    await open([
      item(5, '路灯坏了', { clock: 'A06', key: 'A06', stage: 'awaitingAcceptance', lightOn: '2026-11-23', legalOn: '2026-11-23' }),
      item(5, '路灯坏了', { clock: 'D01', key: 'D01', stage: 'awaitingAcceptance', lightOn: '2026-11-24', legalOn: '2026-11-24' }),
    ]);
    expect(rows()).toHaveLength(1);
    expect(within(rows()[0]!).getByText(/本地承诺 11月24日/)).toBeTruthy();
  });

  it('过了的本地承诺不叫超期，也不挡在法定期限前面：三天内的法定期限在它上面，它在十天内的上面', async () => {
    await open([
      item(7, '桥栏倒了', { clock: 'D07', key: 'D07', lightOn: '2026-11-10', legalOn: '2026-11-10' }),
      item(7, '桥栏倒了', { lightOn: '2026-11-28', legalOn: '2026-11-28' }),
      item(8, '屋面漏水', { lightOn: '2026-11-23', legalOn: '2026-11-23' }),
      item(9, '路面没有恢复', { clock: 'A06', key: 'A06', stage: 'awaitingAcceptance', lightOn: '2026-11-18', legalOn: '2026-11-18' }),
    ]);
    expect(rows().map((row) => row.getAttribute('aria-label'))).toEqual([
      '路面没有恢复，决定是否受理并书面告知',
      '屋面漏水，出具处理意见书',
      '桥栏倒了，与信访人见面沟通',
      '桥栏倒了，出具处理意见书',
    ]);
    expect(within(rows()[2]!).getByText('过了本地承诺 10 天')).toBeTruthy();
    expect(document.querySelector('.head p')?.textContent).toContain('1 个已超期，1 个 3 天内到期，1 个过了本地承诺。其余 1 个还早');
  });

  it('没有原文可依的天数不说成法定：过了也不叫超期；同一件事两个期限只占一行', async () => {
    await open([
      item(4, '路灯坏了', { clock: 'B05d', key: 'B05d', stage: 'triaged', lightOn: '2026-11-18', legalOn: '2026-11-18' }),
      item(4, '路灯坏了', { clock: 'A03', key: 'A03', stage: 'triaged', lightOn: '2026-12-05', legalOn: '2026-12-07' }),
    ]);
    expect(await screen.findByText('过了内部时限 2 天')).toBeTruthy();
    expect(rows()).toHaveLength(1);
    expect(within(rows()[0]!).getByText(/法定 12月7日/)).toBeTruthy();
    expect(rows()[0]!.textContent).not.toContain('已超');
  });

  it('整张表只占一个 Tab：只有当前行能停', async () => {
    await open(ITEMS);
    expect(rows().map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1]);
    expect(within(rows()[1]!).getByRole('button').tabIndex).toBe(-1);
  });

  it('J、K 上下，E 办这件，Enter 打开', async () => {
    const { router } = await open(ITEMS);
    press('j');
    expect(document.activeElement).toBe(rows()[1]);
    press('k');
    expect(document.activeElement).toBe(rows()[0]);
    press('e');
    expect(router.state.location.pathname + router.state.location.search).toBe('/matters/qinghe/00000000-0000-4000-8000-000000000001?do=accept');
  });

  it('办完回来，焦点落在顶上来的那一行', async () => {
    const answer = { today: TODAY, now: `${TODAY}T10:00:00+08:00`, items: ITEMS, more: false };
    stubServer({ ...RULES, [FIRST]: answer, 'GET /api/casework/desk': answer });
    show(<DeskPage />, { at: '/', state: { at: 1 } });
    await screen.findByText(/回应/);
    expect(document.activeElement).toBe(rows()[1]);
  });

  it('数字键换时限；筛选留在地址里，办完回来还在；筛空了给回到全部的路', async () => {
    const { router } = await open(ITEMS);
    press('4');
    expect(router.state.location.search).toBe('?band=ten');
    expect(screen.getByText(/10 天内到期的一件也没有/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '看全部 3 件' }));
    expect(rows()).toHaveLength(3);
    press('1');
    expect(rows()).toHaveLength(1);
  });

  it('打字的时候单字母不起作用；也可以整个关掉', async () => {
    await open(ITEMS);
    const field = document.body.appendChild(document.createElement('input'));
    field.focus();
    fireEvent.keyDown(field, { key: '1' });
    expect(rows()).toHaveLength(3);
    switchLetters(false);
    press('1');
    expect(rows()).toHaveLength(3);
    field.remove();
  });

  it('案头清空时说一声，不是“暂无数据”', async () => {
    await open([]);
    expect(await screen.findByText('件件有着落，案头已清')).toBeTruthy();
    expect(screen.queryByText(/暂无/)).toBeNull();
  });

  it('最急的先到先列；其余的到了，接在后面，件数跟着改', async () => {
    const whole = Promise.withResolvers<unknown>();
    const answer = (items: DeskItem[], more: boolean) => ({ today: TODAY, now: `${TODAY}T10:00:00+08:00`, items, more });
    stubServer({ ...RULES, [FIRST]: answer(ITEMS.slice(0, 2), true), 'GET /api/casework/desk': whole.promise });
    show(<DeskPage />);
    await screen.findByText(/回应/);
    expect(rows()).toHaveLength(2);
    expect(screen.getByRole('group', { name: '按时限筛选' }).textContent).toContain('全部2');
    await act(async () => whole.resolve(answer(ITEMS, false)));
    await waitFor(() => expect(rows()).toHaveLength(3));
    expect(rows()[1]!.getAttribute('aria-label')).toContain('桥面坑洼');
  });

  it('取不到时说清楚，并能重新取', async () => {
    stubServer({
      ...RULES,
      [FIRST]: { status: 500, body: {} },
      'GET /api/casework/desk': { status: 500, body: { type: 'Bug', title: '系统出错，责任在我们。', request: 'r-7' } },
    });
    show(<DeskPage />);
    expect((await screen.findByRole('alert')).textContent).toContain('r-7');
    expect(screen.getByRole('button', { name: '重新取' })).toBeTruthy();
  });
});

async function open(items: DeskItem[]) {
  const answer = { today: TODAY, now: `${TODAY}T10:00:00+08:00`, items, more: false };
  stubServer({ ...RULES, [FIRST]: answer, 'GET /api/casework/desk': answer });
  const shown = show(<DeskPage />);
  await screen.findByText(/回应/);
  return shown;
}

const term = (size: string) => ({ length: '3日', source: '', quote: null, duty: 'T', size, pack: 'cn' });
const RULES = {
  'GET /api/casework/rules': {
    today: TODAY,
    version: 'cn',
    packs: ['cn'],
    rollLastDay: true,
    limits: [],
    offlineHours: 72,
    rules: [
      { clock: 'B05d', term: term('M'), promise: null, laxer: false },
      { clock: 'A03', term: term('T'), promise: null, laxer: false },
    ],
  },
};
const rows = () => [...document.querySelectorAll<HTMLElement>('tr.open')];
const press = (key: string) => act(() => void fireEvent.keyDown(document.activeElement ?? document.body, { key }));
