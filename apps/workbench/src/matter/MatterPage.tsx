/** 事项: the answer first, the petitioner's words above the claims, all that happened, the papers; clocks and acts beside. */
import { Button } from 'antd';
import { useEffect } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { CHANNELS } from '#kernel/channels.ts';
import { KINDS } from '#contexts/casework/domain/kinds.ts';
import { categoryName } from '#contexts/casework/domain/categories.ts';
import { Papers } from '../papers/Papers.tsx';
import { paperDue } from '../papers/offers.ts';
import { useMe } from '../session/session.tsx';
import { daysSince } from '../shared/dates.ts';
import { useKeys } from '../shared/keys.ts';
import { Page } from '../shared/Page.tsx';
import { Trouble } from '../shared/Trouble.tsx';
import { Waiting } from '../shared/Waiting.tsx';
import { Acts } from './Acts.tsx';
import { ActSheet } from './ActSheet.tsx';
import { Charge } from './Charge.tsx';
import { Claims } from './Claims.tsx';
import { Clocks } from './Clocks.tsx';
import './matter.css';
import { Strip } from './Strip.tsx';
import { Timeline } from './Timeline.tsx';
import { useMatter, useMatterKey } from './useMatter.ts';
import { Verdict } from './Verdict.tsx';
import { Voice } from './Voice.tsx';

export default function MatterPage() {
  const me = useMe();
  const key = useMatterKey();
  const matter = useMatter(key);
  const [asked, ask] = useSearchParams();
  const navigate = useNavigate();
  const { state } = useLocation() as { state: { from?: string; at?: number } | null };
  const page = matter.data;
  const doing = asked.get('do');
  const paper = page && paperDue(page, me.unit);
  const primary = paper ? undefined : page?.can.find((each) => each.primary);
  const canNote = page?.can.some(({ command }) => command === 'takeNote');

  const act = (command: string) => ask({ do: command }, { state });
  const leave = () => ask({}, { replace: true, state });
  const done = () => (state?.from === 'desk' && doing !== 'takeNote' ? navigate('/desk', { state: { at: state.at } }) : leave());
  useKeys({
    ...(paper && { E: { does: paper.label, run: () => navigate(paper.to) } }),
    ...(primary && { E: { does: primary.label, run: () => act(primary.command) } }),
    ...(canNote && { N: { does: '记一笔', run: () => act('takeNote') } }),
  });
  useEffect(() => {
    if (page && asked.get('at')) document.getElementById(asked.get('at')!)?.scrollIntoView?.({ block: 'start' });
  }, [page, asked]);

  if (matter.error)
    return (
      <Page title="事项">
        <Trouble error={matter.error} again={() => matter.refetch()} />
      </Page>
    );
  if (!page)
    return (
      <div className="sheet">
        <Waiting rows={8} again={() => matter.refetch()} />
      </div>
    );

  return (
    <Page
      title={page.title}
      crumbs={[{ to: '/desk', text: '我的案头' }]}
      here="事项"
      sentence={
        <>
          <span className="mono">{page.no}</span>
          {'　'}
          {[
            CHANNELS[page.channel].name,
            page.firstTime === null ? '' : page.firstTime ? '初次' : '不是初次',
            page.kind ? KINDS[page.kind].name : '还没有甄别',
            page.category && categoryName(page.category),
          ]
            .filter(Boolean)
            .join(' · ')}
          {' · 收件至今 '}
          <b>{daysSince(page.receivedAt, page.today as never)}</b> 天
        </>
      }
      acts={
        <>
          {canNote && (
            <Button onClick={() => act('takeNote')}>
              记一笔 <kbd>N</kbd>
            </Button>
          )}
          {paper && (
            <Button type="primary" onClick={() => navigate(paper.to)}>
              {paper.label} <kbd>E</kbd>
            </Button>
          )}
          {primary && (
            <Button type="primary" onClick={() => act(primary.command)}>
              {primary.label} <kbd>E</kbd>
            </Button>
          )}
        </>
      }
    >
      <Strip page={page} />
      <div className="cols matter-cols">
        <div className="stack">
          {doing && <ActSheet page={page} command={doing} done={done} cancel={leave} />}
          <Voice page={page} />
          <Claims page={page} />
          <Papers page={page} />
          <Timeline page={page} />
        </div>
        <div className="stack">
          <Clocks page={page} />
          <Acts page={page} onAct={act} />
          <Verdict region={key.region} matter={key.matter} />
          <Charge page={page} />
        </div>
      </div>
    </Page>
  );
}
