/** 文书: one file per matter. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { MatterPage } from '#contexts/casework/contract.ts';
import { type MatterKey, useMatterKey } from '../matter/useMatter.ts';
import { FileLinks } from './FileLinks.tsx';
import { FormLinks } from './FormLinks.tsx';
import { offersAt } from './offers.ts';
import { PaperList } from './PaperList.tsx';
import { usePapers } from './usePapers.ts';

/** @param isLed whether the page has its teal button already: then none of these is one */
export function Papers({ page, isLed }: { page: MatterPage; isLed: boolean }) {
  const key = useMatterKey();
  const papers = usePapers(key);
  useAfterSealing(key, papers.data?.papers.some(({ stage }) => stage === 'numbered') ?? false);
  const only = papers.data?.offers; // whoever only decides a challenge writes that decision, and has no file to look into
  const base = `/matters/${key.region}/${key.matter}`;

  return (
    <PaperList isLed={isLed} place={page} page={page} papers={papers} base={base} offers={only ?? offersAt(page)} aside="一案一档；号连着排，取了不能退">
      {!only && (
        <>
          <FileLinks page={page} />
          <FormLinks page={page} />
        </>
      )}
    </PaperList>
  );
}

/** A paper is sealed after the act, by the machine; the matter has then gone on, and whoever acts next must have seen it. */
function useAfterSealing(key: MatterKey, sealing: boolean): void {
  const queries = useQueryClient();
  const before = useRef(sealing);
  useEffect(() => {
    if (before.current && !sealing) void queries.invalidateQueries({ queryKey: ['matter', key.region, key.matter] });
    before.current = sealing;
  }, [sealing, queries, key.region, key.matter]);
}
