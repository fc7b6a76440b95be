/** One line, or several, of what a person writes. */
import { useRef } from 'react';
import { Phrases } from '../phrases/Phrases.tsx';
import { Field } from './Field.tsx';

interface TextInputProps {
  label: string;
  value: string | undefined;
  onChange: (value: string) => void;
  required?: boolean | undefined;
  hint?: string | undefined;
  wrong?: string | undefined;
  placeholder?: string | undefined;
  rows?: number; // several lines
  max?: number;
  whole?: boolean;
  type?: 'text' | 'tel' | 'email' | 'number';
  autoFocus?: boolean;
  phrases?: boolean; // words of the office, where 常用语 may be put in; never the words of a petitioner
}

export function TextInput({
  label,
  value = '',
  onChange,
  required,
  hint,
  wrong,
  placeholder,
  rows,
  max,
  whole = false,
  type = 'text',
  autoFocus,
  phrases = false,
}: TextInputProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const room = max && value.length > max * 0.8 ? `已写 ${value.length} 字，最多 ${max} 字` : undefined;
  return (
    <Field label={label} required={required} hint={room ?? hint} wrong={wrong} whole={whole || rows !== undefined}>
      {(ids) => {
        const shared = { ...ids, className: 'in', value, placeholder, maxLength: max, autoFocus };
        return rows ? (
          <>
            <textarea {...shared} ref={area} rows={rows} onChange={({ target }) => onChange(target.value)} />
            {phrases && <Phrases field={area} />}
          </>
        ) : (
          <input {...shared} type={type} onChange={({ target }) => onChange(target.value)} />
        );
      }}
    </Field>
  );
}
