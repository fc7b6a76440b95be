/** The frame that stays: bar, rail, the page in between, keys and the voice for those who do not see. */
import { useQuery } from '@tanstack/react-query';
import { Navigate, Outlet, ScrollRestoration, useLocation, useNavigate } from 'react-router';
import { getCalendar } from '#contexts/casework/contract.ts';
import { hasRole, opensContent, SignedIn, useMe } from '../session/session.tsx';
import { call } from '../shared/call.ts';
import { Announcer } from '../shared/announce.tsx';
import { todayInChina } from '../shared/dates.ts';
import { useKeys } from '../shared/keys.ts';
import { CalendarTask, owedYear } from './CalendarTask.tsx';
import { DemoBar } from './DemoBar.tsx';
import { KeysHelp } from './KeysHelp.tsx';
import { NoContent } from './NoContent.tsx';
import { OfflineBar } from './OfflineBar.tsx';
import { isAt, mayGo, placesBelow, placesFor } from './places.ts';
import { Rail } from './Rail.tsx';
import { TopBar } from './TopBar.tsx';
import { useCounts } from './useCounts.ts';

const LETTERS = { D: '/desk', R: '/register', I: '/intakes', M: '/matters', P: '/papers', S: '/sealed' } as const;

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
  const calendar = useQuery({ queryKey: ['calendar'], queryFn: () => call(getCalendar, {}), staleTime: 60 * 60_000, retry: false });
  const owed = owedYear(me, calendar.data?.missing);
  const places = placesFor(me.roles);
  const home = places[0]?.to ?? '/me';
  useKeys({
    ...Object.fromEntries(
      Object.entries(LETTERS)
        .filter(([, to]) => mayGo(me.roles, to))
        .map(([letter, to]) => [`G ${letter}`, { does: `去${places.find((place) => place.to === to)?.long ?? ''}`, run: () => navigate(to) }]),
    ),
  });
  const post = me.posts.find(({ unit }) => unit === me.unit)?.post ?? '';

  return (
    <>
      <a className="skip" href="#main">
        跳到正文
      </a>
      <TopBar
        home={home}
        finds={mayGo(me.roles, '/matters')}
        unit={me.unitName ?? ''}
        person={me.name}
        post={post}
        today={calendar.data?.today ?? todayInChina()}
        workingDay={calendar.data?.workingDay}
      />
      <div className="frame">
        <Rail places={places} below={placesBelow(me.roles)} counts={owed ? { ...counts, '/calendar': 1 } : counts} />
        <main id="main" tabIndex={-1}>
          <DemoBar asked={opensContent(me)} />
          <OfflineBar />
          {owed && isAt(pathname, home) && <CalendarTask year={owed} />}
          {!opensContent(me) && !hasRole(me, 'sysAdmin') && isAt(pathname, home) && <NoContent />}
          {mayGo(me.roles, pathname) ? <Outlet /> : <Navigate to={home} replace />}
        </main>
      </div>
      <KeysHelp />
      <Announcer />
      <ScrollRestoration />
    </>
  );
}
