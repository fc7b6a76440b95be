/** 一个数是哪些事项: the matters that one figure counts, the earliest due first; each opens where this unit may see it. */
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { type FigureMatter, listFigureMatters } from '#contexts/insight/contract.ts';
import { daysBetween, type PlainDate } from '#kernel/dates.ts';
import { call } from '../shared/call.ts';
import { articleOf } from '../shared/clock/read.ts';
import { day, dayAndWeekday } from '../shared/dates.ts';
import { Empty } from '../shared/Empty.tsx';
import { Page } from '../shared/Page.tsx';
import { RowsTable } from '../shared/RowsTable.tsx';
import { Trouble } from '../shared/Trouble.tsx';
import { Waiting } from '../shared/Waiting.tsx';
import { WhatCell } from '../shared/WhatCell.tsx';
import { type FigureAsked, figureOf, sayFigure, sayMonth } from './figure.ts';

export default function FigureMattersPage() {
  const [search] = useSearchParams();
  const asked = figureOf(search);
  if (asked) return <Behind asked={asked} />;
  return (
    <Page title="这个数是哪些事项" crumbs={[{ to: '/figures', text: '期限办理情况' }]}>
      <div className="sheet">
        <Empty
          title="这个地址不完整"
          acts={
            <Link className="btn-like" to="/figures">
              回到期限办理情况
            </Link>
          }
        >
          请从“期限办理情况”里点要看的那个数。
        </Empty>
      </div>
    </Page>
  );
}

function Behind({ asked }: { asked: FigureAsked }) {
  const navigate = useNavigate();
  const found = useQuery({ queryKey: ['figure', asked], queryFn: () => call(listFigureMatters, { query: asked }) });
  const { asOf = '', unitName = '', count = 0, rows = [], more = false } = found.data ?? {};
  const addressOf = ({ region, matter }: FigureMatter) => `/matters/${region}/${matter}`;

  return (
    <Page
      title={sayFigure(asked)}
      crumbs={[{ to: `/figures?month=${asked.month}`, text: `${sayMonth(asked.month)}期限办理情况` }]}
      here="是哪些事项"
      sentence={
        found.data && (
          <>
            {unitName} <b>{count}</b> 个，算到{day(asOf)}。依据：{articleOf(asked.clock)}。
            {!more && rows.length < count && `这里列出 ${rows.length} 个，其余的不在本单位可以看的范围里。`}
          </>
        )
      }
      acts={
        rows.length > 0 && (
          <Button className="only-wide" onClick={() => print()}>
            打印
          </Button>
        )
      }
    >
      {found.error && <Trouble error={found.error} again={() => found.refetch()} />}
      <section className="sheet" aria-label="这个数里的事项">
        {found.isPending && <Waiting rows={6} again={() => found.refetch()} />}
        {found.data && rows.length === 0 && (
          <Empty title="没有可以列出的">数是随时算的，刚刚办了的已经不在这个数里；或者这几件不在本单位可以看的范围里。</Empty>
        )}
        {rows.length > 0 && (
          <RowsTable
            caption="这个数里的事项，最早到期的在前"
            rows={rows}
            keyOf={({ matter, key }) => matter + key}
            nameOf={({ title, no }) => title ?? no}
            open={(row) => navigate(addressOf(row))}
            columns={[
              {
                head: '什么事',
                cell: (row, tabIndex) => <WhatCell row={row} to={addressOf(row)} tabIndex={tabIndex} />,
              },
              { head: '最后一日', width: 210, named: true, cell: ({ legalOn }) => dayAndWeekday(legalOn) },
              { head: '办成', width: 260, named: true, cell: (row) => <Done row={row} asOf={asOf as PlainDate} /> },
            ]}
          />
        )}
        {more && <p className="keys">先列最早到期的 {rows.length} 个。</p>}
      </section>
    </Page>
  );
}

function Done({ row: { legalOn, doneOn }, asOf }: { row: FigureMatter; asOf: PlainDate }) {
  const late = daysBetween(legalOn as PlainDate, (doneOn ?? asOf) as PlainDate);
  return (
    <>
      {doneOn ? dayAndWeekday(doneOn) : <b className="late">还没有办</b>}
      {late > 0 && <span className="sub">{doneOn ? `办成时超了 ${late} 天` : `到${day(asOf)}超了 ${late} 天`}</span>}
    </>
  );
}
