/** What stands behind the desk's other two tabs: asked for once the desk itself is there, or when somebody looks behind them; and seldom again. */
import { useQuery } from '@tanstack/react-query';
import { getWaiting } from '#contexts/casework/contract.ts';
import { getDoneThisWeek } from '#contexts/insight/contract.ts';
import { call } from '../shared/call.ts';

const MINUTES = 5 * 60_000;

export const useWaiting = (unit: string | undefined, enabled: boolean) =>
  useQuery({ queryKey: ['desk', unit, 'waiting'], queryFn: () => call(getWaiting, {}), staleTime: MINUTES, enabled });

export const useDone = (unit: string | undefined, enabled: boolean) =>
  useQuery({ queryKey: ['desk', unit, 'done'], queryFn: () => call(getDoneThisWeek, {}), staleTime: MINUTES, enabled });
