/** The page as it will go out: the very PDF, made from the draft as it was last saved. The old one stays until the new one is there. */
import { useEffect, useRef, useState } from 'react';
import { previewDraft } from '#contexts/documents/contract.ts';
import { problemOf, urlOf } from '../shared/call.ts';
import { offline } from '../shared/failure.ts';
import { Trouble } from '../shared/Trouble.tsx';

interface PreviewProps {
  params: { readonly region: string; readonly matter: string; readonly draft: string };
  version: number;
  saving: boolean;
}

export function Preview({ params, version, saving }: PreviewProps) {
  const address = `${urlOf(previewDraft.url, params)}?v=${version}`;
  const { shown, coming, error, arrived } = usePdf(address);

  return (
    <section className="preview" aria-labelledby="preview">
      <header>
        <h2 id="preview">发出去的样子</h2>
        <span className="small mute">{saving || coming ? '正在更新……' : 'A4，和印出来的一样'}</span>
        <a className="small right" href={address} target="_blank" rel="noreferrer">印出来看</a>
      </header>
      {error !== undefined && <div style={{ marginBottom: 10 }}><Trouble error={error}>写的不受影响，接着写；下次自动存的时候再生成一次。</Trouble></div>}
      <div className="frames">
        {shown && <iframe key={shown} title="发出去的样子" src={`${shown}#toolbar=0&navpanes=0&view=FitH`} />}
        {coming && <iframe key={coming} title="正在换成最新的一版" className="coming" aria-hidden tabIndex={-1} src={`${coming}#toolbar=0&navpanes=0&view=FitH`} onLoad={arrived} />}
      </div>
    </section>
  );
}

/** Two pages of glass: the new PDF is loaded behind, and takes the place of the old one when it can be seen. */
function usePdf(address: string) {
  const [shown, setShown] = useState<string>();
  const [coming, setComing] = useState<string>();
  const [error, setError] = useState<unknown>();
  const made = useRef<string[]>([]);

  useEffect(() => {
    const stop = new AbortController();
    const fetchIt = async () => {
      const response = await fetch(address, { signal: stop.signal }).catch((reason: Error) => {
        throw reason.name === 'AbortError' ? reason : offline();
      });
      if (!response.ok) throw await problemOf(response);
      const local = URL.createObjectURL(await response.blob());
      made.current.push(local);
      setError(undefined);
      setComing(local);
    };
    fetchIt().catch((reason: Error) => reason.name !== 'AbortError' && setError(reason));
    return () => stop.abort();
  }, [address]);
  useEffect(() => () => made.current.forEach(URL.revokeObjectURL), []);

  return {
    shown,
    coming,
    error,
    arrived() {
      setShown(coming);
      setComing(undefined);
    },
  };
}
