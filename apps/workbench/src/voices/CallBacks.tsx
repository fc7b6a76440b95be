/** 等回访的撤回申请: a withdrawal counts only when somebody outside the handling unit has asked the petitioner; until then the work goes on. */
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { listCallBacks } from '#contexts/casework/contract.ts';
import { call } from '../shared/call.ts';
import { day } from '../shared/dates.ts';
import { Sheet } from '../shared/Sheet.tsx';

export function CallBacks() {
  const list = useQuery({ queryKey: ['call-backs'], queryFn: () => call(listCallBacks, {}), retry: false, staleTime: 10_000 });
  const rows = list.data?.rows ?? [];
  if (rows.length === 0) return null; // nobody asked, or not for this person to call
  return (
    <Sheet title="等回访的撤回申请" aside={`${rows.length} 件`} pad={false}>
      <p className="pad small mute">请打电话或者当面问信访人：是不是自愿，有没有人施压或者许了条件。问过以前照常办理，期限照走。</p>
      <table className="grid cards">
        <caption className="vh">等回访的撤回申请</caption>
        <thead>
          <tr>
            <th scope="col">申请撤回</th>
            <th scope="col">谁在办</th>
            <th scope="col">事项</th>
            <th scope="col">下一步</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ region, matter, no, unit, askedOn }) => (
            <tr key={matter}>
              <td className="nw" data-name="申请撤回">
                {day(askedOn)}
              </td>
              <td data-name="谁在办">{unit ?? '—'}</td>
              <td data-name="事项">
                <Link to={`/matters/${region}/${matter}`}>{no}</Link>
              </td>
              <td>
                <Link to={`/matters/${region}/${matter}?do=confirmWithdrawal`}>回访</Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  );
}
