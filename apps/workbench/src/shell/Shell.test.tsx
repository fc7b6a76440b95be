// @vitest-environment jsdom
import { cleanup, configure, render, screen, within } from '@testing-library/react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Me } from '#contexts/directory/contract.ts';
import { stubBrowser, stubServer } from '../testing/jsdom.ts';
import { ME } from '../testing/show.tsx';
import { Shell } from './Shell.tsx';

const CALENDAR = {
  today: '2026-10-09',
  workingDay: true,
  version: 'x',
  published: [2026],
  days: [],
  missing: 2027 as number | null,
  notice: null,
  recount: null,
};
const EMPTY = { today: '2026-10-09', now: '2026-10-09T01:00:00Z', more: false, items: [], rows: [] };

/** The frame as this person sees it right after signing in. */
function lands(me: Partial<Me>, calendar = CALENDAR, at = '/organs') {
  stubServer({
    'GET /api/directory/me': { ...ME, ...me },
    'GET /api/casework/calendar': calendar,
    'GET /api/casework/desk?rows=2000': EMPTY,
    'GET /api/intake/waiting': EMPTY,
    'GET /api/demo/progress': { finished: true, ready: 0, all: 0, minutes: null },
  });
  const router = createMemoryRouter([{ path: '*', element: <Shell /> }], { initialEntries: [at] });
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
}
const ADMIN: Partial<Me> = { roles: ['sysAdmin'] };
const entry = async () => within(await screen.findByRole('navigation', { name: '主导航' })).findByRole('link', { name: /^期限/ });

configure({ asyncUtilTimeout: 10_000 }); // the first page of a file is drawn cold
beforeEach(stubBrowser);
afterEach(cleanup);

describe('进来以后看到的：管日历的人的待办、不经手事项的人的说明', () => {
  it('系统管理员一进来就看到一句话和去处，“期限”旁边有一件；办着别的也看得到那一件', async () => {
    lands(ADMIN);
    expect(await screen.findByText('待办：2027年的放假安排还没有导入。')).toBeTruthy();
    expect(screen.getByRole('link', { name: /到“期限”导入通知/ }).getAttribute('href')).toBe('/calendar');
    expect((await entry()).textContent).toContain('1 件');
    cleanup();
    lands(ADMIN, CALENDAR, '/calendar');
    await screen.findByText('，1 件');
    expect(screen.queryByText(/^待办：/)).toBeNull();
  });

  it('导入以后没有了', async () => {
    lands(ADMIN, { ...CALENDAR, missing: null });
    await screen.findByText(/10月9日/);
    expect((await entry()).textContent).toBe('期限');
    expect(screen.queryByText(/^待办：/)).toBeNull();
  });

  it('R9：志愿者一进来就知道为什么没有案头，该找谁；别的岗位、系统管理员没有这句话', async () => {
    lands({ roles: ['volunteer'] });
    expect(await screen.findByText(/不经手信访事项，所以这里没有案头/)).toBeTruthy();
    expect(screen.queryByRole('link', { name: '案头' })).toBeNull();
    cleanup();
    lands(ADMIN);
    await screen.findByText(/^待办：/);
    expect(screen.queryByText(/不经手信访事项/)).toBeNull();
  });

  it('别的岗位不管日历，没有这件待办', async () => {
    lands({}, CALENDAR, '/desk');
    await screen.findByText(/10月9日/);
    expect((await entry()).textContent).toBe('期限');
    expect(screen.queryByText(/^待办：/)).toBeNull();
  });
});
