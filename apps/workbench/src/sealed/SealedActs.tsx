/** What may be done with a sealed file: say whom it concerns, hand it over under seal, sign for it or refuse it, note that something happened. */
import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { classifySealed, markSealed, receiveSealed, refuseSealed, type SealedPage, transferSealed } from '#contexts/sealed/contract.ts';
import { MARKS, type Mark, WHOM, type Whom } from '#contexts/sealed/domain/actions.ts';
import { AskOnce } from '../act/AskOnce.tsx';
import { announce } from '../shared/announce.tsx';
import { call } from '../shared/call.ts';
import { DateInput } from '../shared/fields/DateInput.tsx';
import { SelectInput } from '../shared/fields/SelectInput.tsx';
import { TextInput } from '../shared/fields/TextInput.tsx';
import { UnitPicker } from '../shared/fields/UnitPicker.tsx';
import { Sheet } from '../shared/Sheet.tsx';

type Act = SealedPage['may'][number];

const ACTS: Readonly<Record<Act, { readonly label: string; readonly ask: string }>> = {
  classify: { label: '确认被反映人所在单位', ask: '由此按干部管理权限定接收机关，被反映的单位从此看不到它。移送以前还能改。确定吗？' },
  transfer: { label: '移送', ask: '清点页数、加封后移送，留移送单。移送后等对方签收。确定吗？' },
  receive: { label: '签收', ask: '核对页数和封签后签收；签收后内容只有本机关看得到。确定吗？' },
  refuse: { label: '拒收', ask: '退回移送的单位，期限接着算。确定吗？' },
  mark: { label: '记一个日子', ask: '只记发生了和哪一天，不记内容。确定吗？' },
};

/** Nothing of this is kept in the browser: what was typed lives in this page alone. */
export function SealedActs({ page, refresh }: { page: SealedPage; refresh: () => void }) {
  const [act, setAct] = useState<Act | undefined>(page.may.length === 1 ? page.may[0] : undefined);
  if (page.may.length === 0) return null;
  return (
    <Sheet title="办理">
      {page.may.length > 1 && (
        <div className="acts" style={{ marginBottom: act ? 12 : 0 }}>
          {page.may.map((each) => (
            <Button key={each} aria-expanded={act === each} onClick={() => setAct(each)}>
              {ACTS[each].label}
            </Button>
          ))}
        </div>
      )}
      {act && <ActForm key={act} act={act} page={page} refresh={refresh} />}
    </Sheet>
  );
}

function ActForm({ act, page, refresh }: { act: Act; page: SealedPage; refresh: () => void }) {
  const navigate = useNavigate();
  const [value, setValue] = useState<Record<string, string>>({ on: page.today });
  const [tried, setTried] = useState(false);
  const set = (name: string) => (next: string | undefined) => setValue((before) => ({ ...before, [name]: next ?? '' }));
  const { unit = '', whom = '', accused = '', pages = '', sealNo = '', reason = '', mark = '', on = '' } = value;
  const params = { region: page.region, file: page.file };
  const counted = { seen: page.n, pages: Number(pages), sealNo: sealNo.trim() };
  const good: Readonly<Record<Act, boolean>> = {
    classify: unit !== '' && whom !== '',
    transfer: Number(pages) >= 1 && sealNo.trim().length >= 2,
    receive: Number(pages) >= 1 && sealNo.trim().length >= 2,
    refuse: reason.trim().length >= 4,
    mark: mark !== '' && on !== '',
  };
  const need = (fine: boolean, words: string) => (tried && !fine ? words : undefined);

  const send: Readonly<Record<Act, () => Promise<unknown>>> = {
    classify: async () => {
      const { recipient, stays } = await call(classifySealed, {
        params,
        body: { seen: page.n, accusedUnit: unit, whom: whom as Whom, ...(accused.trim() && { accused: accused.trim() }) },
      });
      announce(`接收机关：${recipient}。${stays ? '请清点加封后移送。' : '本单位要回避，已转到上一级信访部门。'}`);
      if (!stays) navigate('/sealed');
    },
    transfer: () => call(transferSealed, { params, body: counted }),
    receive: () => call(receiveSealed, { params, body: counted }),
    refuse: () => call(refuseSealed, { params, body: { seen: page.n, reason: reason.trim() } }),
    mark: () => call(markSealed, { params, body: { seen: page.n, mark: mark as Mark, on } }),
  };

  return (
    <AskOnce
      label={ACTS[act].label}
      ask={ACTS[act].ask}
      said={`已办：${ACTS[act].label}。`}
      ready={() => {
        setTried(true);
        return good[act];
      }}
      send={send[act]}
      done={refresh}
      refresh={refresh}
    >
      <div className="fields two">
        {act === 'classify' && (
          <>
            <UnitPicker label="被反映人所在单位" required value={unit} onChange={set('unit')} wrong={need(unit !== '', '选单位')} />
            <SelectInput
              label="被反映的是"
              required
              choices={Object.entries(WHOM).map(([code, label]) => ({ value: code, label }))}
              value={whom || undefined}
              onChange={set('whom')}
              wrong={need(whom !== '', '选一样')}
              hint="领导班子成员常由上一级管理"
            />
            <TextInput label="被反映人姓名（可不填）" value={accused} onChange={set('accused')} max={60} />
          </>
        )}
        {(act === 'transfer' || act === 'receive') && (
          <>
            <TextInput label="页数" required type="number" value={pages} onChange={set('pages')} wrong={need(Number(pages) >= 1, '写清点的页数')} />
            <TextInput
              label="封签号"
              required
              value={sealNo}
              onChange={set('sealNo')}
              max={30}
              wrong={need(sealNo.trim().length >= 2, '写封签号')}
              hint="字母、数字和短横"
            />
          </>
        )}
        {act === 'refuse' && (
          <TextInput
            label="为什么拒收"
            required
            rows={3}
            value={reason}
            onChange={set('reason')}
            max={1000}
            wrong={need(reason.trim().length >= 4, '至少写 4 个字')}
          />
        )}
        {act === 'mark' && (
          <>
            <SelectInput
              label="发生了什么"
              required
              choices={Object.entries(MARKS).map(([code, label]) => ({ value: code, label }))}
              value={mark || undefined}
              onChange={set('mark')}
              wrong={need(mark !== '', '选一样')}
            />
            <DateInput label="哪一天" required max={page.today} value={on} onChange={set('on')} />
          </>
        )}
      </div>
    </AskOnce>
  );
}
