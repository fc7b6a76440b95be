/** How long a device's time counts, by the policy in force. Asked when the page opens: where there is no network it is known already. */
import { useQuery } from '@tanstack/react-query';
import { getRules } from '#contexts/casework/contract.ts';
import { call } from '../../shared/call.ts';

export function useOfflineHours(): number | undefined {
  return useQuery({ queryKey: ['rules'], queryFn: () => call(getRules, {}), staleTime: 60 * 60_000, retry: false }).data?.offlineHours;
}
