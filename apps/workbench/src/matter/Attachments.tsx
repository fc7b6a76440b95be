/** 附件: what came with the matter and what was sent later. Whoever opens one leaves a trace that the petitioner sees. */
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { MatterPage } from '#contexts/casework/contract.ts';
import { getMatterFile, listMatterFiles } from '#contexts/intake/contract/matter-files.ts';
import { call, urlOf } from '../shared/call.ts';
import { day } from '../shared/dates.ts';
import { Trouble } from '../shared/Trouble.tsx';

export function Attachments({ page: { region, matter, n, today, can } }: { page: MatterPage }) {
  const files = useQuery({ queryKey: ['matter-files', region, matter, n], queryFn: () => call(listMatterFiles, { params: { region, matter } }) });
  if (files.error) return <Trouble error={files.error} again={() => files.refetch()} />;
  const add = can.some(({ command }) => command === 'addMaterial') && <Link to="?do=addMaterial">添附件</Link>;
  if (!files.data || files.data.length === 0) return add && <p className="small">{add}</p>;
  return (
    <div className="near" style={{ marginTop: 12 }}>
      <h3>
        附件 {files.data.length} 个 {add && <span className="small">{add}</span>}
      </h3>
      <ul>
        {files.data.map(({ index, name, bytes, on, later, byOffice, by }) => (
          <li key={index} className="file-line">
            <a target="_blank" rel="noreferrer" href={urlOf(getMatterFile.url, { region, matter, index })}>
              {name}
            </a>
            <span className="small mute">
              {Math.max(1, Math.ceil(bytes / 1024))} KB · {later ? `${day(on, today)}${byOffice ? `由${by}添加` : '信访人补充'}` : '随来件收到'}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
