/**
 * The question before a legal act, asked once, in words, at the place of the
 * form; then the act, then what came of it. Whoever went on to something else
 * while it was being done is left there, and told where it was refused.
 */
import { Button } from 'antd';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { Refusal } from '#kernel/refusal.ts';
import { announce } from '../shared/announce.tsx';
import { useKeys } from '../shared/keys.ts';
import { Trouble } from '../shared/Trouble.tsx';

interface AskOnceProps {
  label: string; // on the button
  ask: ReactNode; // the question, with what will follow
  said: string; // announced when it is done; empty where the act announces it itself
  ready: () => boolean; // everything there? else the fields say what is missing
  send: () => Promise<unknown>;
  done: () => void; // only while this form is still there: it closes this form and no other
  cancel?: (() => void) | undefined;
  refresh?: (() => void) | undefined;
  aside?: ReactNode;
  onError?: (error: unknown) => void;
  children: ReactNode;
}

/** Where a page has several forms, Ctrl+Enter belongs to the one in which one stands. */
const PRESSES = new WeakMap<Element, () => void>();
function pressWhereOneStands(): (() => void) | undefined {
  const form = document.activeElement?.closest('form');
  return form ? PRESSES.get(form) : undefined;
}

export function AskOnce({ label, ask, said, ready, send, done, cancel, refresh, aside, onError, children }: AskOnceProps) {
  const [step, setStep] = useState<'fill' | 'ask' | 'send'>('fill');
  const [error, setError] = useState<unknown>();
  const self = useRef<HTMLFormElement>(null);
  const question = useRef<HTMLFieldSetElement>(null);
  const here = useRef(false);

  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);

  useEffect(() => {
    if (step === 'ask') question.current?.focus();
  }, [step]);
  /** The question goes away: the keyboard stands where it was before it was asked. */
  const backToFill = () => {
    setStep('fill');
    setTimeout(() => self.current?.querySelector<HTMLElement>('button[type=submit]')?.focus());
  };

  const goAsk = () => {
    setError(undefined);
    if (ready()) return setStep('ask');
    setTimeout(() => {
      firstWrong(self.current)?.focus();
      const wrong = [...(self.current?.querySelectorAll('.wrong') ?? [])].map((each) => each.textContent);
      if (wrong.length > 0) announce(`还有 ${wrong.length} 处要改：${wrong.join('；')}`);
    });
    return undefined;
  };
  const act = async () => {
    setStep('send');
    try {
      await send();
      if (said) announce(said);
      if (!here.current) return refresh?.();
      setStep('fill'); // where the form stays, it can be used again
      done();
    } catch (reason) {
      if (!here.current) return announce(`没有办成：${label}。${reason instanceof Error ? reason.message : ''}`);
      setError(reason);
      onError?.(reason);
      backToFill();
    }
  };
  const press = () => void (step === 'fill' ? goAsk() : step === 'ask' ? act() : undefined);
  useEffect(() => {
    if (self.current) PRESSES.set(self.current, press);
  });
  useKeys({ 'Ctrl+Enter': { does: step === 'ask' ? `确定${label}` : label, run: () => (pressWhereOneStands() ?? press)() } });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    goAsk();
  };
  return (
    <form ref={self} className="stack tight" onSubmit={submit} onChange={() => step === 'ask' && setStep('fill')} noValidate aria-label={label}>
      {children}
      {error !== undefined && <Trouble error={error} again={error instanceof Refusal && error.code !== 'NotSignedIn' ? refresh : undefined} />}
      {step === 'fill' ? (
        <div className="acts">
          <Button type="primary" size="large" htmlType="submit">
            {label} <kbd>Ctrl</kbd>
            <kbd>Enter</kbd>
          </Button>
          {cancel && (
            <Button size="large" onClick={cancel}>
              先不办
            </Button>
          )}
          {aside && <span className="small mute">{aside}</span>}
        </div>
      ) : (
        <fieldset className="ask" ref={question} tabIndex={-1} aria-label="办之前再问一次">
          <p>
            <b>{ask}</b>
          </p>
          <div className="acts">
            <Button type="primary" size="large" aria-disabled={step === 'send'} onClick={() => step === 'ask' && void act()}>
              {step === 'send' ? '正在办……' : `确定${label}`}
            </Button>
            <Button size="large" onClick={backToFill}>
              再看看
            </Button>
          </div>
        </fieldset>
      )}
    </form>
  );
}

/** Where to go on: the first thing that lacks something, a pair of choices as well as a blank. */
function firstWrong(form: HTMLFormElement | null): HTMLElement | null | undefined {
  const around = form?.querySelector('.wrong')?.closest('fieldset, .fld');
  return (around?.querySelector('[aria-invalid]') ?? around?.querySelector('input,textarea,select,button') ?? form?.querySelector('[aria-invalid]')) as
    | HTMLElement
    | null
    | undefined;
}
