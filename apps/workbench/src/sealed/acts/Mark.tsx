/** That something happened at the organ with power, and on which day. Nothing else is kept. */
import { markSealed } from '#contexts/sealed/contract.ts';
import { MARKS, type Mark as MarkName } from '#contexts/sealed/domain/actions.ts';
import { call } from '../../shared/call.ts';
import { DateInput } from '../../shared/fields/DateInput.tsx';
import { SelectInput } from '../../shared/fields/SelectInput.tsx';
import type { ActProps } from './index.tsx';
import { need, SealedForm } from './form.tsx';

export function Mark({ page, done, refresh, label, ask }: ActProps) {
  return (
    <SealedForm
      label={label}
      ask={ask}
      start={{ mark: '', on: page.today as string }}
      check={({ mark, on }) => ({ mark: need(mark !== '', '选一样'), on: need(on !== '', '写哪一天') })}
      send={({ mark, on }) => call(markSealed, { params: { region: page.region, file: page.file }, body: { seen: page.n, mark: mark as MarkName, on } })}
      done={done}
      refresh={refresh}
    >
      {({ value, set, wrong }) => (
        <>
          <SelectInput
            label="发生了什么"
            required
            choices={Object.entries(MARKS).map(([code, text]) => ({ value: code, label: text }))}
            value={value.mark || undefined}
            onChange={(mark) => set({ mark })}
            wrong={wrong.mark}
          />
          <DateInput label="哪一天" required max={page.today} value={value.on} onChange={(on) => set({ on: on ?? '' })} wrong={wrong.on} />
        </>
      )}
    </SealedForm>
  );
}
