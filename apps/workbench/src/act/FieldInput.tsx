/** One field of a command, drawn by its kind. */
import type { ReactNode } from 'react';
import { DateInput } from '../shared/fields/DateInput.tsx';
import { LinesInput } from '../shared/fields/LinesInput.tsx';
import { SelectInput } from '../shared/fields/SelectInput.tsx';
import { TextInput } from '../shared/fields/TextInput.tsx';
import { UnitPicker } from '../shared/fields/UnitPicker.tsx';
import { CategoriesInput, CategoryInput } from './CategoryInput.tsx';
import { ContactInput } from './ContactInput.tsx';
import type { About, FieldKind, FormField } from './form.ts';
import { FilesInput } from './FilesInput.tsx';
import { MatterInput } from './MatterInput.tsx';
import { PersonInput } from './PersonInput.tsx';
import { UnitsInput } from './UnitsInput.tsx';

export interface InputProps {
  readonly field: FormField;
  // biome-ignore lint/suspicious/noExplicitAny: what a kind of field holds is known to that kind alone
  readonly value: any;
  readonly onChange: (value: unknown) => void;
  readonly about: About;
  readonly wrong?: string | undefined;
  readonly also?: ((change: Readonly<Record<string, unknown>>) => void) | undefined; // what one field knows of another
}

export function FieldInput(props: InputProps) {
  const Input = INPUTS[props.field.kind];
  return <Input {...props} />;
}

const YES_NO = [
  { value: 'true', label: '是' },
  { value: 'false', label: '否' },
];

const INPUTS: Readonly<Record<FieldKind, (props: InputProps) => ReactNode>> = {
  text: (props) => <TextInput {...common(props)} max={500} />,
  longText: (props) => <TextInput {...common(props)} rows={5} max={20_000} phrases />,
  number: (props) => <TextInput {...common(props)} value={props.value === undefined ? '' : String(props.value)} type="number" />,
  date: (props) => <DateInput {...common(props)} />,
  choice: (props) => <SelectInput {...common(props)} choices={(props.field.options ?? []).map(({ value, label, hint }) => ({ value, label, note: hint }))} />,
  yesNo: (props) => (
    <SelectInput
      {...common(props)}
      choices={YES_NO}
      value={props.value === undefined ? undefined : String(props.value)}
      onChange={(value) => props.onChange(value === 'true')}
    />
  ),
  unit: (props) => (
    <UnitPicker {...common(props)} words={props.about.words} without={[props.about.unit]} onDuty={(title) => props.also?.({ dutyItem: title })} />
  ),
  petitionDept: (props) => <UnitPicker {...common(props)} only="petitionDept" without={[props.about.unit]} />,
  units: UnitsInput,
  claims: (props) => <LinesInput {...common(props)} value={props.value ?? props.about.claims.map(({ text }) => text)} noun="诉求" rows={2} />,
  contact: ContactInput,
  person: PersonInput,
  matter: MatterInput,
  category: CategoryInput,
  categories: CategoriesInput,
  files: FilesInput,
};

function common({ field, value, onChange, wrong }: InputProps) {
  const { label, required, hint } = field;
  return { label, required, hint, wrong, value, onChange };
}
