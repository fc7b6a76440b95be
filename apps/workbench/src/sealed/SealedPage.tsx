/** One sealed accusation: what it says, to those who may read it; whom it concerns; where it goes by cadre authority. */
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { getSealed, getSealedAttachment, getSlip, type SealedPage as File } from '#contexts/sealed/contract.ts';
import { LINES, REPORT_POSTS, REPORTS, WHOM } from '#contexts/sealed/domain/actions.ts';
import { SEALED_STAGES } from '#contexts/sealed/domain/file.ts';
import { CHANNELS } from '#kernel/channels.ts';
import { call, urlOf } from '../shared/call.ts';
import { day, moment } from '../shared/dates.ts';
import { nothingToShow } from '../shared/failure.ts';
import { Page } from '../shared/Page.tsx';
import { Sheet } from '../shared/Sheet.tsx';
import { Trouble } from '../shared/Trouble.tsx';
import { Waiting } from '../shared/Waiting.tsx';
import { SealedActs } from './SealedActs.tsx';
import { SealedClocks } from './SealedClocks.tsx';
import { WhoSees } from './WhoSees.tsx';
import '../matter/matter.css';

export default function SealedPage() {
  const { region = '', file = '' } = useParams();
  const loaded = useQuery({
    queryKey: ['sealed', region, file],
    queryFn: () => call(getSealed, { params: { region, file } }),
    gcTime: 0,
    refetchOnWindowFocus: false,
  });

  if (nothingToShow(loaded))
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
          <WhoSees page={page} />
          <Content page={page} />
          <Where page={page} />
          <SealedActs page={page} refresh={() => void loaded.refetch()} />
        </div>
        <SealedClocks clocks={page.clocks} today={page.today} />
      </div>
    </Page>
  );
}

function Content({ page }: { page: File }) {
  const { content, region, file } = page;
  if (!content)
    return (
      <Sheet title="内容">
        <p className="mute">{page.holder ? `内容只有${page.holder.name}看得到。` : '签收以后，内容才看得到。'}</p>
      </Sheet>
    );
  return (
    <Sheet title={content.title} aside="打开即留痕">
      <blockquote className="voice">{content.text}</blockquote>
      {content.original && (
        <details className="small" style={{ marginTop: 8 }}>
          <summary>整封来件的原文（普通部分里已涂黑，只有这里看得到）</summary>
          <blockquote className="voice">{content.original}</blockquote>
        </details>
      )}
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
  const { accused, recipient, desk, transfers, marks, found, reports, region, file } = page;
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
              {accused.also.length > 0 && <span className="sub">兼任、分管：{accused.also.map(({ name }) => name).join('、')}</span>}
              {accused.line === 'politicalLegal' && <span className="sub">由{LINES.politicalLegal}接收</span>}
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
        {found?.higher && <Line word="管辖" text="属上级纪检监察机关管辖" />}
        {found?.repeated && <Line word="重复" text="重复检举控告，先前已经告知过，不再另行告知" />}
        {marks.map(({ what, on, by }) => (
          <Line key={`${by} ${what} ${on}`} word={day(on, page.today)} text={`${what}（${by}）`} />
        ))}
        {reports.map(({ index, kind, no, sentOn, recipients }) => (
          <Line
            key={index}
            word={day(sentOn, page.today)}
            text={`${REPORTS[kind]}，${no}：${recipients.map(({ post, name, receivedOn }) => `${REPORT_POSTS[post]} ${name}${receivedOn ? `，${day(receivedOn, page.today)}签收` : '，未签收'}`).join('；')}`}
          />
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

const WAYS = { transfer: '移送', up: '报送上级：', down: '转交下级：' };

function Transfer({ transfer, today }: { transfer: File['transfers'][number]; today: string }) {
  const { way, to, pages, sealNo, slipNo, sentOn, by, receiptDueOn, receivedOn, refusedOn, reason } = transfer;
  const then = receivedOn
    ? `${day(receivedOn, today)}签收`
    : refusedOn
      ? `${day(refusedOn, today)}拒收：${reason ?? ''}`
      : receiptDueOn
        ? `最迟 ${day(receiptDueOn, today)}签收`
        : '';
  return <Line word={day(sentOn, today)} text={`${WAYS[way]}${to}，${pages} 页，封签 ${sealNo}，移送单 ${slipNo}，${by}。${then}`} />;
}

function Line({ word, text }: { word: string; text: string }) {
  return (
    <>
      <dt>{word}</dt>
      <dd>{text}</dd>
    </>
  );
}
