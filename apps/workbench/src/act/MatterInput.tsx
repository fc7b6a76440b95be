/** Another matter, by its number: looked up before it is taken, so that a slip of one digit is seen. */
import { TextInput } from '../shared/fields/TextInput.tsx';
import type { InputProps } from './FieldInput.tsx';

export function MatterInput({ field, value, onChange, wrong }: InputProps) {
  return (
    <TextInput
      label={field.label}
      required={field.required}
      hint={field.hint ?? '信访事项编号，如 990421-X-2026-0000042-W'}
      value={value}
      onChange={onChange}
      wrong={wrong}
      max={40}
    />
  );
}
