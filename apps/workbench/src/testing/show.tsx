/** Shows a page as the workbench does: queries, routes, a session. For tests only. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import type { Me } from '#contexts/directory/contract.ts';
import { Session } from '../session/session.tsx';
import { Announcer } from '../shared/announce.tsx';

export const ME: Me = {
  person: '00000000-0000-4000-8000-000000000001',
  name: '李兰',
  login: 'lilan@qinghe',
  phone: '0000-6220148',
  unit: 'qinghe/housing',
  unitName: '清和县住房和城乡建设局',
  region: 'qinghe',
  roles: ['unitClerk', 'unitHead'],
  posts: [],
  csrf: 'x',
  demo: false,
  secondFactor: false,
  mustChangePassword: false,
};

export function show(page: ReactNode, { at = '/', path = '/', me = ME, state }: { at?: string; path?: string; me?: Me; state?: unknown } = {}) {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const around = (content: ReactNode) => (
    <Session value={me}>
      {content}
      <Announcer />
    </Session>
  );
  const router = createMemoryRouter(
    [
      { path, element: around(page) },
      { path: '*', element: around(<p data-testid="elsewhere">别处</p>) },
    ],
    { initialEntries: [{ pathname: at, state }] },
  );
  render(
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
  return { router, queries };
}
