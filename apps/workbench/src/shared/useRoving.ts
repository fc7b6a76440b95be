/** Roving tabindex: a table is one stop of the Tab key; J, K and the arrows walk its rows. */
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';

export interface Roving {
  readonly at: number;
  readonly go: (row: number) => void;
  readonly step: (by: number) => void;
  readonly row: (index: number) => {
    tabIndex: number;
    ref: (node: HTMLElement | null) => void;
    onFocus: () => void;
    onKeyDown: (event: KeyboardEvent) => void;
  };
}

export function useRoving(count: number, onStep?: (row: number) => void): Roving {
  const [at, setAt] = useState(0);
  const nodes = useRef<(HTMLElement | null)[]>([]);
  const safe = Math.max(0, Math.min(at, count - 1));

  useEffect(() => {
    if (at !== safe) setAt(safe);
  }, [at, safe]);

  const go = (row: number) => {
    const next = Math.max(0, Math.min(row, count - 1));
    setAt(next);
    onStep?.(next);
    nodes.current[next]?.focus();
  };

  return {
    at: safe,
    go,
    step: (by) => go(safe + by),
    row: (index) => ({
      tabIndex: index === safe ? 0 : -1,
      ref: (node) => {
        nodes.current[index] = node;
      },
      onFocus: () => setAt(index),
      onKeyDown: (event) => {
        if (event.target !== event.currentTarget) return;
        const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        if (by) go(index + by);
        else if (event.key === 'Home') go(0);
        else if (event.key === 'End') go(count - 1);
        else return;
        event.preventDefault();
      },
    }),
  };
}
