/** Several units, each picked from the directory. */
import { Button } from 'antd';
import { UnitPicker } from '../shared/fields/UnitPicker.tsx';
import { BARE } from './acts/form.tsx';

interface UnitsInputProps {
  label: string;
  value: readonly string[];
  onChange: (value: string[]) => void;
  hint?: string;
  wrong?: string | undefined;
  required?: boolean;
}

export function UnitsInput({ label, value, onChange, hint, wrong, required = false }: UnitsInputProps) {
  const shown = value.length > 0 || !required ? value : [''];
  return (
    <fieldset className="fld whole stack tight" style={BARE} aria-label={label}>
      {shown.map((unit, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place in the list is what it is
        <div key={at} className="stack tight">
          <UnitPicker
            label={`${label} ${at + 1}`}
            required={required && at === 0}
            value={unit}
            onChange={(next) => onChange(shown.map((each, place) => (place === at ? (next ?? '') : each)))}
            wrong={at === 0 ? wrong : undefined}
          />
          {(shown.length > 1 || !required) && (
            <div>
              <Button onClick={() => onChange(shown.filter((_, place) => place !== at))}>
                去掉{label.split('（')[0]} {at + 1}
              </Button>
            </div>
          )}
        </div>
      ))}
      <div>
        <Button onClick={() => onChange([...shown, ''])}>{shown.length > 0 ? '再加一个单位' : `加：${label}`}</Button>
      </div>
      {hint && <span className="hint">{hint}</span>}
    </fieldset>
  );
}
