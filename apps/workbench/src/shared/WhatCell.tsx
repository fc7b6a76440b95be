/** 什么事 in a list behind a figure: the title where this unit may see it, else the number alone, and why. */
import { Link } from 'react-router';

interface WhatCellProps {
  row: { readonly title?: string | undefined; readonly no?: string | undefined };
  to: string;
  tabIndex: 0 | -1;
}

export function WhatCell({ row: { title, no }, to, tabIndex }: WhatCellProps) {
  return (
    <>
      <Link className={title ? 'ttl' : 'ttl mono'} tabIndex={tabIndex} to={to}>
        {title ?? no}
      </Link>
      <span className={`sub${title ? ' mono' : ''}`}>{title ? no : '不由本单位经手，这里没有内容'}</span>
    </>
  );
}
