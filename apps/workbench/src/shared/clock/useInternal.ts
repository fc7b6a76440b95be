/** Which clocks have a length that no text gives: the desk shows them, and never as law. */
import { useQuery } from '@tanstack/react-query';
import { getRules } from '#contexts/casework/contract.ts';
import { call } from '../call.ts';
import { EVIDENCE } from './ClockCalc.tsx';

export function useInternal(): ReadonlySet<string> {
  const rules = useQuery({ queryKey: ['rules'], queryFn: () => call(getRules, {}), staleTime: 60 * 60_000, retry: false });
  return new Set((rules.data?.rules ?? []).filter(({ term }) => !EVIDENCE[term.size].law).map(({ clock }) => clock));
}
