/** Whether a media query holds now: a phone, no motion, print. */
import { useEffect, useState } from 'react';

export function useMedia(query: string): boolean {
  const [holds, setHolds] = useState(() => globalThis.matchMedia?.(query).matches ?? false);

  useEffect(() => {
    const list = matchMedia(query);
    const follow = () => setHolds(list.matches);
    list.addEventListener('change', follow);
    follow();
    return () => list.removeEventListener('change', follow);
  }, [query]);

  return holds;
}

export const PHONE = '(max-width: 640px)';
export const NARROW = '(max-width: 1180px)';
