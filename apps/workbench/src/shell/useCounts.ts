/** The numbers at the rail: what is owed, and what has come and waits. The same queries as their pages, fetched once a minute. */
import { useQuery } from '@tanstack/react-query';
import type { Me } from '#contexts/directory/contract.ts';
import { listWaiting } from '#contexts/intake/contract.ts';
import { DESKS, mayGo } from './places.ts';
import { rowsOf } from '../desk/bands.ts';
import { hasRole } from '../session/session.tsx';
import { call } from '../shared/call.ts';
import { useWholeDesk } from '../shared/useDesk.ts';

const MINUTE = 60_000;

export function useCounts(me: Me): Readonly<Record<string, number>> {
  const desk = useWholeDesk(me.unit, mayGo(me.roles, '/desk'));
  const sits = hasRole(me, ...DESKS);
  const waiting = useQuery({
    queryKey: ['waiting', me.unit],
    queryFn: () => call(listWaiting, {}),
    staleTime: MINUTE,
    refetchInterval: MINUTE,
    enabled: sits,
    retry: false,
  });

  return {
    '/desk': desk.data ? rowsOf(desk.data.items, desk.data).length : 0,
    '/intakes': waiting.data?.rows.length ?? 0,
  };
}
