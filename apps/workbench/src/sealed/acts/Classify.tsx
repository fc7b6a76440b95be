/** Whom it is about: from that follows who receives it, and who must never know. */
import { useNavigate } from 'react-router';
import { classifySealed } from '#contexts/sealed/contract.ts';
import { LINES, type Line, WHOM, type Whom } from '#contexts/sealed/domain/actions.ts';
import { announce } from '../../shared/announce.tsx';
import { call } from '../../shared/call.ts';
import { SelectInput } from '../../shared/fields/SelectInput.tsx';
import { TextInput } from '../../shared/fields/TextInput.tsx';
import { UnitPicker } from '../../shared/fields/UnitPicker.tsx';
import { UnitsInput } from '../UnitsInput.tsx';
import type { ActProps } from './index.tsx';
import { need, SealedForm } from './form.tsx';

const choices = (table: Readonly<Record<string, string>>) => Object.entries(table).map(([value, label]) => ({ value, label }));

export function Classify({ page, done, refresh, label, ask }: ActProps) {
  const navigate = useNavigate();
  const { accused } = page;
  return (
    <SealedForm
      label={label}
      ask={ask}
      said=""
      start={{
        unit: accused?.unit ?? '',
        whom: (accused?.whom ?? '') as string,
        line: (accused?.line ?? 'discipline') as string,
        also: (accused?.also ?? []).map(({ unit }) => unit),
        name: accused?.name ?? '',
      }}
      check={({ unit, whom }) => ({ unit: need(unit !== '', '选单位'), whom: need(whom !== '', '选一样') })}
      send={async ({ unit, whom, line, also, name }) => {
        const body = { seen: page.n, accusedUnit: unit, whom: whom as Whom, line: line as Line, also: also.filter(Boolean) };
        const { recipient, stays } = await call(classifySealed, {
          params: { region: page.region, file: page.file },
          body: { ...body, ...(name.trim() && { accused: name.trim() }) },
        });
        announce(`接收机关：${recipient}。${stays ? '请清点加封后移送。' : '本单位要回避，已转到上一级。'}`);
        if (!stays) navigate('/sealed');
      }}
      done={done}
      refresh={refresh}
    >
      {({ value, set, wrong }) => (
        <>
          <UnitPicker label="被反映人所在单位" required value={value.unit} onChange={(unit) => set({ unit: unit ?? '' })} wrong={wrong.unit} />
          <SelectInput
            label="被反映的是"
            required
            choices={choices(WHOM)}
            value={value.whom || undefined}
            onChange={(whom) => set({ whom })}
            wrong={wrong.whom}
            hint="领导班子成员常由上一级管理；反映一地党政领导班子成员的，这一地的机关都回避"
          />
          <SelectInput label="由哪条线接收" required choices={choices(LINES)} value={value.line} onChange={(line) => set({ line })} />
          <UnitsInput label="兼任、分管的其他单位（没有不填）" value={value.also} onChange={(also) => set({ also })} hint="这些单位同样看不到，也不能接收" />
          <TextInput label="被反映人姓名（可不填）" value={value.name} onChange={(name) => set({ name })} max={60} />
        </>
      )}
    </SealedForm>
  );
}
