/** 单位用语和表格: what this unit says in its own words around what every paper must say, and its own .docx forms. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { listOfficeWords } from '#contexts/documents/contract/office.ts';
import type { PaperCode } from '#contexts/documents/domain/kind.ts';
import { useMe } from '../session/session.tsx';
import { call } from '../shared/call.ts';
import { SelectInput } from '../shared/fields/SelectInput.tsx';
import { Page } from '../shared/Page.tsx';
import { Sheet } from '../shared/Sheet.tsx';
import { Trouble } from '../shared/Trouble.tsx';
import { OfficeForms } from './OfficeForms.tsx';
import { WordsEditor } from './WordsEditor.tsx';

export default function WordsPage() {
  const { unit, unitName } = useMe();
  const queries = useQueryClient();
  const list = useQuery({ queryKey: ['office-words', unit], queryFn: () => call(listOfficeWords, {}) });
  const [code, setCode] = useState<PaperCode>('F07');

  return (
    <Page
      title="单位用语和表格"
      sentence={`${unitName ?? '本单位'}在文书里自己说的话。法律要写的都在模板里，删不掉。`}
      crumbs={[{ to: '/papers', text: '文书' }]}
      here="单位用语和表格"
    >
      {list.error && <Trouble error={list.error} again={() => list.refetch()} />}
      <div className="stack">
        {list.data && (
          <Sheet title="单位用语" aside="先存一版，看过样张，再由负责人启用">
            <div className="stack">
              <SelectInput
                label="哪一种文书"
                cards={false}
                value={code}
                onChange={(next) => setCode(next as PaperCode)}
                choices={list.data.map((one) => ({ value: one.code, label: one.name, note: one.inUse ? `用第${one.inUse}版` : undefined }))}
              />
              <WordsEditor key={code} code={code} changed={() => queries.invalidateQueries({ queryKey: ['office-words', unit] })} />
            </div>
          </Sheet>
        )}
        <OfficeForms />
      </div>
    </Page>
  );
}
