/** What is being typed, kept for this tab until it is sent: a refusal, a conflict or a broken line loses nothing. */
import { useEffect, useState } from 'react';

export interface Draft<T> {
  readonly value: T;
  readonly set: (change: Partial<T>) => void;
  readonly replace: (value: T) => void;
  readonly forget: () => void;
  readonly found: boolean; // it was typed earlier
}

export function useDraft<T extends object>(key: string, initial: T): Draft<T> {
  const [found, setFound] = useState(() => sessionStorage.getItem(key) !== null);
  const [value, replace] = useState<T>(() => ({ ...initial, ...read<T>(key) }));
  const [touched, setTouched] = useState(false);

  useEffect(() => {
    if (touched) sessionStorage.setItem(key, JSON.stringify(value));
  }, [key, value, touched]);

  return {
    value,
    found,
    set: (change) => {
      setTouched(true);
      replace((before) => ({ ...before, ...change }));
    },
    replace: (next) => {
      setTouched(true);
      replace(next);
    },
    forget: () => {
      sessionStorage.removeItem(key);
      setTouched(false);
      setFound(false);
      replace(initial);
    },
  };
}

function read<T>(key: string): Partial<T> {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? '{}');
  } catch {
    return {};
  }
}
