/**
 * Any command, drawn from what its context writes down about it: the fields,
 * then the question once, in words. A no stands at its place with article and
 * way out; what was typed stays, whatever comes back.
 */
import { Button } from 'antd';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { announce } from '../shared/announce.tsx';
import { wrongWith } from '../shared/failure.ts';
import { useKeys } from '../shared/keys.ts';
import { Trouble } from '../shared/Trouble.tsx';
import { useDraft } from '../shared/useDraft.ts';
import { FieldInput } from './FieldInput.tsx';
import { type About, type Form, lacking, toSend, type Values } from './form.ts';

interface CommandFormProps {
  draftKey: string; // region/matter/command: what is typed here is found again
  form: Form;
  about: About;
  send: (fields: Record<string, unknown>) => Promise<unknown>;
  done: () => void;
  cancel?: (() => void) | undefined;
  refresh?: (() => void) | undefined; // after somebody else was faster
  initial?: Values;
}

export function CommandForm({ draftKey, form, about, send, done, cancel, refresh, initial = {} }: CommandFormProps) {
  const draft = useDraft<Values>(draftKey, initial);
  const [step, setStep] = useState<'fill' | 'ask' | 'send'>('fill');
  const [missing, setMissing] = useState<readonly string[]>([]);
  const [error, setError] = useState<unknown>();
  const question = useRef<HTMLDivElement>(null);
  const self = useRef<HTMLFormElement>(null);

  useEffect(() => {
    if (step === 'ask') question.current?.focus();
  }, [step]);

  const ask = () => {
    const lack = lacking(form, draft.value);
    setMissing(lack.map(({ name }) => name));
    setError(undefined);
    if (lack.length === 0) return setStep('ask');
    announce(`还差 ${lack.length} 栏：${lack.map(({ label }) => label).join('、')}`);
    setTimeout(() => self.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus());
    return undefined;
  };
  const act = async () => {
    setStep('send');
    try {
      await send(toSend(form, draft.value));
      draft.forget();
      announce(`已办：${form.label}。`);
      done();
    } catch (reason) {
      setError(reason);
      setStep('fill');
    }
  };
  const goOn = () => (step === 'fill' ? ask() : step === 'ask' ? act() : undefined);
  useKeys({ 'Ctrl+Enter': { does: step === 'ask' ? `确定${form.label}` : form.label, run: () => void goOn() } });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask();
  };

  return (
    <form ref={self} className="stack tight" onSubmit={submit} noValidate aria-label={form.label}>
      {draft.found && <p className="small mute">接着上次没交的内容写。<button type="button" className="textual" onClick={draft.forget}>清空重写</button></p>}
      <div className="fields">
        {form.fields.map((field) => (
          <FieldInput
            key={field.name}
            field={field}
            value={draft.value[field.name]}
            onChange={(value) => {
              setStep('fill');
              draft.set({ [field.name]: value });
            }}
            about={about}
            wrong={wrongWith(error, field.name) ?? (missing.includes(field.name) && lacking(form, draft.value).includes(field) ? `还没有填“${field.label}”` : undefined)}
          />
        ))}
      </div>
      {error !== undefined && <Trouble error={error} again={refresh} />}
      {step === 'fill' ? (
        <div className="acts">
          <Button type="primary" size="large" htmlType="submit">{form.label} <kbd>Ctrl</kbd><kbd>Enter</kbd></Button>
          {cancel && <Button size="large" onClick={cancel}>先不办</Button>}
          {form.article && <span className="small mute">依据：{form.article}</span>}
        </div>
      ) : (
        <div className="ask" ref={question} tabIndex={-1} role="group" aria-label="办之前再问一次">
          <p><b>{form.ask}</b></p>
          <div className="acts">
            <Button type="primary" size="large" aria-disabled={step === 'send'} onClick={() => step === 'ask' && void act()}>{step === 'send' ? '正在办……' : `确定${form.label}`}</Button>
            <Button size="large" onClick={() => setStep('fill')}>再看看</Button>
          </div>
        </div>
      )}
    </form>
  );
}
