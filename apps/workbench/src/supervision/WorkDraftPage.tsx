/** Writing a paper of work beside matters: a supervision order, minutes, the report of a year. */
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { getWork } from '#contexts/coordination/contract.ts';
import { getDraft } from '#contexts/documents/contract.ts';
import { DraftDesk } from '../papers/DraftDesk.tsx';
import { call } from '../shared/call.ts';
import { nothingToShow } from '../shared/failure.ts';
import { Page } from '../shared/Page.tsx';
import { Trouble } from '../shared/Trouble.tsx';
import { Waiting } from '../shared/Waiting.tsx';
import { nameOf } from './kinds.ts';

export default function WorkDraftPage() {
  const { region = '', work = '', draft = '' } = useParams();
  const about = useQuery({ queryKey: ['work', region, work], queryFn: () => call(getWork, { params: { region, work } }) });
  const loaded = useQuery({
    queryKey: ['draft', draft],
    queryFn: () => call(getDraft, { params: { region, matter: work, draft } }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

  if (nothingToShow(loaded) || nothingToShow(about))
    return (
      <Page title="起草文书">
        <Trouble error={loaded.error ?? about.error} again={() => loaded.refetch()} />
      </Page>
    );
  if (!loaded.data || !about.data)
    return (
      <div className="sheet">
        <Waiting rows={8} />
      </div>
    );
  const back = `/work/${region}/${work}`;
  return (
    <DraftDesk
      key={loaded.dataUpdatedAt}
      loaded={loaded.data}
      params={{ region, matter: work, draft }}
      seen={about.data.n}
      back={back}
      crumbs={[
        { to: '/work', text: '协同与督办' },
        { to: back, text: nameOf(about.data) },
      ]}
      reload={() => void loaded.refetch()}
    />
  );
}
