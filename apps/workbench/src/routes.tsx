/** Addresses and pages. Each page comes in its own file, so that the first load is small. */
import type { ComponentType } from 'react';
import { createBrowserRouter, redirect } from 'react-router';
import { LostPage } from './shell/LostPage.tsx';
import { Shell } from './shell/Shell.tsx';

const page = (load: () => Promise<{ default: ComponentType }>) => ({
  lazy: async () => ({ Component: (await load()).default }),
});

export const router = createBrowserRouter([
  { path: '/sign-in', ...page(() => import('./session/SignInPage.tsx')), errorElement: <LostPage />, hydrateFallbackElement: <p className="vh">正在打开</p> },
  {
    element: <Shell />,
    errorElement: <LostPage />,
    hydrateFallbackElement: <p className="vh">正在打开</p>,
    children: [
      { index: true, loader: () => redirect('/desk') },
      { path: '/desk', ...page(() => import('./desk/DeskPage.tsx')) },
      { path: '/register', ...page(() => import('./registration/RegisterPage.tsx')) },
      { path: '/intakes', ...page(() => import('./triage/IntakesPage.tsx')) },
      { path: '/import', ...page(() => import('./import/ImportPage.tsx')) },
      { path: '/intakes/:region/:intake', ...page(() => import('./triage/IntakePage.tsx')) },
      { path: '/matters', ...page(() => import('./search/MattersPage.tsx')) },
      { path: '/requests', ...page(() => import('./act/RequestPage.tsx')) },
      { path: '/organs', ...page(() => import('./admin/OrgansPage.tsx')) },
      { path: '/organs/:region/:slug', ...page(() => import('./admin/OrgansPage.tsx')) },
      { path: '/accounts', ...page(() => import('./admin/AccountsPage.tsx')) },
      { path: '/matters/:region/:matter', ...page(() => import('./matter/MatterPage.tsx')) },
      { path: '/matters/:region/:matter/draft/:code', ...page(() => import('./papers/NewDraftPage.tsx')) },
      { path: '/matters/:region/:matter/drafts/:draft', ...page(() => import('./papers/DraftPage.tsx')) },
      { path: '/papers', ...page(() => import('./papers/QueuePage.tsx')) },
      { path: '/papers/words', ...page(() => import('./papers/WordsPage.tsx')) },
      { path: '/sealed', ...page(() => import('./sealed/SealedListPage.tsx')) },
      { path: '/sealed/reports/:region/:file/:report', ...page(() => import('./sealed/ReportPage.tsx')) },
      { path: '/sealed/requests/:region/:request', ...page(() => import('./sealed/RequestPage.tsx')) },
      { path: '/sealed/:region/:file', ...page(() => import('./sealed/SealedPage.tsx')) },
      { path: '/voices', ...page(() => import('./voices/VoicesPage.tsx')) },
      { path: '/voices/:region/:complaint', ...page(() => import('./voices/ComplaintPage.tsx')) },
      { path: '/figures', ...page(() => import('./figures/FiguresPage.tsx')) },
      { path: '/figures/matters', ...page(() => import('./figures/FigureMattersPage.tsx')) },
      { path: '/work', ...page(() => import('./supervision/WorkListPage.tsx')) },
      { path: '/work/:region/:work', ...page(() => import('./supervision/WorkPage.tsx')) },
      { path: '/work/:region/:work/draft/:code', ...page(() => import('./papers/NewDraftPage.tsx')) },
      { path: '/work/:region/:work/drafts/:draft', ...page(() => import('./supervision/WorkDraftPage.tsx')) },
      { path: '/overdue', ...page(() => import('./supervision/OverduePage.tsx')) },
      { path: '/overdue/year', ...page(() => import('./supervision/YearBehindPage.tsx')) },
      { path: '/calendar', ...page(() => import('./rules/RulesPage.tsx')) },
      { path: '/retention', ...page(() => import('./retention/RetentionPage.tsx')) },
      { path: '/me', ...page(() => import('./session/AccountPage.tsx')) },
      { path: '*', element: <LostPage /> },
    ],
  },
]);
