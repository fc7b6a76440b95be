/** Several units of one matter: chosen from the tree, shown as they are chosen. */
import { TreeSelect } from 'antd';
import { Field } from '../shared/fields/Field.tsx';
import { treeOf, useOrgans } from '../shared/fields/UnitPicker.tsx';
import type { InputProps } from './FieldInput.tsx';

export function UnitsInput({ field, value, onChange, wrong }: InputProps) {
  const organs = useOrgans();
  return (
    <Field label={field.label} required={field.required} hint={field.hint} wrong={wrong}>
      {(ids) => (
        <TreeSelect
          {...ids}
          {...(wrong && { status: 'warning' as const })}
          multiple
          showSearch={{ treeNodeFilterProp: 'search' }}
          treeDefaultExpandAll
          treeData={treeOf(organs.data ?? [], [])}
          loading={organs.isPending}
          value={value ?? []}
          onChange={(units) => onChange(units)}
          placeholder="打单位名称里的字，可以选几个"
          style={{ width: '100%' }}
          listHeight={360}
        />
      )}
    </Field>
  );
}
