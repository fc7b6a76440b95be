/** Who works here now. Asked once, kept for the page; the token against forged requests comes with it. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext } from 'react';
import { Navigate, useLocation } from 'react-router';
import { type Me, me as getMe } from '#contexts/directory/contract.ts';
import { mayOpenContent } from '#contexts/directory/domain/permissions.ts';
import type { Role } from '#kernel/roles.ts';
import { call, keepCsrf } from '../shared/call.ts';
import { isRefused } from '../shared/failure.ts';
import { Trouble } from '../shared/Trouble.tsx';
import { Waiting } from '../shared/Waiting.tsx';

const Session = createContext<Me | undefined>(undefined);

export function useMe(): Me {
  const me = useContext(Session);
  if (!me) throw new Error('useMe outside of a session');
  return me;
}

export const hasRole = ({ roles }: Pick<Me, 'roles'>, ...wanted: Role[]) => wanted.some((role) => roles.includes(role));

/** Somebody who keeps accounts, helps or looks in from outside opens no content. */
export const opensContent = ({ roles }: Pick<Me, 'roles'>) => mayOpenContent(roles);

export async function loadMe(): Promise<Me> {
  const me = await call(getMe, {});
  keepCsrf(me.csrf);
  return me;
}

export function SignedIn({ children }: { children: ReactNode }) {
  const session = useQuery({ queryKey: ['me'], queryFn: loadMe, staleTime: Number.POSITIVE_INFINITY, retry: false });
  const { pathname, search } = useLocation();

  if (session.isPending) return <Waiting />;
  if (isRefused(session.error, 'NotSignedIn')) return <Navigate to={`/sign-in?back=${encodeURIComponent(pathname + search)}`} replace />;
  if (session.error)
    return (
      <main>
        <Trouble error={session.error} again={() => session.refetch()} />
      </main>
    );
  if (session.data.mustChangePassword) return <Navigate to="/sign-in?step=password" replace />;
  return <Session value={session.data}>{children}</Session>;
}

/** After signing in or out, or with another unit: everything that was fetched belongs to somebody else. */
export function useForgetAll(): () => Promise<void> {
  const queries = useQueryClient();
  return async () => {
    sessionStorage.clear();
    queries.clear();
  };
}

export { Session };
