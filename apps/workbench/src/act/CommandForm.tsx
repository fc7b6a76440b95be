/**
 * Any command, drawn from what its context writes down about it: the fields,
 * then the question once, in words. A no stands at its place with article and
 * way out; what was typed stays, whatever comes back, and also while another
 * answer leaves it unasked.
 */
import { type ReactNode, useState } from 'react';
import { wrongWith } from '../shared/failure.ts';
import { useDraft } from '../shared/useDraft.ts';
import { AskOnce } from './AskOnce.tsx';
import { FieldInput } from './FieldInput.tsx';
import { type About, askedNow, type Form, lacking, toSend, type Values } from './form.ts';

interface CommandFormProps {
  draftKey: string; // region/matter/command: what is typed here is found again
  form: Form;
  about: About;
  send: (fields: Record<string, unknown>) => Promise<unknown>;
  done: () => void;
  cancel?: (() => void) | undefined;
  refresh?: (() => void) | undefined; // after somebody else was faster
  initial?: Values;
  /** What stands under the fields and looks at them, such as the paper that will go out; `fields` is undefined while some are lacking. */
  under?: (fields: () => Record<string, unknown> | undefined) => ReactNode;
}

export function CommandForm({ draftKey, form, about, send, done, cancel, refresh, initial = {}, under }: CommandFormProps) {
  const draft = useDraft<Values>(draftKey, initial);
  const [tried, setTried] = useState(false);
  const [error, setError] = useState<unknown>();
  const lack = lacking(form, draft.value);

  const ready = () => {
    setTried(true);
    setError(undefined);
    return lack.size === 0;
  };
  return (
    <AskOnce
      label={form.label}
      ask={form.ask}
      said={`已办：${form.label}。`}
      ready={ready}
      send={async () => {
        await send(toSend(form, draft.value));
        setTried(false); // what is emptied now is not missing
        draft.forget();
      }}
      done={done}
      cancel={cancel}
      refresh={refresh}
      onError={setError}
      aside={form.article && `依据：${form.article}`}
    >
      {draft.found && (
        <p className="small mute">
          接着上次没交的内容写。
          <button type="button" className="textual" onClick={draft.forget}>
            清空重写
          </button>
        </p>
      )}
      <div className="fields">
        {askedNow(form, draft.value).map((field) => (
          <FieldInput
            key={field.name}
            field={field}
            value={draft.value[field.name]}
            onChange={(value) => draft.set({ [field.name]: value })}
            also={(change) => draft.set(Object.fromEntries(Object.entries(change).filter(([name]) => form.fields.some((each) => each.name === name))))}
            about={about}
            wrong={wrongWith(error, field.name) ?? (tried ? lack.get(field.name) : undefined)}
          />
        ))}
      </div>
      {under?.(() => (ready() ? toSend(form, draft.value) : undefined))}
    </AskOnce>
  );
}
