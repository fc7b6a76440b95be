/** One blank of a paper. Its reason stands below; in amber when the number waits for it. */
import type { Field, LegalDate, Row, Value } from '#contexts/documents/domain/field.ts';
import { DateInput } from '../shared/fields/DateInput.tsx';
import { DrawnInput } from '../shared/fields/DrawnInput.tsx';
import { LinesInput } from '../shared/fields/LinesInput.tsx';
import { SelectInput } from '../shared/fields/SelectInput.tsx';
import { TextInput } from '../shared/fields/TextInput.tsx';
import { Enclosures } from './Enclosures.tsx';
import type { Missing } from './useAutosave.ts';

interface BlankProps {
  field: Field;
  path: string;
  value: Value | undefined;
  missing: readonly Missing[];
  onChange: (value: Value) => void;
  cards?: boolean;
  rows?: number;
}

export function Blank({ field, path, value, missing, onChange, cards, rows }: BlankProps) {
  const { label, why, optional, kind } = field;
  const lacks = missing.some((each) => each.field === path);
  const shared = { label: optional && !label.includes('填') ? `${label}（可不填）` : label, hint: lacks ? `还缺：${why}` : undefined };
  const text = typeof value === 'string' ? value : '';

  return (
    <div data-path={path} className={`blank${lacks ? ' lacks' : ''}`}>
      {kind === 'line' && <TextInput {...shared} value={text} onChange={onChange} max={2000} />}
      {kind === 'text' && <TextInput {...shared} value={text} onChange={onChange} rows={rows ?? 4} max={20_000} phrases />}
      {kind === 'date' && <DateInput {...shared} value={text} onChange={onChange} />}
      {kind === 'legalDate' && (
        <DateInput
          {...shared}
          value={(value as LegalDate | undefined)?.on}
          onChange={(on) => onChange({ on: on as LegalDate['on'], rolled: false, provisional: false })}
        />
      )}
      {kind === 'choice' && (
        <SelectInput
          {...shared}
          {...(cards !== undefined && { cards })}
          value={text || undefined}
          onChange={onChange}
          choices={Object.entries(field.options ?? {}).map(([code, words]) => ({ value: code, label: words, note: NOTES[code] }))}
        />
      )}
      {kind === 'drawing' && (
        <DrawnInput label={label} value={text || undefined} onChange={(drawn) => onChange(drawn ?? '')} wrong={lacks ? shared.hint : undefined} />
      )}
      {kind === 'enclosures' && (
        <Enclosures label={label} hint={lacks ? shared.hint : why} value={Array.isArray(value) ? (value as Row[]) : []} onChange={onChange} />
      )}
      {kind === 'lines' && (
        <LinesInput {...shared} noun={label.replace(/（.*）/, '')} value={Array.isArray(value) ? (value as string[]) : []} onChange={onChange} />
      )}
    </div>
  );
}

/** What each of the three answers to a claim means (第三十二条), and which way each item of 第三十一条 is. */
const NOTES: Readonly<Record<string, string>> = {
  supported: '事实清楚，合规定',
  explained: '合理，缺依据',
  notSupported: '缺事实或不合规定',
  litigation: '诉讼、检察、公安程序',
  arbitration: '仲裁',
  partyAppeal: '党员申诉',
  administrativeProcedure: '行政复议等行政程序',
  dutyPerformance: '履行职责，直接答复',
  petitionProcedure: '按信访程序，出处理意见',
};
