/** Nothing here: says what comes next and when, or how to see the rest. Never only “暂无数据”. */
import type { ReactNode } from 'react';
import { EchoArcs } from './EchoArcs.tsx';

export function Empty({ title, children, acts }: { title: string; children?: ReactNode; acts?: ReactNode }) {
  return (
    <div className="empty">
      <EchoArcs />
      <h2>{title}</h2>
      {children && <p className="mute">{children}</p>}
      {acts && <div className="acts">{acts}</div>}
    </div>
  );
}

/** Empty after a filter: one line, and the way back to all. */
export function EmptyAfterFilter({ what, all, onAll }: { what: string; all: string; onAll: () => void }) {
  return (
    <p className="mute" style={{ padding: '28px 16px' }} role="status">
      {what}的一件也没有。
      <button type="button" className="textual" onClick={onAll}>
        {all}
      </button>
    </p>
  );
}
