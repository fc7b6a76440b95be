/** A sheet of white paper with a hairline: a heading, what it says at its right, and the work. */
import { type ReactNode, useId } from 'react';

interface SheetProps {
  title: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
  pad?: boolean;
  className?: string;
  id?: string;
}

export function Sheet({ title, aside, children, pad = true, className = '', id }: SheetProps) {
  const own = useId();
  return (
    <section className={`sheet ${className}`} aria-labelledby={own} {...(id && { id })}>
      <header>
        <h2 id={own}>{title}</h2>
        {aside && <span className="r">{aside}</span>}
      </header>
      {pad ? <div className="pad">{children}</div> : children}
    </section>
  );
}
