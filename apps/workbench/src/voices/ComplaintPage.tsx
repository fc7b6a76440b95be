/** One complaint: what was said, by when it is to be answered, and the answer with how it was told. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { answerComplaint, getComplaint } from '#contexts/supervision/contract.ts';
import { ABOUTS, RESULTS, type Result, WAYS_TO_TELL, type WayToTell } from '#contexts/supervision/domain/complaint.ts';
import { AskOnce } from '../act/AskOnce.tsx';
import { call } from '../shared/call.ts';
import { ClockCalc, type Evidence } from '../shared/clock/ClockCalc.tsx';
import { day, todayInChina } from '../shared/dates.ts';
import { nothingToShow } from '../shared/failure.ts';
import { DateInput } from '../shared/fields/DateInput.tsx';
import { SelectInput } from '../shared/fields/SelectInput.tsx';
import { TextInput } from '../shared/fields/TextInput.tsx';
import { Page } from '../shared/Page.tsx';
import { Sheet } from '../shared/Sheet.tsx';
import { Trouble } from '../shared/Trouble.tsx';
import { useDraft } from '../shared/useDraft.ts';
import { Waiting } from '../shared/Waiting.tsx';

const STANDING: Readonly<Record<string, Evidence>> = { law: 'T', practice: 'S', unconfirmed: 'M', default: 'P' };

export default function ComplaintPage() {
  const { region = '', complaint = '' } = useParams();
  const loaded = useQuery({ queryKey: ['complaint', region, complaint], queryFn: () => call(getComplaint, { params: { region, complaint } }) });

  if (nothingToShow(loaded))
    return (
      <Page title="投诉">
        <Trouble error={loaded.error} again={() => loaded.refetch()} />
      </Page>
    );
  if (!loaded.data)
    return (
      <div className="sheet">
        <Waiting rows={5} />
      </div>
    );
  const page = loaded.data;
  return (
    <Page
      title={`投诉${page.unitName}：${ABOUTS[page.about]}`}
      crumbs={[{ to: '/voices', text: '评价与投诉' }]}
      here="投诉"
      sentence={`${day(page.receivedOn)}收到。打开一次留一次痕，被投诉的单位看不到。`}
    >
      <div className="cols source-cols" style={{ gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 420px), 1fr))' }}>
        <Sheet title="怎么说的">
          <blockquote className="voice">{page.text}</blockquote>
          <dl className="facts small" style={{ marginTop: 12 }}>
            <dt>怎样回复</dt>
            <dd>{page.contact ?? (page.ofMember ? '本人的进度页面。这是联名的一名成员自己提的，代表和别的成员看不到，请不要向他们提起' : '进度页面')}</dd>
            {page.matter && (
              <>
                <dt>关于</dt>
                <dd>
                  <Link to={`/matters/${region}/${page.matter}`}>这件事项</Link>
                </dd>
              </>
            )}
          </dl>
          {page.clock && (
            <>
              <h3 style={{ margin: '12px 0 6px' }}>{page.clock.name}</h3>
              <ClockCalc lines={page.clock.lines} evidence={STANDING[page.clock.standing]} />
            </>
          )}
        </Sheet>
        {page.answer ? (
          <Sheet title="答复" aside={page.result && RESULTS[page.result]}>
            <p className="pre">{page.answer.text}</p>
            <p className="small mute">
              {page.answer.by}；{day(page.answer.toldOn)}以{WAYS_TO_TELL[page.answer.told as WayToTell] ?? page.answer.told}告知
              {page.answer.evidence && `，凭据：${page.answer.evidence}`}
            </p>
          </Sheet>
        ) : (
          <Sheet title="答复投诉">
            <Answer region={region} complaint={complaint} refresh={() => void loaded.refetch()} />
          </Sheet>
        )}
      </div>
    </Page>
  );
}

function Answer({ region, complaint, refresh }: { region: string; complaint: string; refresh: () => void }) {
  const draft = useDraft(`complaint/${complaint}`, { result: '', text: '', told: '', toldOn: todayInChina() as string, evidence: '' });
  const [tried, setTried] = useState(false);
  const { result, text, told, toldOn, evidence } = draft.value;
  const need = (good: boolean, words: string) => (tried && !good ? words : undefined);
  return (
    <AskOnce
      label="答复"
      ask="答复后告诉投诉人，不能再改。确定吗？"
      said="已答复投诉。"
      ready={() => {
        setTried(true);
        return result !== '' && text.trim() !== '' && told !== '' && toldOn !== '';
      }}
      send={async () => {
        await call(answerComplaint, {
          params: { region, complaint },
          body: { result: result as Result, text: text.trim(), told: told as WayToTell, toldOn, ...(evidence.trim() && { evidence: evidence.trim() }) },
        });
        draft.forget();
      }}
      done={refresh}
      refresh={refresh}
    >
      <div className="fields two">
        <SelectInput
          label="查下来"
          required
          cards
          choices={Object.entries(RESULTS).map(([value, label]) => ({ value, label }))}
          value={result || undefined}
          onChange={(next) => draft.set({ result: next })}
          wrong={need(result !== '', '选一样')}
        />
        <TextInput
          label="答复"
          required
          rows={5}
          max={5000}
          phrases
          value={text}
          onChange={(next) => draft.set({ text: next })}
          wrong={need(text.trim() !== '', '写答复')}
        />
        <SelectInput
          label="怎样告知"
          required
          choices={Object.entries(WAYS_TO_TELL).map(([value, label]) => ({ value, label }))}
          value={told || undefined}
          onChange={(next) => draft.set({ told: next })}
          wrong={need(told !== '', '选一样')}
        />
        <DateInput label="哪天告知" required value={toldOn} onChange={(next) => draft.set({ toldOn: next })} />
        <TextInput label="凭据" value={evidence} onChange={(next) => draft.set({ evidence: next })} max={200} hint="信函编号、通话记录编号、签名" />
      </div>
    </AskOnce>
  );
}
