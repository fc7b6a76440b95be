/** What can be done with an issued paper: sent, received, come back, voided. Each with evidence, each asked once. */
import { useState } from 'react';
import { dispatchPaper, type PaperItem, recordDelivery, recordFailure, voidPaper } from '#contexts/documents/contract.ts';
import { METHODS, type Method } from '#contexts/documents/domain/delivery.ts';
import type { Field } from '#contexts/documents/domain/field.ts';
import { useRefreshMatter } from '../matter/useMatter.ts';
import { AskOnce } from '../act/AskOnce.tsx';
import { call } from '../shared/call.ts';
import { DateInput } from '../shared/fields/DateInput.tsx';
import { DrawnInput } from '../shared/fields/DrawnInput.tsx';
import { SelectInput } from '../shared/fields/SelectInput.tsx';
import { TextInput } from '../shared/fields/TextInput.tsx';
import { useDraft } from '../shared/useDraft.ts';

/** What the papers belong to: a matter, or other work (`beside`), as its page shows it. */
export interface PaperPlace {
  readonly region: string;
  readonly matter: string;
  readonly n: number;
  readonly today: string;
  readonly beside?: boolean;
}

export type PaperActName = 'dispatch' | 'recordDelivery' | 'recordFailure' | 'void';

export const PAPER_ACTS: Readonly<Record<PaperActName, { readonly button: string; readonly ask: string }>> = {
  dispatch: { button: '登记发出', ask: '有发出的凭证，书面告知、办结的期限才算完成。记下后不能改。确定吗？' },
  recordDelivery: { button: '登记送达', ask: '从送达那天起，信访人的期限开始计算。记下后不能改。确定吗？' },
  recordFailure: { button: '没有送到', ask: '没有送到的，原来的期限接着算，要另想办法送。确定吗？' },
  void: { button: '作废', ask: '作废以后号仍保留，不能再用；改错要另出文书。确定吗？' },
};

/** A proof that came late says when the paper arrived; the terms count from the day it is entered, since its reader was told that none ran. */
const LATE = { button: '补登送达', ask: '发出的日期不变；信访人的期限从今天起算，因为先前告诉他没有送到。记下后不能改。确定吗？' };

export const wordsOf = (act: PaperActName, { stage }: Pick<PaperItem, 'stage'>) => (act === 'recordDelivery' && stage === 'unproven' ? LATE : PAPER_ACTS[act]);

/** Beside a matter no term of a petitioner hangs on it. */
const BESIDE: Readonly<Partial<Record<PaperActName, string>>> = {
  dispatch: '有发出的凭证才能登记。记下后不能改。确定吗？',
  recordDelivery: '以签收、回执上的日期为准。记下后不能改。确定吗？',
  recordFailure: '没有送到的，要另想办法送。确定吗？',
};

interface PaperActProps {
  act: PaperActName;
  paper: PaperItem;
  place: PaperPlace;
  consent: boolean;
  done: () => void;
}

interface Filled {
  method?: string;
  on?: string;
  reason?: string;
  evidence: Readonly<Record<string, string>>;
  drawn?: string | undefined; // a signature on this screen, in place of a scan of one
}

export function PaperAct({ act, paper, place, consent, done }: PaperActProps) {
  const { region, matter, n, beside } = place;
  const refresh = useRefreshMatter({ region, matter });
  const draft = useDraft<Filled>(`paper/${region}/${matter}/${paper.no}/${act}`, { evidence: {} });
  const [tried, setTried] = useState(false);
  const { method, on = place.today, reason = '', evidence, drawn } = draft.value;
  const chosen = (act === 'dispatch' ? method : paper.method) as Method | undefined;
  const fields = chosen && act === 'dispatch' ? METHODS[chosen].dispatch : chosen && act === 'recordDelivery' ? METHODS[chosen].delivery : [];
  const signs = act === 'recordDelivery' && fields.some(({ name }) => name === 'signature');
  const asked = drawn ? fields.filter(({ name }) => name !== 'signature') : fields;
  const needsReason = act === 'void' || act === 'recordFailure';

  const ready = () => {
    setTried(true);
    return needsReason ? reason.trim() !== '' : chosen !== undefined && asked.every(({ name, optional }) => optional || evidence[name]?.trim());
  };
  const send = async () => {
    const params = { region, matter, no: paper.no };
    if (act === 'void') await call(voidPaper, { params, body: { reason: reason.trim() } });
    else if (act === 'recordFailure') await call(recordFailure, { params, body: { reason: reason.trim(), seen: n } });
    else if (act === 'recordDelivery') await call(recordDelivery, { params, body: { evidence, on, ...(drawn && { drawn }), seen: n } });
    else await call(dispatchPaper, { params, body: { method: chosen!, evidence, seen: n } });
    draft.forget();
    await refresh();
  };

  return (
    <AskOnce
      label={wordsOf(act, paper).button}
      ask={(beside && BESIDE[act]) || wordsOf(act, paper).ask}
      said={`${paper.name}：${wordsOf(act, paper).button}，已记下。`}
      ready={ready}
      send={send}
      done={done}
      cancel={done}
      refresh={() => void refresh()}
    >
      <div className="fields two">
        {act === 'dispatch' && (
          <SelectInput
            label="怎样送"
            required
            cards={false}
            value={method}
            onChange={(next) => draft.set({ method: next, evidence: {} })}
            hint="按民事诉讼法的送达方式"
            choices={methods(consent)}
            wrong={tried && !method ? '还没有选怎样送' : undefined}
          />
        )}
        {asked.map((field) => (
          <Evidence
            key={field.name}
            field={field}
            value={evidence[field.name]}
            tried={tried}
            onChange={(value) => draft.set({ evidence: { ...evidence, [field.name]: value } })}
          />
        ))}
        {signs && <DrawnInput label="签收人在这里签名" value={drawn} onChange={(next) => draft.set({ drawn: next })} />}
        {needsReason && (
          <TextInput
            label={act === 'void' ? '为什么作废' : '怎样没有送到'}
            required
            rows={2}
            value={reason}
            onChange={(next) => draft.set({ reason: next })}
            wrong={tried && !reason.trim() ? '还没有写理由' : undefined}
            max={2000}
          />
        )}
        {act === 'recordDelivery' && (
          <DateInput
            label="哪天收到"
            required
            max={place.today}
            value={on}
            onChange={(next) => draft.set({ on: next })}
            hint={`以签收、回执上的日期为准${beside ? '' : paper.stage === 'unproven' ? '；信访人的期限从今天起算，因为先前告诉他没有送到' : '；信访人的期限从这天起算'}`}
          />
        )}
      </div>
    </AskOnce>
  );
}

/** Electronic delivery needs the petitioner's consent on record: without it the way is named, but cannot be chosen. */
const methods = (consent: boolean) =>
  Object.entries(METHODS)
    .filter(([code]) => consent || code !== 'electronic')
    .map(([value, { name, article }]) => ({ value, label: name, note: article }));

function Evidence({ field, value, tried, onChange }: { field: Field; value: string | undefined; tried: boolean; onChange: (value: string) => void }) {
  const { label, why, optional } = field;
  return (
    <TextInput
      label={label}
      required={!optional}
      hint={why}
      value={value}
      onChange={onChange}
      max={2000}
      wrong={tried && !optional && !value?.trim() ? `还没有填“${label}”` : undefined}
    />
  );
}
