/** One sealed accusation: what it says, to those who may read it; whom it concerns; where it goes by cadre authority. */
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { getSealed, getSealedAttachment, getSlip, type SealedPage as File } from '#contexts/sealed/contract.ts';
import { MARKS, type Mark, WHOM } from '#contexts/sealed/domain/actions.ts';
import { SEALED_STAGES } from '#contexts/sealed/domain/file.ts';
import { CHANNELS } from '#kernel/channels.ts';
import { call, urlOf } from '../shared/call.ts';
import { ClockCalc, type Evidence } from '../shared/clock/ClockCalc.tsx';
import { ClockTag } from '../shared/clock/ClockTag.tsx';
import { readClock } from '../shared/clock/read.ts';
import { day, moment } from '../shared/dates.ts';
import { Page } from '../shared/Page.tsx';
import { Sheet } from '../shared/Sheet.tsx';
import { Trouble } from '../shared/Trouble.tsx';
import { Waiting } from '../shared/Waiting.tsx';
import { SealedActs } from './SealedActs.tsx';
import '../matter/matter.css';

const STANDING: Readonly<Record<string, Evidence>> = { law: 'T', practice: 'S', unconfirmed: 'M', default: 'P' };

export default function SealedPage() {
  const { region = '', file = '' } = useParams();
  const loaded = useQuery({
    queryKey: ['sealed', region, file],
    queryFn: () => call(getSealed, { params: { region, file } }),
    gcTime: 0,
    refetchOnWindowFocus: false,
  });

  if (loaded.error)
    return (
      <Page title="密件" crumbs={[{ to: '/sealed', text: '检举控告密件' }]}>
        <Trouble error={loaded.error} again={() => loaded.refetch()} />
      </Page>
    );
  if (!loaded.data)
    return (
      <div className="sheet">
        <Waiting rows={6} />
      </div>
    );
  const page = loaded.data;
  return (
    <Page
      title={page.code}
      crumbs={[{ to: '/sealed', text: '检举控告密件' }]}
      here={SEALED_STAGES[page.stage]}
      sentence={`${CHANNELS[page.channel].name} · ${moment(page.receivedAt, page.today)}收到 · ${page.realName ? '实名' : '没有留名'}`}
    >
      <div className="cols matter-cols">
        <div className="stack">
          <Content page={page} />
          <Where page={page} />
          <SealedActs page={page} refresh={() => void loaded.refetch()} />
        </div>
        <Clocks page={page} />
      </div>
    </Page>
  );
}

function Content({ page: { content, region, file } }: { page: File }) {
  if (!content)
    return (
      <Sheet title="内容">
        <p className="mute">签收以后，内容只有接收机关看得到。</p>
      </Sheet>
    );
  return (
    <Sheet title={content.title} aside="打开即留痕">
      <blockquote className="voice">{content.text}</blockquote>
      <dl className="facts small" style={{ marginTop: 12 }}>
        <dt>谁反映的</dt>
        <dd>
          {content.parties.length
            ? content.parties.map(({ name, phone, address, note }) => [name, phone, address, note].filter(Boolean).join('，')).join('；')
            : '没有留名'}
        </dd>
        {content.files.length > 0 && (
          <>
            <dt>附件</dt>
            <dd>
              {content.files.map(({ index, name }) => (
                <a key={index} className="sub" href={urlOf(getSealedAttachment.url, { region, file, index })} target="_blank" rel="noreferrer">
                  {name}
                </a>
              ))}
            </dd>
          </>
        )}
      </dl>
    </Sheet>
  );
}

function Where({ page }: { page: File }) {
  const { accused, recipient, desk, transfers, marks, region, file } = page;
  return (
    <Sheet title="到哪里去" aside="接收机关按干部管理权限定，不由人挑">
      <dl className="facts">
        <dt>甄别单位</dt>
        <dd>{desk.name}</dd>
        {accused && (
          <>
            <dt>被反映人</dt>
            <dd>
              {accused.unitName}，{WHOM[accused.whom]}
              {accused.name && `，${accused.name}`}
            </dd>
          </>
        )}
        {recipient && (
          <>
            <dt>接收机关</dt>
            <dd>
              <b>{recipient.name}</b>
            </dd>
          </>
        )}
        {transfers.map((transfer) => (
          <Transfer key={transfer.slipNo} transfer={transfer} today={page.today} />
        ))}
        {(Object.entries(marks) as [Mark, string][]).map(([mark, on]) => (
          <Line key={mark} word={day(on, page.today)} text={MARKS[mark]} />
        ))}
      </dl>
      {transfers.length > 0 && (
        <p style={{ marginTop: 8 }}>
          <a href={urlOf(getSlip.url, { region, file })} target="_blank" rel="noreferrer">
            检举控告移送单（F54）
          </a>
        </p>
      )}
    </Sheet>
  );
}

function Transfer({ transfer, today }: { transfer: File['transfers'][number]; today: string }) {
  const { to, pages, sealNo, slipNo, sentOn, by, receiptDueOn, receivedOn, refusedOn, reason } = transfer;
  const then = receivedOn
    ? `${day(receivedOn, today)}签收`
    : refusedOn
      ? `${day(refusedOn, today)}拒收：${reason ?? ''}`
      : receiptDueOn
        ? `最迟 ${day(receiptDueOn, today)}签收`
        : '';
  return <Line word={day(sentOn, today)} text={`移送${to}，${pages} 页，封签 ${sealNo}，移送单 ${slipNo}，${by}。${then}`} />;
}

function Line({ word, text }: { word: string; text: string }) {
  return (
    <>
      <dt>{word}</dt>
      <dd>{text}</dd>
    </>
  );
}

function Clocks({ page }: { page: File }) {
  return (
    <Sheet title="期限">
      {page.clocks.length === 0 && <p className="mute">没有在走的期限。</p>}
      {page.clocks.map((clock, at) => (
        <details key={clock.key} className="run" open={at === 0}>
          <summary>
            <ClockTag
              today={page.today}
              clock={readClock({ ...clock, targetAt: null, internal: clock.standing === 'default' || clock.standing === 'unconfirmed' }, page)}
              second={`${clock.name} · ${day(clock.legalOn, page.today)}止`}
            />
            <span className="small how">怎么算的</span>
          </summary>
          <ClockCalc lines={clock.lines} evidence={STANDING[clock.standing]} />
        </details>
      ))}
    </Sheet>
  );
}
