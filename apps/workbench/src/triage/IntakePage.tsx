/** One arrival: its words at the left, what becomes of it at the right. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useRef } from 'react';
import { useParams } from 'react-router';
import { getIntake, type IntakePage as Intake } from '#contexts/intake/contract.ts';
import { CHANNELS } from '#kernel/channels.ts';
import { call } from '../shared/call.ts';
import { timesTold } from '../registration/offline/times.ts';
import { day, dayAndWeekday, moment } from '../shared/dates.ts';
import { nothingToShow } from '../shared/failure.ts';
import { Page } from '../shared/Page.tsx';
import { Trouble } from '../shared/Trouble.tsx';
import { Waiting } from '../shared/Waiting.tsx';
import { Answering } from './Answering.tsx';
import { GoOn, Neighbours, useSeries } from './Series.tsx';
import { Source } from './Source.tsx';
import { Manager } from './Manager.tsx';
import { Splitting } from './Splitting.tsx';
import { NewCode } from './NewCode.tsx';
import { Outcome } from './Outcome.tsx';
import './triage.css';

export default function IntakePage() {
  const { region = '', intake = '' } = useParams();
  const queries = useQueryClient();
  const loaded = useQuery({ queryKey: ['intake', region, intake], queryFn: () => call(getIntake, { params: { region, intake } }) });
  const refresh = async () => {
    await Promise.all([loaded.refetch(), queries.invalidateQueries({ queryKey: ['waiting'] }), queries.invalidateQueries({ queryKey: ['desk'] })]);
  };

  if (nothingToShow(loaded))
    return (
      <Page title="来件">
        <Trouble error={loaded.error} again={() => loaded.refetch()} />
      </Page>
    );
  if (!loaded.data)
    return (
      <div className="sheet">
        <Waiting rows={8} again={() => loaded.refetch()} />
      </div>
    );
  return <One key={loaded.data.intake} page={loaded.data} refresh={refresh} />;
}

interface OneProps {
  page: Intake;
  refresh: () => Promise<void>;
}

function One({ page, refresh }: OneProps) {
  const series = useSeries(page);
  const first = useRef(page.stage);
  const fresh = page.stage !== first.current; // somebody here has just said what it is, or answered
  const isDone = page.stage !== 'registered' && page.stage !== 'classified';
  return (
    <Page
      title={page.title}
      crumbs={[{ to: '/intakes', text: '来件' }]}
      here={page.stageName}
      sentence={
        <>
          <span className="mono">{page.no}</span>
          {'　'}
          {saysOf(page)}
        </>
      }
      acts={<Neighbours {...series} />}
    >
      {page.asksManager && <Manager page={page} refresh={refresh} />}
      <Body page={page} refresh={refresh} fresh={fresh}>
        {isDone && fresh && <GoOn {...series} />}
      </Body>
    </Page>
  );
}

function saysOf({ channel, receivedAt, postmarkOn, today, lateEntry, offline, manager, legalOn }: Intake): string {
  return [
    CHANNELS[channel].name,
    `${moment(receivedAt, today)}收到`,
    postmarkOn && `邮戳 ${day(postmarkOn, today)}`,
    lateEntry && !offline && '补登记，期限从收到那天算',
    offline && `没有网络时登记：${timesTold(offline)}`,
    manager && `大堂经理 ${manager}`,
    legalOn && `最迟 ${dayAndWeekday(legalOn, today)}要有去向`,
  ]
    .filter(Boolean)
    .join(' · ');
}

function Body({ page, refresh, fresh, children }: OneProps & { fresh: boolean; children: ReactNode }) {
  if (page.stage === 'registered') return <Splitting page={page} refresh={refresh} />;
  return (
    <div className="cols source-cols">
      <Source page={page} quotes={[]} />
      <div className="stack">
        {page.stage !== 'classified' && <Outcome page={page} />}
        {children}
        {(page.stage === 'classified' || page.stage === 'replied') && <Answering page={page} refresh={refresh} fresh={fresh} />}
        {page.stage !== 'sealed' && <NewCode page={page} refresh={refresh} />}
      </div>
    </div>
  );
}
