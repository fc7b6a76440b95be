/** The page as it will go out: the very PDF, made from the draft as it was last saved. The old one stays until the new one is there. */
import { useEffect, useRef, useState } from 'react';
import { previewDraft } from '#contexts/documents/contract.ts';
import { problemOf, urlOf } from '../shared/call.ts';
import { offline } from '../shared/failure.ts';
import { Trouble } from '../shared/Trouble.tsx';
import { PHONE, useMedia } from '../theme/media.ts';

interface PreviewProps {
  params: { readonly region: string; readonly matter: string; readonly draft: string };
  version: number;
  saving: boolean;
  numbered: boolean; // goes out with a number; else it stays in the file
}

const NAMES = { out: '发出去的样子', kept: '印出来的样子' } as const;

/**
 * The window is out of the order of keys: the viewer of the browser, which is not
 * ours, keeps whoever tabs into it from the list beside it. Who works by keyboard
 * opens the page by its link, just before.
 *
 * On a phone the page opens by itself: no browser there
 * shows a PDF inside another page.
 */
export function Preview(props: PreviewProps) {
  const address = `${urlOf(previewDraft.url, props.params)}?v=${props.version}`;
  const name = props.numbered ? NAMES.out : NAMES.kept;
  if (!useMedia(PHONE)) return <Panes address={address} saving={props.saving} name={name} />;
  return (
    <p style={{ padding: '0 16px' }}>
      <a className="btn-like" href={address} target="_blank" rel="noreferrer">
        看{name}
      </a>
    </p>
  );
}

function Panes({ address, saving, name }: { address: string; saving: boolean; name: string }) {
  const { frames, error, arrived } = usePdf(address);

  return (
    <section className="preview" aria-labelledby="preview">
      <header>
        <h2 id="preview">{name}</h2>
        <span className="small mute">{saving || frames.some(({ seen }) => !seen) ? '正在更新……' : 'A4，和印出来的一样'}</span>
        <a className="small right" href={address} target="_blank" rel="noreferrer">
          另开一页看
        </a>
      </header>
      {error !== undefined && (
        <div style={{ marginBottom: 10 }}>
          <Trouble error={error}>写的不受影响，接着写；下次自动存的时候再生成一次。</Trouble>
        </div>
      )}
      <div className="frames">
        {frames.length === 0 && error === undefined && (
          <p className="small mute coming-first" role="status">
            正在生成{name}……
          </p>
        )}
        {frames.map(({ source, seen }) => (
          <iframe
            key={source}
            title={seen ? name : '正在换成最新的一版'}
            className={seen ? '' : 'coming'}
            src={`${source}#toolbar=0&navpanes=0&view=FitH`}
            onLoad={() => arrived(source)}
            tabIndex={-1}
            {...(!seen && { 'aria-hidden': true })}
          />
        ))}
      </div>
    </section>
  );
}

interface Frame {
  readonly source: string;
  readonly seen: boolean;
}

/** Two panes of glass: the new PDF is loaded behind the old one, which goes when the new one can be seen. No pane is ever moved: that would load it anew. */
function usePdf(address: string) {
  const [frames, setFrames] = useState<readonly Frame[]>([]);
  const [error, setError] = useState<unknown>();
  const made = useRef<string[]>([]);

  useEffect(() => {
    const stop = new AbortController();
    const fetchIt = async () => {
      const response = await fetch(address, { signal: stop.signal }).catch((reason: Error) => {
        throw reason.name === 'AbortError' ? reason : offline();
      });
      if (!response.ok) throw await problemOf(response);
      const source = URL.createObjectURL(await response.blob());
      made.current.push(source);
      setError(undefined);
      setFrames((before) => [...before.filter(({ seen }) => seen), { source, seen: before.length === 0 }]);
    };
    fetchIt().catch((reason: Error) => reason.name !== 'AbortError' && setError(reason));
    return () => stop.abort();
  }, [address]);
  useEffect(() => () => made.current.forEach(URL.revokeObjectURL), []);

  return {
    frames,
    error,
    arrived: (source: string) => setFrames((before) => (before.at(-1)?.source === source && before.length > 1 ? [{ source, seen: true }] : before)),
  };
}
