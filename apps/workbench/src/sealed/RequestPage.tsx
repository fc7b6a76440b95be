/** One letter of the inspectorate: what it asks for, what the article lets into the envelope, and what was provided. */
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { getRequest, getRequestPaper, type RequestPage as Request } from '#contexts/sealed/contract.ts';
import { GROUPS } from '#contexts/sealed/domain/inspectorate.ts';
import { call, urlOf } from '../shared/call.ts';
import { day } from '../shared/dates.ts';
import { Note } from '../shared/Note.tsx';
import { nothingToShow } from '../shared/failure.ts';
import { Page } from '../shared/Page.tsx';
import { Sheet } from '../shared/Sheet.tsx';
import { Trouble } from '../shared/Trouble.tsx';
import { Waiting } from '../shared/Waiting.tsx';
import { Provide } from './Provide.tsx';
import { SealedClocks } from './SealedClocks.tsx';
import '../matter/matter.css';

const CRUMBS = [{ to: '/sealed', text: '检举控告密件' }];

export default function RequestPage() {
  const { region = '', request = '' } = useParams();
  const loaded = useQuery({
    queryKey: ['sealed', 'request', region, request],
    queryFn: () => call(getRequest, { params: { region, request } }),
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  if (nothingToShow(loaded))
    return (
      <Page title="来函" crumbs={CRUMBS}>
        <Trouble error={loaded.error} again={() => loaded.refetch()} />
      </Page>
    );
  if (!loaded.data) return <Waiting rows={5} />;
  const page = loaded.data;
  return (
    <Page
      title={page.organ}
      crumbs={CRUMBS}
      here={page.provided ? (page.provided.nothing ? '已答复：无可提供' : '已提供') : '待提供'}
      sentence={`${page.letterNo} · ${day(page.requestedOn, page.today)}来函`}
    >
      <div className="cols matter-cols">
        <div className="stack">
          <Note kind="info" quiet title={`看得到这份来函的只有本单位的检举控告件甄别人员；材料只交${page.receiver}。`}>
            只提供来函要的、第四十一条第二款写明的几类；放进去的每一件密件都留痕。
          </Note>
          <Asked page={page} />
          {page.provided ? <Provided page={page} provided={page.provided} /> : <Provide page={page} done={() => void loaded.refetch()} />}
        </div>
        <SealedClocks clocks={page.clocks} today={page.today} />
      </div>
    </Page>
  );
}

function Asked({ page: { units, groups, receiver, dueOn, today } }: { page: Request }) {
  return (
    <Sheet title="来函要什么">
      <dl className="facts">
        <dt>被巡视巡察</dt>
        <dd>{units.map(({ name }) => name).join('、')}</dd>
        <dt>哪几类</dt>
        <dd>{groups.map((group) => GROUPS[group]).join('；')}</dd>
        <dt>由谁接收</dt>
        <dd>{receiver}</dd>
        <dt>到哪天</dt>
        <dd>{day(dueOn, today)}</dd>
      </dl>
    </Sheet>
  );
}

function Provided({ page, provided }: { page: Request; provided: NonNullable<Request['provided']> }) {
  const { no, nothing, on, by, pages, sealNo, groups, codes } = provided;
  return (
    <Sheet title={nothing ? '怎样答复的' : '提供了什么'}>
      <dl className="facts">
        <dt>{day(on, page.today)}</dt>
        <dd>
          {no}，{nothing ? '书面答复无可提供' : `共 ${pages} 页，封签 ${sealNo}`}，{by}
        </dd>
        {groups.map(({ group, items, pages: each }) => (
          <div key={group} style={{ display: 'contents' }}>
            <dt>{nothing ? '无可提供' : `${items} 件 ${each} 页`}</dt>
            <dd>{GROUPS[group]}</dd>
          </div>
        ))}
        {codes.length > 0 && (
          <>
            <dt>其中密件</dt>
            <dd className="mono">{codes.join('、')}</dd>
          </>
        )}
      </dl>
      <p style={{ marginTop: 8 }}>
        <a href={urlOf(getRequestPaper.url, { region: page.region, request: page.request })} target="_blank" rel="noreferrer">
          提供情况函（F62）
        </a>
      </p>
    </Sheet>
  );
}
