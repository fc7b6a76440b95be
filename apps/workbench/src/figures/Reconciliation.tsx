/** 来件对账: what came against what was registered, and whatever does not agree, by number. For the petition department's head and its supervisors; nobody else sees that it is there. */
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { getReconciliation } from '#contexts/intake/contract.ts';
import { CHANNELS } from '#kernel/channels.ts';
import { hasRole, useMe } from '../session/session.tsx';
import { call } from '../shared/call.ts';
import { day, moment } from '../shared/dates.ts';
import { Note } from '../shared/Note.tsx';
import { Sheet } from '../shared/Sheet.tsx';
import { sayMonth } from './figure.ts';

export function Reconciliation({ month }: { month: string }) {
  const mayAsk = hasRole(useMe(), 'petitionDeptHead', 'supervisor');
  const asked = useQuery({
    queryKey: ['reconciliation', month],
    queryFn: () => call(getReconciliation, { query: { month } }),
    enabled: mayAsk,
    retry: false,
  });
  if (!asked.data?.countedAt) return null;
  const { countedAt, came, registered, rows, astray, more } = asked.data;
  return (
    <Sheet title="来件对账" aside={`${moment(countedAt)}对的账；今天的还没有过完，不算`}>
      <div className="stack tight">
        {came === registered && astray.length === 0 ? (
          <Note kind="done" quiet title={`${sayMonth(month)}来的 ${came} 件都登记了，在办的件件有人负责。`} />
        ) : (
          <Note
            kind="care"
            quiet
            title={`${sayMonth(month)}来了 ${came} 件，登记 ${registered} 件；现在有 ${astray.length}${more ? ' 件以上' : ' 件'}对不上。`}
          />
        )}
        {astray.length > 0 && (
          <ul className="stack tight">
            {astray.map(({ kind, no, day: on, channel, says, next, region, matter }) => (
              <li key={kind + no}>
                {matter ? <Link to={`/matters/${region}/${matter}`}>{no}</Link> : <b>{no}</b>}（{CHANNELS[channel].name}，{day(on)}）{says}。
                <span className="sub">{next}</span>
              </li>
            ))}
          </ul>
        )}
        {rows.length > 0 && (
          <details>
            <summary>每天每个渠道</summary>
            <table className="grid cards">
              <caption className="vh">每天每个渠道来的和登记的件数</caption>
              <thead>
                <tr>
                  <th scope="col">收到那天</th>
                  <th scope="col">渠道</th>
                  <th scope="col" className="n">
                    来了
                  </th>
                  <th scope="col" className="n">
                    登记
                  </th>
                  <th scope="col" className="n">
                    差
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.day + row.channel}>
                    <td className="b">{day(row.day)}</td>
                    <td>{CHANNELS[row.channel].name}</td>
                    <td data-name="来了" className="n">
                      {row.came}
                    </td>
                    <td data-name="登记" className="n">
                      {row.registered}
                    </td>
                    <td data-name="差" className="n">
                      {row.difference === 0 ? 0 : <b className="late">{row.difference}</b>}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        )}
      </div>
    </Sheet>
  );
}
