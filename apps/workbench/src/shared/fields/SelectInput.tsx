/** One of a list. Up to four stand as cards with what they mean, more as a list that opens. */
import { type Choice, ChoiceCards, Field } from './Field.tsx';

interface SelectInputProps {
  label: string;
  choices: readonly Choice[];
  value: string | undefined;
  onChange: (value: string) => void;
  required?: boolean | undefined;
  hint?: string | undefined;
  wrong?: string | undefined;
  cards?: boolean | undefined; // as cards whatever their number
  empty?: string;
}

export function SelectInput({ label, choices, value, onChange, required, hint, wrong, cards, empty = '请选择' }: SelectInputProps) {
  if (cards ?? choices.length <= 4) {
    return (
      <ChoiceCards legend={required ? `${label}（必填）` : label} name={label} choices={choices} value={value} onChange={onChange} hint={hint} wrong={wrong} />
    );
  }
  const chosen = choices.find((choice) => choice.value === value);
  return (
    <Field label={label} required={required} hint={chosen?.note ?? hint} wrong={wrong}>
      {(ids) => (
        <select {...ids} className="in" value={value ?? ''} onChange={({ target }) => onChange(target.value)}>
          <option value="">{empty}</option>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
