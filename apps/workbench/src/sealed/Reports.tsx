/** Reports on cadres that were sent to this person: to the organisation department, or to one of the two leaders by name. */
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { listReports } from '#contexts/sealed/contract.ts';
import { REPORTS } from '#contexts/sealed/domain/actions.ts';
import { call } from '../shared/call.ts';
import { day } from '../shared/dates.ts';
import { Empty } from '../shared/Empty.tsx';
import { Sheet } from '../shared/Sheet.tsx';
import { Trouble } from '../shared/Trouble.tsx';
import { Waiting } from '../shared/Waiting.tsx';

export function Reports() {
  const list = useQuery({ queryKey: ['sealed', 'reports'], queryFn: () => call(listReports, {}), gcTime: 0 });
  return (
    <Sheet title="发给您的干部问题通报" aside="《信访工作条例》第三十条第二款" pad={false}>
      {list.error && <Trouble error={list.error} again={() => list.refetch()} />}
      {list.isPending && <Waiting rows={2} />}
      {list.data?.rows.length === 0 && <Empty title="没有发给您的通报">信访部门按干部管理权限送来的，会列在这里。</Empty>}
      {list.data && list.data.rows.length > 0 && (
        <table className="grid cards">
          <thead>
            <tr>
              <th scope="col">文号</th>
              <th scope="col">什么</th>
              <th scope="col">代号</th>
              <th scope="col">送来</th>
              <th scope="col">签收</th>
            </tr>
          </thead>
          <tbody>
            {list.data.rows.map(({ region, file, report, no, kind, code, sentOn, receivedOn }) => (
              <tr key={`${file} ${report}`}>
                <td className="b">
                  <Link to={`/sealed/reports/${region}/${file}/${report}`}>{no}</Link>
                </td>
                <td>{REPORTS[kind]}</td>
                <td className="mono">{code}</td>
                <td>{day(sentOn, list.data.today)}</td>
                <td>{receivedOn ? day(receivedOn, list.data.today) : <b>还没有签收</b>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Sheet>
  );
}
