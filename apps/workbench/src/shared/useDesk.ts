/** The desk of a unit: its most urgent rows first, so that nobody waits for what is further down; then all of them, for counts and filters. */
import { useQuery } from '@tanstack/react-query';
import { getDesk } from '#contexts/casework/contract.ts';
import { call } from './call.ts';

const MINUTE = 60_000;
const AT_FIRST = 60; // rows, more than fit on a screen

export const useWholeDesk = (unit: string | undefined, enabled = true) =>
  useQuery({ queryKey: ['desk', unit], queryFn: () => call(getDesk, { query: {} }), staleTime: MINUTE, refetchInterval: MINUTE, enabled });

export function useDesk(unit: string | undefined) {
  const known = useWholeDesk(unit, false).isSuccess;
  const first = useQuery({ queryKey: ['desk', unit, 'first'], queryFn: () => call(getDesk, { query: { rows: AT_FIRST } }), enabled: !known, retry: false });
  const whole = useWholeDesk(unit);
  return { data: whole.data ?? first.data, error: whole.error, isPending: whole.isPending && !first.data, isSuccess: whole.isSuccess, refetch: whole.refetch };
}
