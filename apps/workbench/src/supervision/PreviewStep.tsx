/** 先看文书: the paper that a step numbers, as it would be; nothing is recorded by looking. */
import { useState } from 'react';
import { previewWork } from '#contexts/coordination/contract.ts';
import { csrfHeader, problemOf } from '../shared/call.ts';
import { offline } from '../shared/failure.ts';
import { Trouble } from '../shared/Trouble.tsx';

interface PreviewStepProps {
  paper: string;
  asked: { readonly kind: string; readonly step: string; readonly region?: string; readonly work?: string };
  fields: () => Record<string, unknown> | undefined; // undefined: not complete yet
}

export function PreviewStep({ paper, asked, fields }: PreviewStepProps) {
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);

  const look = async () => {
    const filled = fields();
    if (!filled) return;
    const tab = window.open('', '_blank'); // opened by the click itself, or the browser keeps it shut
    setBusy(true);
    setError(undefined);
    try {
      const response = await fetch(previewWork.url, {
        method: 'POST',
        credentials: 'same-origin',
        headers: { ...csrfHeader(), 'content-type': 'application/json' },
        body: JSON.stringify({ ...asked, fields: filled }),
      }).catch(() => {
        throw offline();
      });
      if (!response.ok) throw await problemOf(response);
      const address = URL.createObjectURL(await response.blob());
      if (tab) tab.location = address;
      else location.assign(address);
    } catch (reason) {
      tab?.close();
      setError(reason);
    } finally {
      setBusy(false);
    }
  };

  return (
    <div className="stack" style={{ gap: 8 }}>
      <p className="small">
        这一步随即取号、制发《{paper}》，取了号不能退。
        <button type="button" className="textual" disabled={busy} onClick={() => void look()}>
          {busy ? '正在生成……' : `先看《${paper}》的样子`}
        </button>
      </p>
      {error !== undefined && <Trouble error={error}>写的还在，改好再看。</Trouble>}
    </div>
  );
}
