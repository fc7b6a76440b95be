/** 卷宗: the file of the matter, to look at and to take out, for archivists and the handling unit. Every look is written down. */
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { MatterPage } from '#contexts/casework/contract.ts';
import { getMatterFile, getMatterFilePdf, getMatterFileZip } from '#contexts/documents/contract/file.ts';
import { hasRole, useMe } from '../session/session.tsx';
import { call, urlOf } from '../shared/call.ts';
import { day } from '../shared/dates.ts';
import { Trouble } from '../shared/Trouble.tsx';
import { Waiting } from '../shared/Waiting.tsx';

export function FileLinks({ page: { region, matter, today, answerable } }: { page: MatterPage }) {
  const me = useMe();
  const [open, setOpen] = useState(false);
  const params = { region, matter };
  const mayTake =
    hasRole(me, 'archivist') || (answerable?.unit === me.unit && (hasRole(me, 'unitHead') || hasRole(me, 'unitClerk') || hasRole(me, 'petitionDeptHead')));
  const file = useQuery({ queryKey: ['matter-file', region, matter], queryFn: () => call(getMatterFile, { params }), enabled: open });
  if (!mayTake) return null;

  return (
    <div style={{ padding: '10px 16px 14px', borderTop: '1px solid var(--line)' }}>
      <div className="acts">
        <span className="small mute">卷宗：</span>
        <Button onClick={() => setOpen(!open)} aria-expanded={open}>
          看目录
        </Button>
        <a className="btn-like" href={urlOf(getMatterFilePdf.url, params)}>
          下载一册（PDF/A）
        </a>
        <a className="btn-like" href={urlOf(getMatterFileZip.url, params)}>
          导出压缩包
        </a>
        <span className="small mute">调取卷宗会留痕；压缩包可以在系统外核验</span>
      </div>
      {open && file.isPending && <Waiting rows={4} again={() => file.refetch()} />}
      {file.error && <Trouble error={file.error} again={() => file.refetch()} />}
      {open && file.data && (
        <>
          <ol className="small" aria-label="卷内目录" style={{ listStyle: 'decimal', padding: '10px 0 6px 26px', lineHeight: 1.9 }}>
            {file.data.entries.map(({ section, no, title, on }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the place in the file is what tells two of the same name apart
              <li key={index}>
                <b>{title}</b> {no}　<span className="mute">{`${section}，${day(on, today)}`}</span>
              </li>
            ))}
          </ol>
          <p className="small">{file.data.checks.map(({ item, found }) => `${item}：${found}`).join('；')}。</p>
          {file.data.remarks.map((remark) => (
            <p key={remark} className="small mute">
              {remark}
            </p>
          ))}
        </>
      )}
    </div>
  );
}
