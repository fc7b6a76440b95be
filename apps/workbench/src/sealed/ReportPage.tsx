/** One report on a cadre, as its recipient reads it: what the report says, and nothing of the file behind it. */
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { getReport, getReportPaper, receiveReport, type ReportPage as Report } from '#contexts/sealed/contract.ts';
import { REPORT_POSTS, REPORTS } from '#contexts/sealed/domain/actions.ts';
import { call, urlOf } from '../shared/call.ts';
import { day } from '../shared/dates.ts';
import { Note } from '../shared/Note.tsx';
import { nothingToShow } from '../shared/failure.ts';
import { Page } from '../shared/Page.tsx';
import { Sheet } from '../shared/Sheet.tsx';
import { Trouble } from '../shared/Trouble.tsx';
import { Waiting } from '../shared/Waiting.tsx';
import { SealedForm } from './acts/form.tsx';
import { NO_PACKET, PacketInput, packetOf, packetWrong } from './acts/packet.tsx';
import { NOBODY_ELSE } from './WhoSees.tsx';

const CRUMBS = [{ to: '/sealed', text: '检举控告密件' }];

export default function ReportPage() {
  const { region = '', file = '', report = '' } = useParams();
  const params = { region, file, report: Number(report) };
  const loaded = useQuery({
    queryKey: ['sealed', 'report', region, file, report],
    queryFn: () => call(getReport, { params }),
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  if (nothingToShow(loaded))
    return (
      <Page title="通报" crumbs={CRUMBS}>
        <Trouble error={loaded.error} again={() => loaded.refetch()} />
      </Page>
    );
  if (!loaded.data) return <Waiting rows={5} />;
  const page = loaded.data;
  return (
    <Page title={REPORTS[page.kind]} crumbs={CRUMBS} here={page.no} sentence={`${page.from}，${day(page.sentOn, page.today)}送来`}>
      <div className="stack">
        <Note
          kind="info"
          quiet
          title={`看得到这份通报的只有：${page.recipients.map(({ post, name }) => `${REPORT_POSTS[post]}（${name}）`).join('、')}。报送的单位只看得到文号、送给谁、签收没有。`}
        >
          {NOBODY_ELSE}
        </Note>
        <Said page={page} />
        {page.may.includes('receive') && (
          <Sheet title="签收">
            <SealedForm
              label="签收"
              ask="清点页数、查验封签后签收。确定吗？"
              start={NO_PACKET}
              check={packetWrong}
              send={(value) => call(receiveReport, { params, body: { seen: page.n, ...packetOf(value) } })}
              done={() => void loaded.refetch()}
            >
              {(given) => <PacketInput {...given} />}
            </SealedForm>
          </Sheet>
        )}
      </div>
    </Page>
  );
}

function Said({ page }: { page: Report }) {
  const { kind, office, subject, facts, count, identity, code, recipients, today, region, file, report } = page;
  return (
    <Sheet title={office} aside="信访人反映的情况，没有核实">
      <blockquote className="voice">{facts}</blockquote>
      <dl className="facts" style={{ marginTop: 12 }}>
        <dt>反映的问题</dt>
        <dd>{subject}</dd>
        <dt>件数</dt>
        <dd>{count}</dd>
        <dt>密件代号</dt>
        <dd className="mono">{code}</dd>
        <dt>信访人的身份</dt>
        <dd>{identity ? `写明的理由：${identity}` : '不写'}</dd>
        {recipients.map(({ post, name, receivedOn }) => (
          <div key={post} style={{ display: 'contents' }}>
            <dt>{REPORT_POSTS[post]}</dt>
            <dd>
              {name}，{receivedOn ? `${day(receivedOn, today)}签收` : '还没有签收'}
            </dd>
          </div>
        ))}
      </dl>
      <p style={{ marginTop: 8 }}>
        <a href={urlOf(getReportPaper.url, { region, file, report })} target="_blank" rel="noreferrer">
          {kind === 'major' ? '重大情况报送函' : '反映干部问题信访情况通报'}（F55）
        </a>
      </p>
    </Sheet>
  );
}
