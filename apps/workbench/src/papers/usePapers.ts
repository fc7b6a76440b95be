/** The papers of one matter: what was issued, what is being drafted. */
import { useQuery } from '@tanstack/react-query';
import { listPapers } from '#contexts/documents/contract.ts';
import type { MatterKey } from '../matter/useMatter.ts';
import { call } from '../shared/call.ts';

export function usePapers({ region, matter }: MatterKey) {
  return useQuery({
    queryKey: ['papers', region, matter],
    queryFn: () => call(listPapers, { params: { region, matter } }),
    staleTime: 15_000,
    // a PDF is made after its number: look again until it is there
    refetchInterval: ({ state }) => (state.data?.papers.some(({ stage, hash }) => stage === 'numbered' && hash === null) ? 2000 : false),
  });
}
