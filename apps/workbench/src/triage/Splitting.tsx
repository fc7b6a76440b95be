/** A person says what it is: one thing, several, or something to be sealed; or only a question, or thanks. */
import { Button } from 'antd';
import { useState } from 'react';
import { keepAsIntake, openMatters, type IntakePage } from '#contexts/intake/contract.ts';
import { AskOnce } from '../act/AskOnce.tsx';
import { type Earlier, EarlierMatters } from '../matter/EarlierMatters.tsx';
import { MixedLetter } from '../sealed/MixedLetter.tsx';
import { isMixed, mixedOf, type MixedChoice } from '../sealed/mixed.ts';
import { announce } from '../shared/announce.tsx';
import { call } from '../shared/call.ts';
import { ChoiceCards } from '../shared/fields/Field.tsx';
import { useKeys } from '../shared/keys.ts';
import { Sheet } from '../shared/Sheet.tsx';
import { useDraft } from '../shared/useDraft.ts';
import { EMPTY_PART, isWhole, type PartDraft, toPart } from './parts.ts';
import { PartEditor } from './PartEditor.tsx';
import { recordRepeats } from './record-repeats.ts';
import { Source } from './Source.tsx';

interface Splitting extends MixedChoice {
  purpose: 'matters' | 'inquiry' | 'thanks' | '';
  parts: readonly PartDraft[];
}

const NATURES = [
  { value: 'matters', label: '信访事项', note: '求决、建议、检举控告' },
  { value: 'inquiry', label: '咨询', note: '答复即了结，不立件' },
  { value: 'thanks', label: '感谢、表扬', note: '不立件' },
];

export function Splitting({ page, refresh }: { page: IntakePage; refresh: () => Promise<void> }) {
  const params = { region: page.region, intake: page.intake };
  const first: PartDraft = { ...EMPTY_PART, title: page.title, text: page.text, claims: page.claims };
  const draft = useDraft<Splitting>(`intake/${page.region}/${page.intake}`, { purpose: '', parts: [first], blackOut: '', release: [] });
  const [tried, setTried] = useState(false);
  const [earlier, setEarlier] = useState<readonly Earlier[]>([]);
  const { purpose, parts } = draft.value;
  const change = (at: number, part: Partial<PartDraft>) => draft.set({ parts: parts.map((each, place) => (place === at ? { ...each, ...part } : each)) });
  const choose = (next: string) => draft.set({ purpose: next as Splitting['purpose'] });
  useKeys(Object.fromEntries(NATURES.map(({ value, label }, at) => [String(at + 1), { does: `这是${label}`, run: () => choose(value) }])));
  const sealed = parts.filter(({ accusation }) => accusation).length;

  const send = async () => {
    if (purpose === 'matters') {
      const reply = await call(openMatters, { params, body: { seen: page.n, parts: parts.map(toPart), ...mixedOf(draft.value, parts) } });
      const missed = await recordRepeats(parts, reply.matters, earlier);
      announce(
        `已立件 ${reply.matters.length} 件${reply.sealed ? `，${reply.sealed} 件移入密件` : ''}。${missed ? `有 ${missed} 件的对照没有记上，请打开那一件，在“和先前的一件对照”里再记。` : ''}`,
      );
    } else {
      await call(keepAsIntake, { params, body: { seen: page.n, purpose: purpose as 'inquiry' | 'thanks' } });
      announce('已定为不立件的来件，请答复。');
    }
    draft.forget();
    await refresh();
  };
  const ready = () => {
    setTried(true);
    return purpose !== '' && (purpose !== 'matters' || parts.every(isWhole));
  };

  return (
    <div className="cols source-cols">
      <Source
        page={page}
        quotes={purpose === 'matters' ? parts.map(({ text }) => (text === page.text ? '' : text)) : []}
        onQuote={purpose === 'matters' ? (text, at) => change(at, { text }) : undefined}
      />
      <Sheet title="这是什么" aside="定种类的是人，不是系统">
        <AskOnce
          label={purpose === 'matters' ? `立为 ${parts.length} 件` : '定下来'}
          ask={askOf(purpose, parts.length - sealed, sealed)}
          said=""
          ready={ready}
          send={send}
          done={() => undefined}
          refresh={() => void refresh()}
        >
          <ChoiceCards
            legend={
              <>
                来件的性质
                <span className="by-key" aria-hidden="true">
                  <kbd>1</kbd>–<kbd>3</kbd>
                </span>
              </>
            }
            name="purpose"
            value={purpose || undefined}
            onChange={choose}
            wrong={tried && !purpose ? '先选一样' : undefined}
            choices={NATURES}
          />
          {purpose === 'matters' && (
            <>
              {!page.anonymous && <EarlierMatters region={page.region} intake={page.intake} where="在下面每一件里" onFound={setEarlier} />}
              {parts.map((part, at) => (
                <PartEditor
                  // biome-ignore lint/suspicious/noArrayIndexKey: the number of the part is its name
                  key={at}
                  at={at}
                  part={part}
                  tried={tried}
                  earlier={earlier}
                  onChange={(next) => change(at, next)}
                  onRemove={parts.length > 1 ? () => draft.set({ parts: parts.filter((_, place) => place !== at) }) : undefined}
                />
              ))}
              {isMixed(parts) && <MixedLetter parts={parts} files={page.files} value={draft.value} onChange={draft.set} />}
              <div>
                <Button onClick={() => draft.set({ parts: [...parts, EMPTY_PART] })}>还有一件事，再分一件</Button>
              </div>
            </>
          )}
        </AskOnce>
      </Sheet>
    </div>
  );
}

function askOf(purpose: Splitting['purpose'], ordinary: number, sealed: number): string {
  if (purpose !== 'matters') return '定为咨询或者感谢，不立件，答复后了结；以后本人提出请求，还可以转为信访事项。确定吗？';
  const open = ordinary > 0 ? `立为 ${ordinary} 件，各有期限、各有答复，收到的日期都不变。` : '';
  const away = sealed > 0 ? `${sealed} 件检举控告移入密件，移走以后这里不再有它的内容，不能撤回。` : '';
  return `${open}${away}确定吗？`;
}
