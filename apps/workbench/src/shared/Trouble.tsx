/** Whatever came back instead of an answer, in words: a no with its article and way out, a conflict, the network, our own fault. */
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Refusal } from '#kernel/refusal.ts';
import { Failure, type Refused } from './failure.ts';
import { Note } from './Note.tsx';

interface TroubleProps {
  error: unknown;
  again?: (() => void) | undefined;
  children?: ReactNode;
}

export function Trouble({ error, again, children }: TroubleProps) {
  if (error instanceof Refusal)
    return (
      <RefusedNote refusal={error} again={again}>
        {children}
      </RefusedNote>
    );

  const failure = error instanceof Failure ? error : new Failure('fault', '这一页出错了，请重新打开。');
  return (
    <Note kind={failure.kind === 'offline' ? 'info' : 'care'} title={failure.message}>
      {failure.detail && <p>{failure.detail}</p>}
      {children}
      {again && (
        <div className="acts">
          <Button onClick={again}>重新取</Button>
        </div>
      )}
    </Note>
  );
}

/** What somebody else did in between is amber and asks to look; any other no is ink. */
function RefusedNote({ refusal, again, children }: { refusal: Refused; again?: (() => void) | undefined; children?: ReactNode }) {
  const { code, message, article, wayOut, fields } = refusal;
  const stale = code === 'Stale' || code === 'Uncertain';
  const care = stale || code === 'Invalid' || code === 'NotSignedIn';
  return (
    <Note kind={care ? 'care' : 'refused'} title={message}>
      {(article || wayOut) && (
        <p>
          {article && `依据：${article}。`}
          {wayOut}
        </p>
      )}
      {fields && (
        <ul>
          {fields.map(({ at, says }) => (
            <li key={at + says}>{says}</li>
          ))}
        </ul>
      )}
      {stale && <p>{/没有丢|还在/.test(message) ? '' : '您填的内容还在。'}看过最新情况，再决定要不要交。</p>}
      {code === 'NotSignedIn' && (
        <p>
          <a href="/sign-in" target="_blank" rel="noreferrer">
            在新的一页登录
          </a>
          ，回来再按一次；写的内容还在。
        </p>
      )}
      {children}
      {(stale || code === 'NotSignedIn') && again && (
        <div className="acts">
          <Button onClick={again}>{stale ? '看最新情况' : '登录好了，重新取'}</Button>
        </div>
      )}
    </Note>
  );
}
