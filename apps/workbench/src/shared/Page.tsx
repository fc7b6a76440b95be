/** The head of a page: title, the sentence under it, the acts at its right. On arrival the title takes the focus, so that speech begins there. */
import { type ReactNode, useEffect, useRef } from 'react';
import { Link } from 'react-router';

interface PageProps {
  title: string;
  sentence?: ReactNode;
  acts?: ReactNode;
  crumbs?: readonly { to: string; text: string }[] | undefined;
  here?: string; // last word of the crumbs
  children: ReactNode;
}

let arrivals = 0;

export function Page({ title, sentence, acts, crumbs, here, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    arrivals += 1;
    if (arrivals > 1 && !document.activeElement?.closest('[data-keep-focus]')) heading.current?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    document.title = `${title} · 回音工作台`;
  }, [title]);

  return (
    <>
      {crumbs && (
        <nav className="crumbs" aria-label="所在位置">
          {crumbs.map(({ to, text }) => (
            <span key={to}>
              <Link to={to}>{text}</Link>
              {' / '}
            </span>
          ))}
          {here ?? ''}
        </nav>
      )}
      <div className="head">
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {sentence && <p>{sentence}</p>}
        </div>
        {acts && <div className="acts">{acts}</div>}
      </div>
      {children}
    </>
  );
}
