/** 大堂经理: where a local rule has a letter taken by somebody with a name, within the hour (D16). */
import { assignLobbyManager, type IntakePage } from '#contexts/intake/contract.ts';
import { useState } from 'react';
import { AskOnce } from '../act/AskOnce.tsx';
import { call } from '../shared/call.ts';
import { TextInput } from '../shared/fields/TextInput.tsx';
import { Sheet } from '../shared/Sheet.tsx';
import { useDraft } from '../shared/useDraft.ts';

const FIELDS = { name: '姓名', post: '职务', phone: '电话' } as const;
const SHORTEST = { name: 2, post: 2, phone: 5 } as const;
type Field = keyof typeof FIELDS;

export function Manager({ page, refresh }: { page: IntakePage; refresh: () => Promise<void> }) {
  const draft = useDraft(`intake/${page.intake}/manager`, { name: '', post: '', phone: '' });
  const [tried, setTried] = useState(false);
  const isShort = (field: Field) => draft.value[field].trim().length < SHORTEST[field];
  return (
    <Sheet title="指定大堂经理" aside="本地规定：来信当天有人接件">
      <AskOnce
        label="指定大堂经理"
        ask="姓名、职务和电话会告诉信访人。确定吗？"
        said="已指定。"
        ready={() => {
          setTried(true);
          return !(Object.keys(FIELDS) as Field[]).some(isShort);
        }}
        send={() => call(assignLobbyManager, { params: { region: page.region, intake: page.intake }, body: { seen: page.n, ...draft.value } })}
        done={() => {
          draft.forget();
          void refresh();
        }}
        refresh={() => void refresh()}
      >
        {(Object.keys(FIELDS) as Field[]).map((field) => (
          <TextInput
            key={field}
            label={FIELDS[field]}
            required
            value={draft.value[field]}
            onChange={(text) => draft.set({ [field]: text })}
            wrong={tried && isShort(field) ? `至少写 ${SHORTEST[field]} 个字` : undefined}
            max={field === 'phone' ? 30 : 60}
          />
        ))}
      </AskOnce>
    </Sheet>
  );
}
