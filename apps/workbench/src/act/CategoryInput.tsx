/** The category of a matter: typed or chosen in two levels. Discipline is not offered: what belongs there is sealed, not classified. */
import { Select } from 'antd';
import { CATEGORIES } from '#contexts/casework/domain/categories.ts';
import { Field } from '../shared/fields/Field.tsx';
import type { InputProps } from './FieldInput.tsx';

const OPTIONS = CATEGORIES.filter(({ code }) => code !== '11').map(({ name, under }) => ({
  label: name,
  title: name,
  options: under.map((each) => ({ value: each.code, label: `${name} / ${each.name}` })),
}));

export function CategoryInput({ field, value, onChange, wrong }: InputProps) {
  return (
    <Field label={field.label} required={field.required} hint={field.hint ?? '打几个字就能找到，如“物业”“工资”'} wrong={wrong}>
      {(ids) => (
        <Select
          {...ids}
          showSearch={{ optionFilterProp: 'label' }}
          allowClear
          options={OPTIONS}
          value={value || undefined}
          onChange={(code) => onChange(code ?? '')}
          placeholder="请选择"
        />
      )}
    </Field>
  );
}

export function CategoriesInput({ field, value, onChange, wrong }: InputProps) {
  return (
    <Field label={field.label} required={field.required} hint={field.hint} wrong={wrong}>
      {(ids) => (
        <Select
          {...ids}
          mode="multiple"
          maxCount={3}
          showSearch={{ optionFilterProp: 'label' }}
          options={OPTIONS}
          value={value ?? []}
          onChange={(codes) => onChange(codes)}
          placeholder="没有就空着"
        />
      )}
    </Field>
  );
}
