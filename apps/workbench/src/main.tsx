/** The workbench begins here: look, queries, routes. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { router } from './routes.tsx';
import { isOffline } from './shared/failure.ts';
import { ThemeProvider } from './theme/ThemeProvider.tsx';
import './theme/workbench.css';

const queries = new QueryClient({
  defaultOptions: {
    queries: { retry: (tries, error) => isOffline(error) && tries < 3, staleTime: 10_000, networkMode: 'always' },
    mutations: { networkMode: 'always' },
  },
});

createRoot(document.getElementById('root')!).render(
  <QueryClientProvider client={queries}>
    <ThemeProvider>
      <RouterProvider router={router} />
    </ThemeProvider>
  </QueryClientProvider>,
);
