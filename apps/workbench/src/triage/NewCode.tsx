/** The query code was lost: whoever asks is checked, the old code ends, and the new one is told this once. */
import { useState } from 'react';
import { type IntakePage, replaceCode } from '#contexts/intake/contract.ts';
import { AskOnce } from '../act/AskOnce.tsx';
import { call } from '../shared/call.ts';
import { TextInput } from '../shared/fields/TextInput.tsx';
import { Sheet } from '../shared/Sheet.tsx';

export function NewCode({ page, refresh }: { page: IntakePage; refresh: () => Promise<void> }) {
  const [checked, setChecked] = useState('');
  const [tried, setTried] = useState(false);
  const [code, setCode] = useState<string>();
  const [open, setOpen] = useState(false);
  const short = checked.trim().length < 4;
  if (code) {
    return (
      <Sheet title="新的查询码">
        <p className="mono" style={{ fontSize: 22 }}>
          {code}
        </p>
        <p className="small">只显示这一次，请当面抄给信访人。旧码已经作废；办理期限不变。</p>
      </Sheet>
    );
  }
  return (
    <details className="sheet lost-code" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>查询码丢了，补发一个</summary>
      {open && form()}
    </details>
  );

  function form() {
    return (
      <AskOnce
        label="补发查询码"
        ask="补发后旧码作废。确认已经核对过身份吗？"
        said="已补发。"
        ready={() => {
          setTried(true);
          return !short;
        }}
        send={async () => {
          const given = await call(replaceCode, { params: { region: page.region, intake: page.intake }, body: { seen: page.n, checked: checked.trim() } });
          await refresh();
          setCode(given.code);
        }}
        done={() => undefined}
        refresh={() => void refresh()}
      >
        <TextInput label="怎样核对的身份" required value={checked} onChange={setChecked} wrong={tried && short ? '至少写 4 个字' : undefined} />
      </AskOnce>
    );
  }
}
