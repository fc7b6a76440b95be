/** One matter, as its page shows it. Fetching it is opening it: the petitioner can see which unit did. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { getMatter, listObstacles, type MatterPage } from '#contexts/casework/contract.ts';
import { call } from '../shared/call.ts';

export interface MatterKey {
  readonly region: string;
  readonly matter: string;
}

export function useMatterKey(): MatterKey {
  const { region = '', matter = '' } = useParams();
  return { region, matter };
}

export function useMatter(key: MatterKey) {
  return useQuery({
    queryKey: ['matter', key.region, key.matter],
    queryFn: () => call(getMatter, { params: key }),
    staleTime: 30_000,
    refetchOnWindowFocus: false,
  }); // each look is on record
}

/** Why the rest is not offered: dozens of sentences, fetched when somebody asks. */
export function useObstacles({ region, matter }: MatterKey, isAsked: boolean) {
  return useQuery({
    queryKey: ['matter', region, matter, 'cannot'],
    queryFn: () => call(listObstacles, { params: { region, matter } }),
    enabled: isAsked,
    refetchOnWindowFocus: false,
  });
}

/** After an act: the matter, its papers and the desks are fetched anew. */
export function useRefreshMatter({ region, matter }: MatterKey): () => Promise<void> {
  const queries = useQueryClient();
  return async () => {
    await Promise.all([
      queries.invalidateQueries({ queryKey: ['matter', region, matter] }),
      queries.invalidateQueries({ queryKey: ['papers', region, matter] }),
      queries.invalidateQueries({ queryKey: ['work', region, matter] }),
      queries.invalidateQueries({ queryKey: ['desk'] }),
    ]);
  };
}

export type Matter = MatterPage;
