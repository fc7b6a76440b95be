/** The query code of a sealed letter was lost: whoever reads the letter can tell who asks, and tells the new code this once. */
import { useState } from 'react';
import { giveSealedCode } from '#contexts/sealed/contract.ts';
import { call } from '../../shared/call.ts';
import { TextInput } from '../../shared/fields/TextInput.tsx';
import type { ActProps } from './index.tsx';
import { need, SealedForm } from './form.tsx';

export function GiveCode({ page, refresh, label, ask }: ActProps) {
  const [code, setCode] = useState<string>();
  if (code)
    return (
      <div role="status">
        <p className="mono" style={{ fontSize: 22 }}>
          {code}
        </p>
        <p className="small">只显示这一次，请当面抄给信访人。旧码已经作废；一两分钟后，用新码照样看得到日期。</p>
      </div>
    );
  return (
    <SealedForm
      label={label}
      ask={ask}
      start={{ checked: '' }}
      check={({ checked }) => ({ checked: need(checked.trim().length >= 4, '至少写 4 个字') })}
      send={async ({ checked }) => {
        const given = await call(giveSealedCode, { params: { region: page.region, file: page.file }, body: { seen: page.n, checked: checked.trim() } });
        setCode(given.code);
      }}
      done={refresh}
      refresh={refresh}
    >
      {({ value, set, wrong }) => (
        <TextInput
          label="怎样核对的身份"
          required
          rows={2}
          value={value.checked}
          onChange={(checked) => set({ checked })}
          max={500}
          wrong={wrong.checked}
          hint="对照原件里的姓名、电话、证件。只记在密件里"
        />
      )}
    </SealedForm>
  );
}
