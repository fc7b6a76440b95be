/** Letters of the inspectorate (第四十一条第二款): what was asked, until when, and whether it has been provided. */
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { listRequests } from '#contexts/sealed/contract.ts';
import { call } from '../shared/call.ts';
import { day } from '../shared/dates.ts';
import { Sheet } from '../shared/Sheet.tsx';
import { Trouble } from '../shared/Trouble.tsx';
import { NewRequest } from './NewRequest.tsx';

export function Requests() {
  const list = useQuery({ queryKey: ['sealed', 'requests'], queryFn: () => call(listRequests, {}), gcTime: 0, retry: false });
  const [adding, setAdding] = useState(false);
  const rows = list.data?.rows ?? [];
  return (
    <Sheet title="巡视巡察机构的来函" aside="《信访工作条例》第四十一条第二款">
      {list.error && <Trouble error={list.error} again={() => list.refetch()} />}
      {list.data && rows.length === 0 && !adding && (
        <p className="mute" style={{ marginBottom: 12 }}>
          没有来函。要情况的，凭来函登记、提供，不主动扩大。
        </p>
      )}
      {rows.length > 0 && (
        <ul className="stack tight" style={{ marginBottom: 12 }}>
          {rows.map(({ region, request, requestedOn, dueOn, providedOn, no }) => (
            <li key={request}>
              <Link to={`/sealed/requests/${region}/${request}`} className="b">
                {day(requestedOn, list.data!.today)}的来函
              </Link>
              <span className="sub">{providedOn ? `${day(providedOn, list.data!.today)}已答复，${no}` : `${day(dueOn, list.data!.today)}以前答复`}</span>
            </li>
          ))}
        </ul>
      )}
      {list.data && !adding && (
        <div style={{ marginTop: 12 }}>
          <Button onClick={() => setAdding(true)}>登记一份来函</Button>
        </div>
      )}
      {adding && (
        <NewRequest
          today={list.data!.today}
          cancel={() => setAdding(false)}
          done={() => {
            setAdding(false);
            void list.refetch();
          }}
        />
      )}
    </Sheet>
  );
}
