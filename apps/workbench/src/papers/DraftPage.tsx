/** Writing a paper of a matter: beside the editor stand the petitioner's own words, above it the clock that presses. */
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { getDraft } from '#contexts/documents/contract.ts';
import { clockOfPaper } from '../matter/lead.ts';
import { useMatter, useMatterKey } from '../matter/useMatter.ts';
import { useMe } from '../session/session.tsx';
import { call } from '../shared/call.ts';
import { isInternal } from '../shared/clock/ClockCalc.tsx';
import { ClockTag } from '../shared/clock/ClockTag.tsx';
import { readClock } from '../shared/clock/read.ts';
import { nothingToShow } from '../shared/failure.ts';
import { Page } from '../shared/Page.tsx';
import { Sheet } from '../shared/Sheet.tsx';
import { Trouble } from '../shared/Trouble.tsx';
import { Waiting } from '../shared/Waiting.tsx';
import { DraftDesk } from './DraftDesk.tsx';

export default function DraftPage() {
  const me = useMe();
  const key = useMatterKey();
  const { draft = '' } = useParams();
  const matter = useMatter(key);
  const loaded = useQuery({
    queryKey: ['draft', draft],
    queryFn: () => call(getDraft, { params: { ...key, draft } }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

  if (nothingToShow(loaded) || nothingToShow(matter))
    return (
      <Page title="起草文书">
        <Trouble error={loaded.error ?? matter.error} again={() => loaded.refetch()} />
      </Page>
    );
  if (!loaded.data || !matter.data)
    return (
      <div className="sheet">
        <Waiting rows={8} />
      </div>
    );
  const pressing = clockOfPaper(loaded.data.code, matter.data, me.unitName);
  return (
    <DraftDesk
      key={loaded.dataUpdatedAt}
      loaded={loaded.data}
      params={{ ...key, draft }}
      seen={matter.data.n}
      back={`/matters/${key.region}/${key.matter}`}
      crumbs={[
        { to: '/desk', text: '我的案头' },
        { to: `/matters/${key.region}/${key.matter}`, text: matter.data.title },
      ]}
      reload={() => void loaded.refetch()}
      clock={pressing && <ClockTag clock={readClock({ ...pressing, internal: isInternal(pressing) }, matter.data)} today={matter.data.today} />}
      aside={
        <Sheet title="信访人的话" aside="从事项带入">
          <details>
            <summary className="small">展开来看</summary>
            <p className="voice s" style={{ marginTop: 8 }}>
              {matter.data.words}
            </p>
          </details>
        </Sheet>
      }
    />
  );
}
