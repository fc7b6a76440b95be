/** Begins a paper, or goes on where it stands: with the draft of its kind, or with the numbered one that is still to be sent. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { listPapers, startDraft, type PaperItem } from '#contexts/documents/contract.ts';
import { CATALOGUE } from '#contexts/documents/domain/catalogue.ts';
import type { PaperCode } from '#contexts/documents/domain/kind.ts';
import { call } from '../shared/call.ts';
import { Page } from '../shared/Page.tsx';
import { Trouble } from '../shared/Trouble.tsx';
import { Waiting } from '../shared/Waiting.tsx';
import { usePaperHome } from './home.ts';

/** Whether it is accepted is told once: what came back, or was never proven to have arrived, goes out again. */
const TOLD_ONCE: readonly string[] = ['F07', 'F08', 'F10', 'F11'] satisfies PaperCode[];
const isOnItsWay = ({ code, stage, allows }: PaperItem) =>
  ['numbered', 'sealed'].includes(stage) || (TOLD_ONCE.includes(code) && ['failed', 'unproven'].includes(stage) && allows.includes('dispatch'));

export default function NewDraftPage() {
  const { code = '' } = useParams();
  const { region, matter, base, beside } = usePaperHome();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [error, setError] = useState<unknown>();
  const begun = useRef(false);

  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    const begin = async () => {
      const { drafts, papers } = await call(listPapers, { params: { region, matter } });
      // a matter has one of each on its way; other work may well send a second
      if (!beside && papers.some((paper) => paper.code === code && isOnItsWay(paper))) return navigate(`${base}?at=papers`, { replace: true });
      const there = drafts.find((draft) => draft.code === code);
      const { draft } = there ?? (await call(startDraft, { params: { region, matter }, body: { code: code as PaperCode } }));
      await queries.invalidateQueries({ queryKey: ['papers', region, matter] });
      return navigate(`${base}/drafts/${draft}`, { replace: true });
    };
    begin().catch(setError);
  }, [code, region, matter, base, beside, navigate, queries]);

  const name = CATALOGUE[code as PaperCode]?.name ?? '文书';
  return (
    <Page
      title={`起草${name}`}
      crumbs={[beside ? { to: '/work', text: '协同与督办' } : { to: '/desk', text: '我的案头' }, { to: base, text: beside ? '工作' : '事项' }]}
      here="文书"
    >
      {error ? (
        <Trouble error={error} again={() => location.reload()} />
      ) : (
        <div className="sheet">
          <Waiting rows={4} />
        </div>
      )}
    </Page>
  );
}
