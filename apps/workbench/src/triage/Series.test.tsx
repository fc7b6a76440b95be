// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { IntakePage as Intake } from '#contexts/intake/contract.ts';
import { getIntake } from '#contexts/intake/contract.ts';
import { urlOf } from '../shared/call.ts';
import { switchLetters } from '../shared/keys.ts';
import { stubBrowser, stubServer } from '../testing/jsdom.ts';
import { show } from '../testing/show.tsx';
import IntakePage from './IntakePage.tsx';

const ids = [1, 2, 3].map((n) => `00000000-0000-4000-8000-00000000000${n}`);
const TITLES = ['路灯坏了', '津贴没到账', '门禁坏了'];

beforeEach(() => {
  stubBrowser();
  switchLetters(true);
});
afterEach(cleanup);

describe('一件接一件地甄别', () => {
  it('说第几件、共几件；J 到下一件，K 到上一件', async () => {
    const { router } = open(1);
    await screen.findByText('第 2 件，共 3 件');
    press('j');
    expect(router.state.location.pathname).toBe(`/intakes/qinghe/${ids[2]}`);
    await screen.findByText('第 3 件，共 3 件');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(TITLES[2]);
    expect(screen.queryByRole('button', { name: /下一件/ })).toBeNull();
    press('k');
    expect(router.state.location.pathname).toBe(`/intakes/qinghe/${ids[1]}`);
  });

  it('数字键选性质，不替人选；办完焦点在“下一件来件”上，顶到这个位置的那件就是', async () => {
    const { router, queries } = open(1);
    await screen.findByText('第 2 件，共 3 件');
    expect(screen.getByLabelText<HTMLInputElement>(/感谢、表扬/).checked).toBe(false);
    press('3');
    expect(screen.getByLabelText<HTMLInputElement>(/感谢、表扬/).checked).toBe(true);
    done.add(1);
    await act(async () => queries.invalidateQueries());
    const next = await screen.findByRole('button', { name: /下一件来件/ });
    expect(document.activeElement).toBe(next);
    fireEvent.click(next);
    expect(router.state.location.pathname).toBe(`/intakes/qinghe/${ids[2]}`);
  });
});

const done = new Set<number>();

function open(at: number) {
  done.clear();
  stubServer({
    'GET /api/intake/waiting': () => ({ today: '2026-11-20', now: '2026-11-20T10:00:00+08:00', rows: ids.flatMap((_, n) => (done.has(n) ? [] : [rowOf(n)])) }),
    ...Object.fromEntries(ids.map((intake, n) => [`GET ${urlOf(getIntake.url, { region: 'qinghe', intake })}`, () => pageOf(n)])),
  });
  return show(<IntakePage />, { at: `/intakes/qinghe/${ids[at]}`, path: '/intakes/:region/:intake' });
}

const rowOf = (n: number) => ({ region: 'qinghe', intake: ids[n]!, title: TITLES[n]! });

const pageOf = (n: number): Partial<Intake> => ({
  ...rowOf(n),
  n: 1,
  no: `990421-S-2026-000000${n}-0`,
  stage: done.has(n) ? 'split' : 'registered',
  stageName: done.has(n) ? '已立件' : '待甄别',
  channel: 'letter',
  today: '2026-11-20' as Intake['today'],
  receivedAt: '2026-11-18T09:00:00+08:00',
  original: true,
  text: TITLES[n]!,
  claims: [],
  parties: [],
  files: [],
  matters: [],
  people: 1,
});

const press = (key: string) => act(() => void fireEvent.keyDown(document.activeElement ?? document.body, { key }));
