/** A notice at its place: ink for a no, amber for care, teal for done, plain for to-know. Never a window in the way. */
import type { ReactNode } from 'react';
import { Icon, type IconName } from './icons.tsx';

export type NoteKind = 'refused' | 'care' | 'done' | 'info';

const LOOK: Record<NoteKind, { className: string; icon: IconName; color: string; role: 'alert' | 'status' }> = {
  refused: { className: 'note r', icon: 'no', color: '#1d2733', role: 'alert' },
  care: { className: 'note a', icon: 'warn', color: '#8a5200', role: 'alert' },
  done: { className: 'note b', icon: 'tick', color: '#0b5d5e', role: 'status' },
  info: { className: 'note', icon: 'info', color: '#52606d', role: 'status' },
};

export function Note({ kind, title, children, quiet = false }: { kind: NoteKind; title: ReactNode; children?: ReactNode; quiet?: boolean }) {
  const { className, icon, color, role } = LOOK[kind];
  return (
    <div className={className} {...(!quiet && { role })}>
      <Icon name={icon} color={color} />
      <div>
        <b>{title}</b>
        {children && <div className="small">{children}</div>}
      </div>
    </div>
  );
}
