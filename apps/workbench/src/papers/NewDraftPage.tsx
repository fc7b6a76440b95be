/** Begins a paper, or goes on where it stands: with the draft of its kind, or with the numbered one that is still to be sent. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { listPapers, startDraft } from '#contexts/documents/contract.ts';
import { CATALOGUE } from '#contexts/documents/domain/catalogue.ts';
import type { PaperCode } from '#contexts/documents/domain/kind.ts';
import { useMatterKey } from '../matter/useMatter.ts';
import { call } from '../shared/call.ts';
import { Page } from '../shared/Page.tsx';
import { Trouble } from '../shared/Trouble.tsx';
import { Waiting } from '../shared/Waiting.tsx';

export default function NewDraftPage() {
  const { code = '' } = useParams();
  const { region, matter } = useMatterKey();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [error, setError] = useState<unknown>();
  const begun = useRef(false);

  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    const begin = async () => {
      const { drafts, papers } = await call(listPapers, { params: { region, matter } });
      if (papers.some((paper) => paper.code === code && ['numbered', 'sealed'].includes(paper.stage)))
        return navigate(`/matters/${region}/${matter}?at=papers`, { replace: true });
      const there = drafts.find((draft) => draft.code === code);
      const { draft } = there ?? (await call(startDraft, { params: { region, matter }, body: { code: code as PaperCode } }));
      await queries.invalidateQueries({ queryKey: ['papers', region, matter] });
      return navigate(`/matters/${region}/${matter}/drafts/${draft}`, { replace: true });
    };
    begin().catch(setError);
  }, [code, region, matter, navigate, queries]);

  const name = CATALOGUE[code as PaperCode]?.name ?? '文书';
  return (
    <Page
      title={`起草${name}`}
      crumbs={[
        { to: '/desk', text: '我的案头' },
        { to: `/matters/${region}/${matter}`, text: '事项' },
      ]}
      here="文书"
    >
      {error ? (
        <Trouble error={error} />
      ) : (
        <div className="sheet">
          <Waiting rows={4} />
        </div>
      )}
    </Page>
  );
}
