/** Promises whose day is over: whoever supervises asks the petitioner, and the unit that promised. */
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { listOverduePromises } from '#contexts/supervision/contract.ts';
import { call } from '../shared/call.ts';
import { day } from '../shared/dates.ts';

export function OverduePromises() {
  const list = useQuery({ queryKey: ['promises'], queryFn: () => call(listOverduePromises, {}), retry: false, staleTime: 60_000 });
  const rows = list.data?.rows ?? [];
  if (rows.length === 0) return null; // every promise kept or not yet due, or not this person's office
  return (
    <section className="sheet" aria-labelledby="promises">
      <header>
        <h2 id="promises">过期的承诺</h2>
      </header>
      <p className="note">日期已过，还没有核实做到。请向信访人核实；没有做到的，督办承诺的单位。</p>
      <ul>
        {rows.map(({ region, matter, no, promise, owner, dueOn, daysOver }) => (
          <li key={`${matter}${promise}`}>
            <Link to={`/matters/${region}/${matter}`}>{no}</Link>，{owner}第{promise}项承诺，{day(dueOn)}到期，已过{daysOver}天
          </li>
        ))}
      </ul>
    </section>
  );
}
