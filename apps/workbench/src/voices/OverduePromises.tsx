/** 过期的承诺: what was promised and not confirmed in time; first what petitioners said was not done. From here it is supervised. */
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { listOverduePromises } from '#contexts/supervision/contract.ts';
import { call } from '../shared/call.ts';
import { day } from '../shared/dates.ts';
import { Sheet } from '../shared/Sheet.tsx';

export function OverduePromises() {
  const list = useQuery({ queryKey: ['promises'], queryFn: () => call(listOverduePromises, {}), retry: false, staleTime: 60_000 });
  const rows = list.data?.rows ?? [];
  if (rows.length === 0) return null; // every promise kept or not yet due, or not this person's office
  return (
    <Sheet title="过期的承诺" aside={`${rows.length} 项`} pad={false}>
      <p className="pad small mute">日期已过，还没有核实做到。请先向信访人核实；信访人说没有做到的，升级督办作出承诺的单位。</p>
      <table className="grid cards">
        <caption className="vh">过期的承诺</caption>
        <thead>
          <tr>
            <th scope="col">谁承诺的</th>
            <th scope="col">应在</th>
            <th scope="col">过了</th>
            <th scope="col">事项</th>
            <th scope="col">下一步</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ region, matter, no, title, promise, owner, unit, dueOn, daysOver, denied, order, stage }) => (
            <tr key={`${matter}${promise}`}>
              <td>
                {owner}
                <span className="sub">第 {promise} 项承诺</span>
              </td>
              <td className="nw" data-name="应在">
                {day(dueOn)}
              </td>
              <td className="nw" data-name="过了">
                {daysOver} 天
              </td>
              <td data-name="事项">
                <Link to={`/matters/${region}/${matter}`}>{title ?? no}</Link>
                {title && <span className="sub">{no}</span>}
              </td>
              <td>
                {denied ? <span className="tag r">信访人说没有做到</span> : <Link to={`/matters/${region}/${matter}?do=verifyCommitment`}>向信访人核实</Link>}
                <span className="sub">
                  {order ? (
                    <Link to={`/work/${region}/${order}`}>{stage}</Link>
                  ) : (
                    denied && <Link to={`/work?${new URLSearchParams({ begin: 'order/open', unit, matter: no })}`}>督办这个单位</Link>
                  )}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  );
}
