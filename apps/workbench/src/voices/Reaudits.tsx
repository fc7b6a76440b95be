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
      <p className="note">按编号抽十分之一，由作出决定的机关以外的人看。打开事项，重新看事实和理由的对照，点“登记抽查结果”；错了的，当场重新办理。</p>
      <ul>
        {rows.map(({ region, matter, no, receivedOn, refusedBy, confirmed }) => (
          <li key={matter}>
            <Link to={`/matters/${region}/${matter}`}>{no}</Link>，{day(receivedOn)}收到，{refusedBy}决定不再受理
            {confirmed ? '；已经抽查，没有错' : '；等抽查'}
          </li>
        ))}
      </ul>
    </section>
  );
}
