/** 超期清单: by unit, the longest overdue first, with the duty that is not done. How many petitions a unit has is not looked at (不变量 43). */
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { listOverdue } from '#contexts/supervision/contract/overdue.ts';
import { call } from '../shared/call.ts';
import { day } from '../shared/dates.ts';
import { isRefused } from '../shared/failure.ts';
import { Empty } from '../shared/Empty.tsx';
import { Page } from '../shared/Page.tsx';
import { Sheet } from '../shared/Sheet.tsx';
import { Trouble } from '../shared/Trouble.tsx';
import { Waiting } from '../shared/Waiting.tsx';
import { OverduePromises } from '../voices/OverduePromises.tsx';
import { YearFigures } from './YearFigures.tsx';

export default function OverduePage() {
  const list = useQuery({ queryKey: ['overdue'], queryFn: () => call(listOverdue, {}) });
  return (
    <Page
      title="超期清单"
      crumbs={[{ to: '/work', text: '协同与督办' }]}
      here="超期清单"
      sentence="按单位列，超得最久的在前，写明差的是哪一步。不按件数排，也不看谁的信访件多。"
    >
      <div className="stack">
        {list.error && <Trouble error={list.error} again={() => list.refetch()} />}
        {list.isPending && (
          <div className="sheet">
            <Waiting rows={6} again={() => void list.refetch()} />
          </div>
        )}
        {list.data?.units.length === 0 && (
          <div className="sheet">
            <Empty title="没有超期的">本地区各单位现在没有超过法定期限的事项。哪一项过了期，下一分钟就列在这里。</Empty>
          </div>
        )}
        {list.data?.units.map(({ unit, unitName, longest, rows }) => (
          <Sheet key={unit} title={unitName} aside={`最久的超了 ${longest} 天`} pad={false}>
            <table className="grid cards overdue">
              <caption className="vh">{unitName}超期的事项</caption>
              <thead>
                <tr>
                  <th scope="col">什么事</th>
                  <th scope="col">差哪一步</th>
                  <th scope="col">应在</th>
                  <th scope="col" className="n">
                    超了
                  </th>
                  <th scope="col">督办</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={`${row.matter}${row.clock}`}>
                    <td>
                      <Link className="ttl" to={`/matters/${row.region}/${row.matter}`}>
                        {row.title ?? row.no}
                      </Link>
                      {row.title && <span className="sub mono">{row.no}</span>}
                    </td>
                    <td data-name="差">{row.clockName}</td>
                    <td className="nw" data-name="应在">
                      {day(row.legalOn)}
                    </td>
                    <td className="n nw" data-name="超了">
                      <b className="late">{row.daysLate} 天</b>
                    </td>
                    <td data-name="督办">{row.order ? <Link to={`/work/${row.region}/${row.order}`}>{row.stage}</Link> : '待系统登记'}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Sheet>
        ))}
        {!isRefused(list.error, 'NotAllowed') && (
          <>
            <OverduePromises />
            <YearFigures />
          </>
        )}
      </div>
    </Page>
  );
}
