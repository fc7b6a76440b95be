/** 事项: the answer first, the petitioner's words above the claims, all that happened, the papers; clocks and acts beside. */
import { Button } from 'antd';
import { useEffect } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { CHANNELS } from '#kernel/channels.ts';
import { KINDS } from '#contexts/casework/domain/kinds.ts';
import { categoryName } from '#contexts/casework/domain/categories.ts';
import type { FromDesk } from '../desk/duties.ts';
import { Papers } from '../papers/Papers.tsx';
import { useMe } from '../session/session.tsx';
import { forget, remember } from '../shell/recent.ts';
import { daysSince } from '../shared/dates.ts';
import { nothingToShow } from '../shared/failure.ts';
import { useKeys } from '../shared/keys.ts';
import { Page } from '../shared/Page.tsx';
import { Trouble } from '../shared/Trouble.tsx';
import { Waiting } from '../shared/Waiting.tsx';
import { Acts } from './Acts.tsx';
import { ActSheet } from './ActSheet.tsx';
import { Charge } from './Charge.tsx';
import { Claims } from './Claims.tsx';
import { Clocks } from './Clocks.tsx';
import { leadOf, type Way } from './lead.ts';
import './matter.css';
import { Strip } from './Strip.tsx';
import { Timeline } from './Timeline.tsx';
import { useDoing } from './useDoing.ts';
import { useMatter, useMatterKey } from './useMatter.ts';
import { Verdict } from './Verdict.tsx';
import { Voice } from './Voice.tsx';

export default function MatterPage() {
  const me = useMe();
  const key = useMatterKey();
  const matter = useMatter(key);
  const navigate = useNavigate();
  const { state } = useLocation() as { state: FromDesk | null };
  const { doing, isOpen, open: act, close } = useDoing();
  const at = useSearchParams()[0].get('at');
  const page = matter.data;
  const lead = page ? leadOf(page, me.unitName) : { rows: [] };
  const canNote = page?.can.some(({ command }) => command === 'takeNote');

  /** The form goes away: the keyboard stands at the head of the page, before what is next. */
  const leave = (command: string) => {
    if (isOpen(command)) document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
    close(command);
  };
  const done = (command: string) =>
    state?.from === 'desk' && state.to === 'act' && command !== 'takeNote' && isOpen(command)
      ? navigate(`/desk${state.search}`, { state: { at: state.at } })
      : leave(command);
  const go = (way: Way) => ('to' in way ? navigate(way.to) : 'at' in way ? lookAt(way.at) : act(way.command));
  useKeys({
    ...(lead.way && { E: { does: lead.way.label, run: () => go(lead.way!) } }),
    ...(canNote && { N: { does: '记一笔', run: () => act('takeNote') } }),
  });
  const loaded = page !== undefined;
  const gone = nothingToShow(matter);
  useEffect(() => {
    const to = `/matters/${key.region}/${key.matter}`;
    if (gone) forget(to);
    else if (page) remember({ to, title: page.title, no: page.no });
  }, [gone, page, key.region, key.matter]);
  useEffect(() => {
    if (loaded && at) lookAt(at);
  }, [loaded, at]);

  if (gone)
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
      crumbs={[{ to: `/desk${state?.from === 'desk' ? state.search : ''}`, text: '我的案头' }]}
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
          {lead.beside && !isDoing(lead.beside, doing) && <Button onClick={() => go(lead.beside!)}>{lead.beside.label}</Button>}
          {lead.way && !isDoing(lead.way, doing) && (
            <Button type={doing ? 'default' : 'primary'} onClick={() => go(lead.way!)}>
              {lead.way.label} <kbd>E</kbd>
            </Button>
          )}
        </>
      }
    >
      <Strip page={page} lead={lead} onWay={go} />
      <div className="cols matter-cols">
        <div className="stack">
          {doing && <ActSheet key={doing} page={page} command={doing} done={() => done(doing)} cancel={() => leave(doing)} />}
          <Voice page={page} />
          <Claims page={page} />
          <Papers page={page} isLed={lead.way !== undefined || doing !== null} />
          <Timeline page={page} />
        </div>
        <div className="stack">
          <Clocks page={page} />
          <Acts page={page} usual={page.can.find(({ command }) => [lead.way, lead.beside].some((way) => way && isDoing(way, command)))} onAct={act} />
          <Verdict region={key.region} matter={key.matter} />
          <Charge page={page} />
        </div>
      </div>
    </Page>
  );
}

const isDoing = (way: Way, doing: string | null) => 'command' in way && way.command === doing;

/** In sight, and where the keyboard goes on from. */
function lookAt(place: string): void {
  const found = document.getElementById(place);
  if (!found) return;
  found.tabIndex = -1;
  found.focus({ preventScroll: true });
  found.scrollIntoView?.({ block: 'start' });
}
