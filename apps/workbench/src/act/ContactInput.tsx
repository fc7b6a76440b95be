/** Who is in charge, as the petitioner will be told: a colleague chosen, the name, post and phone to be checked. */
import { SelectInput } from '../shared/fields/SelectInput.tsx';
import { TextInput } from '../shared/fields/TextInput.tsx';
import type { InputProps } from './FieldInput.tsx';
import { sayColleague, useColleagues } from './PersonInput.tsx';

export function ContactInput({ field, value = {}, onChange, about, wrong }: InputProps) {
  const people = useColleagues(about.unit);
  const set = (change: object) => onChange({ ...value, ...change });
  const choose = (person: string) => {
    const chosen = people.data?.find((each) => each.person === person);
    if (chosen) onChange({ person, name: chosen.name, post: chosen.post, phone: chosen.phone });
  };
  return (
    <div className="stack tight whole">
      <SelectInput
        label={field.label}
        required={field.required}
        hint={field.hint ?? '姓名、职务、电话会告诉信访人，请核对能打通。'}
        wrong={wrong}
        cards={false}
        value={value.person}
        onChange={choose}
        choices={(people.data ?? []).map((each) => ({ value: each.person, label: sayColleague(each) }))}
      />
      <div className="fields three">
        <TextInput label="姓名" required={field.required} value={value.name} onChange={(name) => set({ name })} max={60} />
        <TextInput label="职务" required={field.required} value={value.post} onChange={(post) => set({ post })} max={60} />
        <TextInput label="电话" required={field.required} type="tel" value={value.phone} onChange={(phone) => set({ phone })} max={40} />
      </div>
    </div>
  );
}
