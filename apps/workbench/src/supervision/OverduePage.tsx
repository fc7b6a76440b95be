/** 超期清单: by unit, the longest overdue first, with the duty that is not done. How many petitions a unit has is not looked at (不变量 43). */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { getYearFigures, listOverdue } from '#contexts/supervision/contract/overdue.ts';
import { call } from '../shared/call.ts';
import { day, todayInChina } from '../shared/dates.ts';
import { Empty } from '../shared/Empty.tsx';
import { Page } from '../shared/Page.tsx';
import { Sheet } from '../shared/Sheet.tsx';
import { Trouble } from '../shared/Trouble.tsx';
import { Waiting } from '../shared/Waiting.tsx';
import { OverduePromises } from '../voices/OverduePromises.tsx';

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
        <OverduePromises />
        <YearFigures />
      </div>
    </Page>
  );
}

const HIDDEN = '不公布'; // a part of a whole: hidden by itself, or so that another cannot be reckoned from the rest (不变量 28)
const FEW = '少于 5';

function YearFigures() {
  const [year, setYear] = useState(todayInChina().slice(0, 4));
  const figures = useQuery({ queryKey: ['year-figures', year], queryFn: () => call(getYearFigures, { params: { year } }), enabled: /^20\d\d$/.test(year) });
  const years = [0, 1, 2].map((back) => String(Number(todayInChina().slice(0, 4)) - back));
  const told = (count: number | null, otherwise: string) => (count === null ? otherwise : String(count));
  return (
    <Sheet title="年度报告数据" aside="第四十一条第一款，按办理记录算出">
      <fieldset className="seg" aria-label="哪一年">
        {years.map((each) => (
          <button key={each} type="button" aria-pressed={each === year} onClick={() => setYear(each)}>
            {each}
          </button>
        ))}
      </fieldset>
      {figures.error && (
        <div style={{ marginTop: 12 }}>
          <Trouble error={figures.error} again={() => figures.refetch()} />
        </div>
      )}
      {figures.data && (
        <dl className="facts small" style={{ marginTop: 12 }}>
          <dt>信访事项</dt>
          <dd>
            {told(figures.data.matters, HIDDEN)}，算到{day(figures.data.until)}
          </dd>
          {(
            [
              ['涉及领域', figures.data.byCategory, HIDDEN],
              ['被投诉的机关、单位', figures.data.complainedAbout, FEW],
              ['转送、交办、督办', figures.data.sent, FEW],
              ['三项建议和采纳', figures.data.recommendations, HIDDEN],
            ] as const
          ).map(([name, counts, otherwise]) => (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{name}</dt>
              <dd>{counts.length === 0 ? '没有' : counts.map(({ name: what, count }) => `${what} ${told(count, otherwise)}`).join('；')}</dd>
            </div>
          ))}
        </dl>
      )}
      {figures.data && <p className="small mute">“{HIDDEN}”的，是少于 5 的和能由此推算出来的。</p>}
    </Sheet>
  );
}
