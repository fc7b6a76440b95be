/** What every act on a sealed file shares: what was typed lives in this page alone, and is asked once before it is done. */
import { type ReactNode, useState } from 'react';
import { AskOnce } from '../../act/AskOnce.tsx';

export type Wrong = Readonly<Record<string, string | undefined>>;

interface SealedFormProps<Value> {
  label: string;
  ask: string;
  start: Value;
  /** What is wrong in each blank; nothing: it may be sent. */
  check: (value: Value) => Wrong;
  send: (value: Value) => Promise<unknown>;
  done: () => void;
  refresh?: () => void;
  cancel?: () => void;
  said?: string; // empty: the act itself says what came of it
  children: (given: { value: Value; set: (change: Partial<Value>) => void; wrong: Wrong }) => ReactNode;
}

export function SealedForm<Value extends object>({
  label,
  ask,
  start,
  check,
  send,
  done,
  refresh = done,
  cancel,
  said = `已办：${label}。`,
  children,
}: SealedFormProps<Value>) {
  const [value, setValue] = useState(start);
  const [tried, setTried] = useState(false);
  const wrong = tried ? check(value) : {};
  return (
    <AskOnce
      label={label}
      ask={ask}
      said={said}
      ready={() => {
        setTried(true);
        return Object.values(check(value)).every((one) => one === undefined);
      }}
      send={() => send(value)}
      done={done}
      refresh={refresh}
      cancel={cancel}
    >
      <div className="fields two">{children({ value, wrong, set: (change) => setValue((before) => ({ ...before, ...change })) })}</div>
    </AskOnce>
  );
}

export const need = (fine: boolean, words: string) => (fine ? undefined : words);

/** A group of blanks, without the browser's frame. */
export const BARE = { border: 0, padding: 0, margin: 0, minWidth: 0 };
