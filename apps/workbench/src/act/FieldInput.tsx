/** One field of a command, drawn by its kind. */
import type { ReactNode } from 'react';
import { todayInChina } from '../shared/dates.ts';
import { DateInput } from '../shared/fields/DateInput.tsx';
import { LinesInput } from '../shared/fields/LinesInput.tsx';
import { SelectInput } from '../shared/fields/SelectInput.tsx';
import { TextInput } from '../shared/fields/TextInput.tsx';
import { UnitPicker } from '../shared/fields/UnitPicker.tsx';
import { ContactInput } from './ContactInput.tsx';
import type { About, FieldKind, FormField } from './form.ts';
import { MatterInput } from './MatterInput.tsx';
import { PersonInput } from './PersonInput.tsx';

export interface InputProps {
  readonly field: FormField;
  readonly value: any; // what a kind of field holds is known to that kind alone
  readonly onChange: (value: unknown) => void;
  readonly about: About;
  readonly wrong?: string | undefined;
}

export function FieldInput(props: InputProps) {
  return INPUTS[props.field.kind](props);
}

const YES_NO = [{ value: 'true', label: '是' }, { value: 'false', label: '否' }];

const INPUTS: Readonly<Record<FieldKind, (props: InputProps) => ReactNode>> = {
  text: (props) => <TextInput {...common(props)} max={200} />,
  longText: (props) => <TextInput {...common(props)} rows={5} max={20_000} />,
  number: (props) => <TextInput {...common(props)} value={props.value === undefined ? '' : String(props.value)} type="number" />,
  date: (props) => <DateInput {...common(props)} />,
  dateTime: (props) => <DateInput {...common(props)} time max={`${todayInChina()}T23:59`} />,
  choice: (props) => <SelectInput {...common(props)} choices={props.field.options ?? []} />,
  yesNo: (props) => (
    <SelectInput {...common(props)} choices={props.field.options ?? YES_NO} value={props.value === undefined ? undefined : String(props.value)} onChange={(value) => props.onChange(value === 'true')} />
  ),
  unit: (props) => <UnitPicker {...common(props)} words={props.about.words} />,
  units: (props) => (
    <UnitPicker {...common(props)} value={props.value?.at(-1)} onChange={(unit) => props.onChange(unit ? [...new Set([...(props.value ?? []), unit])] : [])} />
  ),
  claims: (props) => (
    <LinesInput {...common(props)} value={props.value ?? props.about.claims.map(({ text }) => text)} noun="诉求" rows={2} />
  ),
  contact: (props) => <ContactInput {...props} />,
  person: (props) => <PersonInput {...props} />,
  matter: (props) => <MatterInput {...props} />,
  paper: (props) => (
    <SelectInput
      {...common(props)}
      choices={props.about.papers.map(({ document, name, number }) => ({ value: document, label: number ? `${name} ${number}` : name }))}
    />
  ),
  file: (props) => <TextInput {...common(props)} />,
};

function common({ field, value, onChange, wrong }: InputProps) {
  const { label, required, hint } = field;
  return { label, required, hint, wrong, value, onChange };
}
