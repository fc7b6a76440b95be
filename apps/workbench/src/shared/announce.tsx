/** One polite live region: what an act has come to is said once, seen for a while at the foot of the page, and in nobody's way. */
import { useEffect, useSyncExternalStore } from 'react';

let said = '';
const listeners = new Set<() => void>();

export function announce(text: string): void {
  said = said === text && text ? `${text}\u00a0` : text; // the same words twice are said twice
  for (const listener of listeners) listener();
}

export function Announcer() {
  const text = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => said,
  );
  useEffect(() => {
    if (!text) return undefined;
    const timer = setTimeout(() => announce(''), 8000);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <div className={text ? 'said' : 'vh'} role="status" aria-live="polite">
      {text}
    </div>
  );
}
