/** A complaint that came at the window, by telephone or letter: written down for the organ outside the unit complained about. */
import { useState } from 'react';
import { registerComplaint } from '#contexts/supervision/contract.ts';
import { ABOUTS, type About } from '#contexts/supervision/domain/complaint.ts';
import { AskOnce } from '../act/AskOnce.tsx';
import { announce } from '../shared/announce.tsx';
import { call } from '../shared/call.ts';
import { SelectInput } from '../shared/fields/SelectInput.tsx';
import { TextInput } from '../shared/fields/TextInput.tsx';
import { UnitPicker } from '../shared/fields/UnitPicker.tsx';
import { Sheet } from '../shared/Sheet.tsx';
import { useDraft } from '../shared/useDraft.ts';

export function RegisterComplaint({ done, cancel }: { done: () => void; cancel: () => void }) {
  const draft = useDraft('complaint', { unit: '', about: '', text: '', contact: '' });
  const [tried, setTried] = useState(false);
  const { unit, about, text, contact } = draft.value;
  const need = (good: boolean, words: string) => (tried && !good ? words : undefined);
  return (
    <Sheet title="登记一件投诉" className="doing">
      <AskOnce
        label="登记投诉"
        ask="送到被投诉单位以外的机关处理，被投诉的单位看不到。确定吗？"
        said=""
        ready={() => {
          setTried(true);
          return unit !== '' && about !== '' && text.trim().length >= 2;
        }}
        send={async () => {
          const { organName } = await call(registerComplaint, {
            body: { unit, about: about as About, text: text.trim(), ...(contact.trim() && { contact: contact.trim() }) },
          });
          draft.forget();
          announce(`已登记，由${organName}处理。`);
        }}
        done={done}
        cancel={cancel}
      >
        <div className="fields">
          <UnitPicker label="投诉哪个单位" required value={unit} onChange={(next) => draft.set({ unit: next ?? '' })} wrong={need(unit !== '', '选单位')} />
          <SelectInput
            label="投诉什么"
            required
            cards
            choices={Object.entries(ABOUTS).map(([value, label]) => ({ value, label }))}
            value={about || undefined}
            onChange={(next) => draft.set({ about: next })}
            wrong={need(about !== '', '选一样')}
          />
          <TextInput
            label="怎么回事"
            required
            rows={4}
            max={5000}
            value={text}
            onChange={(next) => draft.set({ text: next })}
            wrong={need(text.trim().length >= 2, '写几句')}
          />
          <TextInput label="怎样回复投诉人（可不填）" max={200} value={contact} onChange={(next) => draft.set({ contact: next })} />
        </div>
      </AskOnce>
    </Sheet>
  );
}
