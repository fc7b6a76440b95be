/** The unit's own .docx forms: uploaded with {栏目} in them, filled on the page of a matter. */
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { listOfficeForms, uploadOfficeForm } from '#contexts/documents/contract/office.ts';
import { useMe } from '../session/session.tsx';
import { call, urlOf } from '../shared/call.ts';
import { Sheet } from '../shared/Sheet.tsx';
import { Trouble } from '../shared/Trouble.tsx';
import { upload } from '../shared/upload.ts';

export function OfficeForms() {
  const { unit } = useMe();
  const forms = useQuery({ queryKey: ['office-forms', unit], queryFn: () => call(listOfficeForms, {}) });
  const [error, setError] = useState<unknown>();
  const chooser = useRef<HTMLInputElement>(null);
  const send = async (file: File | undefined) => {
    if (!file) return;
    setError(undefined);
    const name = file.name.replace(/\.docx$/i, '').slice(0, 60);
    await upload(urlOf(uploadOfficeForm.url, {}, { name }), file, () => undefined).done.catch(setError);
    await forms.refetch();
  };

  return (
    <Sheet title="单位自己的表格" aside="填好的 .docx 供内部使用，不是制发的文书">
      {(error ?? forms.error) !== undefined && (error ?? forms.error) !== null && <Trouble error={error ?? forms.error} again={() => forms.refetch()} />}
      <div className="acts">
        <Button onClick={() => chooser.current?.click()}>传一个 .docx</Button>
        <span className="small mute">同名的存为新的一版</span>
        <input
          ref={chooser}
          className="vh"
          tabIndex={-1}
          type="file"
          accept=".docx"
          aria-label="传一个 .docx"
          onChange={({ target }) => void send(target.files?.[0])}
        />
      </div>
      {forms.data?.forms.length === 0 && <p className="mute small">还没有传过。做好一张表，在要填的地方写上栏目，传上来就能在事项页上一键填好。</p>}
      <ul className="plain small">
        {forms.data?.forms.map(({ name, version, fields, unknown, savedBy, savedAt }) => (
          <li key={`${name}${version}`}>
            {name}　第{version}版　{savedBy}　{savedAt.slice(0, 10)}　栏目：{fields.join('、') || '没有'}
            {unknown.length > 0 && <span className="wrong">　认不得：{unknown.join('、')}，会空着</span>}
          </li>
        ))}
      </ul>
      <details className="small">
        <summary>表格里可以写的栏目</summary>
        <ul>
          {forms.data?.fields.map(({ name, meaning }) => (
            <li key={name}>
              {`{${name}}`}：{meaning}
            </li>
          ))}
        </ul>
      </details>
    </Sheet>
  );
}
