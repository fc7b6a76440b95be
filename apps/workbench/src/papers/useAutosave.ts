/** Keeps a draft on the server while it is written: a second after the last key, one save at a time, never over another's. What the server did not take stays in this tab. */
import { useEffect, useRef, useState } from 'react';
import { saveDraft } from '#contexts/documents/contract.ts';
import type { Value, Values } from '#contexts/documents/domain/field.ts';
import { call } from '../shared/call.ts';
import { isOffline, isRefused } from '../shared/failure.ts';
import { dropUnsaved, keepUnsaved } from './unsaved.ts';

export interface Missing {
  readonly field: string;
  readonly label: string;
  readonly why: string;
}

interface Loaded {
  readonly values: unknown;
  readonly version: number;
  readonly savedAt: string;
  readonly missing: readonly Missing[];
  readonly unprintable: readonly { readonly character: string; readonly code: string }[];
}

interface Params {
  readonly region: string;
  readonly matter: string;
  readonly draft: string;
}

const QUIET = 1000; // milliseconds without a key
const AGAIN = 5000; // milliseconds until a broken line is tried again

export function useAutosave(params: Params, loaded: Loaded) {
  const [values, setValues] = useState(loaded.values as Values);
  const [state, setState] = useState(loaded);
  const [saving, setSaving] = useState(false);
  const [error, setError] = useState<unknown>();
  const newest = useRef({ values, version: loaded.version, dirty: false });
  const running = useRef<Promise<void>>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const taken = useRef(false); // somebody else saved: this version can be saved no more

  const save = async (): Promise<void> => {
    clearTimeout(timer.current);
    await running.current;
    if (!newest.current.dirty) return;
    const sent = newest.current.values;
    newest.current.dirty = false;
    setSaving(true);
    running.current = call(saveDraft, { params, body: { values: sent as never, version: newest.current.version } })
      .then((reply) => {
        newest.current.version = reply.version;
        if (!newest.current.dirty) dropUnsaved(params.draft);
        setState((before) => ({ ...before, ...reply }));
        setError(undefined);
      })
      .catch((reason) => {
        newest.current.dirty = true; // it stays on the page, and is tried again with the next key
        keepUnsaved(params.draft, newest.current.values);
        taken.current = isRefused(reason, 'Stale');
        if (isOffline(reason)) timer.current = setTimeout(() => void save().catch(() => undefined), AGAIN);
        setError(reason);
        throw reason;
      })
      .finally(() => {
        running.current = undefined;
        setSaving(false);
      });
    await running.current;
    if (newest.current.dirty) await save();
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: on leaving the page only
  useEffect(() => {
    const stay = (event: BeforeUnloadEvent) => newest.current.dirty && event.preventDefault();
    addEventListener('beforeunload', stay);
    return () => {
      removeEventListener('beforeunload', stay);
      clearTimeout(timer.current);
      if (!taken.current)
        void save()
          .catch(() => undefined)
          .finally(() => clearTimeout(timer.current));
    };
  }, []);

  return {
    values,
    saving,
    error,
    version: state.version,
    savedAt: state.savedAt,
    missing: state.missing,
    unprintable: state.unprintable,
    set(name: string, value: Value) {
      const next = { ...newest.current.values, [name]: value };
      newest.current = { ...newest.current, values: next, dirty: true };
      setValues(next);
      if (taken.current) keepUnsaved(params.draft, next);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void save().catch(() => undefined), QUIET);
    },
    again: () => void save().catch(() => undefined),
    /** Saves what is left, and tells the version that the server now has. */
    async flush(): Promise<number> {
      await save();
      return newest.current.version;
    },
  };
}
