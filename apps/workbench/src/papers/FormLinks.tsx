/** 单位表格: the unit's own .docx forms, filled with what this matter knows. Asked for only when somebody wants one. */
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { MatterPage } from '#contexts/casework/contract.ts';
import { fillOfficeForm, listOfficeForms } from '#contexts/documents/contract/office.ts';
import { PAPER_PERMISSIONS } from '#contexts/documents/domain/permissions.ts';
import { hasRole, useMe } from '../session/session.tsx';
import { call, urlOf } from '../shared/call.ts';
import { Trouble } from '../shared/Trouble.tsx';

export function FormLinks({ page: { region, matter } }: { page: MatterPage }) {
  const me = useMe();
  const [open, setOpen] = useState(false);
  const forms = useQuery({ queryKey: ['office-forms', me.unit], queryFn: () => call(listOfficeForms, {}), enabled: open });
  if (!PAPER_PERMISSIONS.draft.some((role) => hasRole(me, role))) return null;
  const names = [...new Set(forms.data?.forms.map(({ name }) => name))];

  return (
    <div className="acts" style={{ padding: '0 16px 14px' }}>
      <Button onClick={() => setOpen(!open)} aria-expanded={open}>
        填单位表格
      </Button>
      {open &&
        names.map((name) => (
          <a key={name} className="btn-like" href={urlOf(fillOfficeForm.url, { region, matter }, { name })}>
            {name}（.docx）
          </a>
        ))}
      {open && forms.data && names.length === 0 && <span className="small mute">本单位还没有表格，在“文书—单位用语和表格”里上传。</span>}
      {forms.error && <Trouble error={forms.error} again={() => forms.refetch()} />}
    </div>
  );
}
