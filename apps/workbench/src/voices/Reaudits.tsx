/** 不再受理的抽查: one in ten, drawn by number. Whoever supervises reads the comparison again; nobody chooses which. */
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { listReaudits } from '#contexts/supervision/contract.ts';
import { call } from '../shared/call.ts';
import { day } from '../shared/dates.ts';

export function Reaudits() {
  const list = useQuery({ queryKey: ['reaudits'], queryFn: () => call(listReaudits, {}), retry: false, staleTime: 60_000 });
  const rows = list.data?.rows ?? [];
  if (rows.length === 0) return null; // nothing drawn, or not this person's office
  return (
    <section className="sheet" aria-labelledby="reaudits">
      <header>
        <h2 id="reaudits">不再受理的抽查</h2>
      </header>
      <p className="note">按编号抽十分之一。请重新看事实和理由的对照；有新的事实或者理由的，重新办理。</p>
      <ul>
        {rows.map(({ region, matter, no, receivedOn }) => (
          <li key={matter}>
            <Link to={`/matters/${region}/${matter}`}>{no}</Link>，{day(receivedOn)}收到
          </li>
        ))}
      </ul>
    </section>
  );
}
