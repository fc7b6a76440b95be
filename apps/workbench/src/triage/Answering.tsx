/** An inquiry is answered with its basis; or the petitioner is told in writing where to go; or it becomes a matter after all. */
import { Button } from 'antd';
import { useState } from 'react';
import { answerInquiry, giveDirection, openMatters, type IntakePage } from '#contexts/intake/contract.ts';
import { AskOnce } from '../act/AskOnce.tsx';
import { call } from '../shared/call.ts';
import { TextInput } from '../shared/fields/TextInput.tsx';
import { Sheet } from '../shared/Sheet.tsx';
import { useDraft } from '../shared/useDraft.ts';
import { EMPTY_PART, isWhole, type PartDraft, toPart } from './parts.ts';
import { PartEditor } from './PartEditor.tsx';

type Way = 'answer' | 'direction' | 'convert';
const WAYS: Readonly<Record<Way, string>> = { answer: '答复', direction: '书面指明去向', convert: '转为信访事项' };

export function Answering(props: WayProps & { fresh: boolean }) {
  return props.page.stage === 'classified' ? <Ways {...props} /> : <Again {...props} />; // once it is answered, no second answer is offered
}

/** It is answered and ends here, unless the petitioner asks for more: only who chooses that sees the form. */
function Again(props: WayProps) {
  const [open, setOpen] = useState(false);
  if (!open)
    return (
      <Sheet title="本人又提出请求的">
        <p>已经答复，这件到这里了结。本人以后又提出请求的，可以转为信访事项：收到的日期不变，期限从那天算起。</p>
        <div className="acts" style={{ marginTop: 12 }}>
          <Button onClick={() => setOpen(true)}>本人又提出请求，转为信访事项</Button>
        </div>
      </Sheet>
    );
  return (
    <Sheet title="转为信访事项">
      <Convert {...props} cancel={() => setOpen(false)} />
    </Sheet>
  );
}

function Ways({ page, refresh, fresh }: WayProps & { fresh: boolean }) {
  const [way, setWay] = useState<Way>('answer');
  return (
    <Sheet title="接下来">
      <div className="tabs" role="tablist" aria-label="怎么办">
        {(Object.keys(WAYS) as Way[]).map((each) => (
          <button key={each} type="button" role="tab" aria-selected={way === each} onClick={() => setWay(each)}>
            {WAYS[each]}
          </button>
        ))}
      </div>
      {way === 'answer' && <Answer page={page} refresh={refresh} autoFocus={fresh} />}
      {way === 'direction' && <Direction page={page} refresh={refresh} />}
      {way === 'convert' && <Convert page={page} refresh={refresh} />}
    </Sheet>
  );
}

interface WayProps {
  page: IntakePage;
  refresh: () => Promise<void>;
}

const keyOf = ({ region, intake }: IntakePage) => ({ region, intake });
const tooShort = (tried: boolean, text: string, least: number) => (tried && text.trim().length < least ? `至少写 ${least} 个字` : undefined);

function Answer({ page, refresh, autoFocus }: WayProps & { autoFocus: boolean }) {
  const draft = useDraft(`intake/${page.intake}/answer`, { answer: '', basis: '' });
  const [tried, setTried] = useState(false);
  const { answer, basis } = draft.value;
  return (
    <AskOnce
      label="答复"
      ask="答复后了结。信访人凭查询码看得到答复和依据。确定吗？"
      said="已答复。"
      ready={() => {
        setTried(true);
        return answer.trim().length >= 4 && basis.trim().length >= 2;
      }}
      send={async () => {
        await call(answerInquiry, { params: keyOf(page), body: { seen: page.n, answer: answer.trim(), basis: basis.trim() } });
        draft.forget();
        await refresh();
      }}
      done={() => undefined}
      refresh={() => void refresh()}
    >
      <TextInput
        label="怎么答"
        required
        rows={5}
        max={10_000}
        phrases
        autoFocus={autoFocus}
        value={answer}
        onChange={(next) => draft.set({ answer: next })}
        wrong={tooShort(tried, answer, 4)}
      />
      <TextInput
        label="依据"
        required
        max={2000}
        value={basis}
        onChange={(next) => draft.set({ basis: next })}
        wrong={tooShort(tried, basis, 2)}
        hint="写到条款项，或者哪个单位哪个文件"
      />
    </AskOnce>
  );
}

function Direction({ page, refresh }: WayProps) {
  const draft = useDraft(`intake/${page.intake}/direction`, { place: '' });
  const [tried, setTried] = useState(false);
  const { place } = draft.value;
  return (
    <AskOnce
      label="书面指明去向"
      ask="写下以后，信访人凭查询码看得到该找谁。确定吗？"
      said="已书面指明去向。"
      ready={() => {
        setTried(true);
        return place.trim().length >= 4;
      }}
      send={async () => {
        await call(giveDirection, { params: keyOf(page), body: { seen: page.n, place: place.trim() } });
        draft.forget();
        await refresh();
      }}
      done={() => undefined}
      refresh={() => void refresh()}
    >
      <TextInput
        label="找哪个单位、在哪里、电话、要带什么"
        required
        rows={4}
        max={2000}
        phrases
        value={place}
        onChange={(next) => draft.set({ place: next })}
        wrong={tooShort(tried, place, 4)}
      />
    </AskOnce>
  );
}

function Convert({ page, refresh, cancel }: WayProps & { cancel?: () => void }) {
  const draft = useDraft<{ part: PartDraft }>(`intake/${page.intake}/convert`, {
    part: { ...EMPTY_PART, title: page.title, text: page.text, claims: page.claims },
  });
  const [tried, setTried] = useState(false);
  const { part } = draft.value;
  return (
    <AskOnce
      label="转为信访事项"
      cancel={cancel}
      ask="立为 1 件，收到的日期不变，期限从那天算起。确定吗？"
      said="已转为信访事项。"
      ready={() => {
        setTried(true);
        return isWhole(part);
      }}
      send={async () => {
        await call(openMatters, { params: keyOf(page), body: { seen: page.n, parts: [toPart(part)] } });
        draft.forget();
        await refresh();
      }}
      done={() => undefined}
      refresh={() => void refresh()}
    >
      <PartEditor at={0} part={part} tried={tried} maySeal={false} onChange={(change) => draft.set({ part: { ...part, ...change } })} />
    </AskOnce>
  );
}
