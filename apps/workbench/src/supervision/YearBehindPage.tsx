/** 年度报告里的一个数是哪些: matters or work, the newest first; each opens where this unit may see it. */
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearchParams } from 'react-router';
import { listYearBehind, type YearItem } from '#contexts/supervision/contract/overdue.ts';
import { call } from '../shared/call.ts';
import { day } from '../shared/dates.ts';
import { Empty } from '../shared/Empty.tsx';
import { Page } from '../shared/Page.tsx';
import { RowsTable } from '../shared/RowsTable.tsx';
import { Trouble } from '../shared/Trouble.tsx';
import { Waiting } from '../shared/Waiting.tsx';
import { WhatCell } from '../shared/WhatCell.tsx';

const addressOf = ({ kind, region, id }: YearItem) => (kind === 'work' ? `/work/${region}/${id}` : `/matters/${region}/${id}`);

export default function YearBehindPage() {
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const [year, what, key] = ['year', 'what', 'key'].map((name) => search.get(name) ?? '') as [string, string, string];
  const found = useQuery({
    queryKey: ['year-behind', year, what, key],
    queryFn: () => call(listYearBehind, { params: { year }, query: { what, key } }),
    retry: false,
  });
  const { name = '这个数是哪些', count = 0, rows = [], until = '', more = false } = found.data ?? {};

  return (
    <Page
      title={found.data ? `${year}年：${name}` : name}
      crumbs={[{ to: `/overdue?${new URLSearchParams({ year })}`, text: '超期清单和年度数据' }]}
      here="是哪些"
      sentence={
        found.data && (
          <>
            <b>{count}</b> 件，算到{day(until)}。{!more && rows.length < count && `这里列出 ${rows.length} 件，其余的不在本单位可以看的范围里。`}
          </>
        )
      }
    >
      {found.error && <Trouble error={found.error} again={() => found.refetch()} />}
      {!found.error && (
        <section className="sheet" aria-label="这个数里的">
          {found.isPending && <Waiting rows={6} again={() => found.refetch()} />}
          {found.data && rows.length === 0 && <Empty title="没有可以列出的">这些不在本单位可以看的范围里。</Empty>}
          {rows.length > 0 && (
            <RowsTable
              caption="这个数里的，新的在前"
              rows={rows}
              keyOf={({ id }) => id}
              nameOf={({ title, no, id }) => title ?? no ?? id}
              open={(row) => navigate(addressOf(row))}
              columns={[
                {
                  head: '什么事',
                  cell: (row, tabIndex) => <WhatCell row={row} to={addressOf(row)} tabIndex={tabIndex} />,
                },
                { head: '哪天', width: 170, named: true, cell: ({ on }) => day(on) },
              ]}
            />
          )}
          {more && <p className="keys">先列最近的 {rows.length} 件。</p>}
        </section>
      )}
    </Page>
  );
}
