/** The frame that stays: bar, rail, the page in between, keys and the voice for those who do not see. */
import { useQuery } from '@tanstack/react-query';
import { Navigate, Outlet, ScrollRestoration, useLocation, useNavigate } from 'react-router';
import { getCalendar } from '#contexts/casework/contract.ts';
import { opensContent, SignedIn, useMe } from '../session/session.tsx';
import { call } from '../shared/call.ts';
import { Announcer } from '../shared/announce.tsx';
import { todayInChina } from '../shared/dates.ts';
import { useKeys } from '../shared/keys.ts';
import { DemoBar } from './DemoBar.tsx';
import { KeysHelp } from './KeysHelp.tsx';
import { OfflineBar } from './OfflineBar.tsx';
import { PLACES, placesFor } from './places.ts';
import { Rail } from './Rail.tsx';
import { TopBar } from './TopBar.tsx';
import { useCounts } from './useCounts.ts';

export function Shell() {
  return (
    <SignedIn>
      <Frame />
    </SignedIn>
  );
}

function Frame() {
  const me = useMe();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const counts = useCounts(me);
  const calendar = useQuery({ queryKey: ['calendar'], queryFn: () => call(getCalendar, {}), staleTime: 60 * 60_000, enabled: opensContent(me), retry: false });
  useKeys({
    'G D': { does: '回案头', run: () => navigate('/desk') },
    'G R': { does: '去登记', run: () => navigate('/register') },
    'G I': { does: '去来件', run: () => navigate('/intakes') },
    'G M': { does: '去事项', run: () => navigate('/matters') },
  });
  const mayOpen = opensContent(me) || /^\/(organs|accounts|me)(\/|$)/.test(pathname); // who keeps the accounts opens no content
  const places = opensContent(me) ? placesFor(me.roles) : PLACES.filter(({ to }) => to === '/organs');
  const post = me.posts.find(({ unit }) => unit === me.unit)?.post ?? '';

  return (
    <>
      <a className="skip" href="#main">
        跳到正文
      </a>
      <TopBar unit={me.unitName ?? ''} person={me.name} post={post} today={calendar.data?.today ?? todayInChina()} workingDay={calendar.data?.workingDay} />
      <div className="frame">
        <Rail places={places} counts={counts} />
        <main id="main" tabIndex={-1}>
          <DemoBar />
          <OfflineBar />
          {mayOpen ? <Outlet /> : <Navigate to="/organs" replace />}
        </main>
      </div>
      <KeysHelp />
      <Announcer />
      <ScrollRestoration />
    </>
  );
}
