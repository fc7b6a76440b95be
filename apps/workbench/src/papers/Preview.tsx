/** The page as it will go out: the very PDF, made from the draft as it was last saved. The old one stays until the new one is there. */
import { useEffect, useState } from 'react';
import { previewDraft } from '#contexts/documents/contract.ts';
import { urlOf } from '../shared/call.ts';

interface PreviewProps {
  params: { readonly region: string; readonly matter: string; readonly draft: string };
  version: number;
  saving: boolean;
}

export function Preview({ params, version, saving }: PreviewProps) {
  const address = `${urlOf(previewDraft.url, params)}?v=${version}`;
  const [shown, setShown] = useState(address);
  const [next, setNext] = useState<string>();

  useEffect(() => {
    if (address !== shown) setNext(address);
  }, [address, shown]);

  const frame = (source: string, hidden: boolean) => (
    <iframe
      key={source}
      title={hidden ? '正在换成最新的一版' : '发出去的样子'}
      src={`${source}#toolbar=0&navpanes=0&view=FitH`}
      className={hidden ? 'coming' : ''}
      {...(hidden && { 'aria-hidden': true, tabIndex: -1, onLoad: () => { setShown(source); setNext(undefined); } })}
    />
  );
  return (
    <section className="preview" aria-labelledby="preview">
      <header>
        <h2 id="preview">发出去的样子</h2>
        <span className="small mute">{saving || next ? '正在更新……' : 'A4，和印出来的一样'}</span>
        <a className="small right" href={address} target="_blank" rel="noreferrer">印出来看</a>
      </header>
      <div className="frames">
        {frame(shown, false)}
        {next && frame(next, true)}
      </div>
    </section>
  );
}
