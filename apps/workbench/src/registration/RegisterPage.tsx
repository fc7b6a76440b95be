/** 登记: a visit, a letter, a call on one screen, by keyboard alone if wanted. Source at the left, form at the right. */
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import { type Receipt, registerIntake, UPLOAD_URL } from '#contexts/intake/contract.ts';
import { CHANNELS, type Channel } from '#kernel/channels.ts';
import { AskOnce } from '../act/AskOnce.tsx';
import { MixedLetter } from '../sealed/MixedLetter.tsx';
import { isMixed } from '../sealed/mixed.ts';
import { useMe } from '../session/session.tsx';
import { announce } from '../shared/announce.tsx';
import { call } from '../shared/call.ts';
import { isOffline } from '../shared/failure.ts';
import { FilePicker } from '../shared/fields/FilePicker.tsx';
import { LinesInput } from '../shared/fields/LinesInput.tsx';
import { TextInput } from '../shared/fields/TextInput.tsx';
import { useKeys } from '../shared/keys.ts';
import { Page } from '../shared/Page.tsx';
import { Sheet } from '../shared/Sheet.tsx';
import { useDraft } from '../shared/useDraft.ts';
import { MarkedText } from '../triage/MarkedText.tsx';
import { CLAIMS, EMPTY_PART, type PartDraft } from '../triage/parts.ts';
import { PartEditor } from '../triage/PartEditor.tsx';
import { Arrival } from './Arrival.tsx';
import { CallChoice } from './CallChoice.tsx';
import { emptyDraft, type RegistrationDraft, toRegistration, wrongIn } from './draft.ts';
import { nextDay } from './next-day.ts';
import { CutOff } from './offline/CutOff.tsx';
import { prepare } from './offline/take-down.ts';
import { WaitingHere } from './offline/WaitingHere.tsx';
import { Petitioner } from './Petitioner.tsx';
import { ReceiptSlip } from './ReceiptSlip.tsx';
import { Scans } from './Scans.tsx';
import '../triage/triage.css';
import './register.css';

export default function RegisterPage() {
  const [asked] = useSearchParams();
  const channel = (asked.get('channel') ?? 'letter') in CHANNELS ? ((asked.get('channel') ?? 'letter') as Channel) : 'letter';
  const draft = useDraft<RegistrationDraft>('register', emptyDraft(channel));
  const [receipt, setReceipt] = useState<Receipt>();
  const [tried, setTried] = useState(false);
  const { person } = useMe();
  const [prepared, setPrepared] = useState(false);
  const [cutOff, setCutOff] = useState(false);
  const [kept, setKept] = useState(0); // how many were put on this device
  const value = draft.value;
  useEffect(() => {
    prepare(person).then(
      () => setPrepared(true),
      () => setPrepared(false), // no network now, or a browser without such keys: then the page says so when it matters
    );
  }, [person]);
  const wrong = tried ? wrongIn(value) : {};

  const again = () => {
    setReceipt(undefined);
    setTried(false);
    draft.replace(emptyDraft(value.channel));
    setTimeout(() => document.querySelector<HTMLElement>('.register-cols textarea')?.focus()); // the first of the form: one Tab after the other leads through all of it
  };
  const part = (at: number, change: Partial<PartDraft>) =>
    draft.set({ parts: value.parts.map((each, place) => (place === at ? { ...each, ...change } : each)) });
  const divide = () =>
    draft.set({
      parts: [...value.parts, value.parts.length === 0 ? { ...EMPTY_PART, title: value.title, text: value.text, claims: value.claims } : EMPTY_PART],
    });
  useKeys({ F8: { does: '下一处要补的', run: nextWrong } });

  if (receipt)
    return (
      <Page title="已登记">
        <ReceiptSlip receipt={receipt} channel={value.channel} again={again} />
      </Page>
    );
  const words = value.text;

  return (
    <Page
      title={`登记${CHANNELS[value.channel].name}`}
      sentence={
        <>
          登记不等于受理。收到的时间记下就不能改，期限从那天算；<b>登记的是人</b>，不是系统。
        </>
      }
      acts={
        <>
          <span className="keys" style={{ border: 0, padding: 0 }}>
            <span>
              <kbd>Tab</kbd> 下一栏
            </span>
            <span>
              <kbd>F8</kbd> 下一处要补的
            </span>
          </span>
          {draft.found && <Button onClick={draft.forget}>清空重写</Button>}
        </>
      }
    >
      <WaitingHere person={person} kept={kept} putBack={draft.replace} />
      <AskOnce
        label={value.parts.length > 0 ? `登记为 ${value.parts.length} 件` : '登记'}
        ask={`登记后收到时间不能改，信访人拿到收件号和查询码。${value.parts.some(({ accusation }) => accusation) ? '检举控告的部分移入密件，这里不再有它的内容。' : ''}确定吗？`}
        said=""
        ready={() => {
          setTried(true);
          return Object.keys(wrongIn(value)).length === 0;
        }}
        onError={(error) => setCutOff(isOffline(error))}
        send={async () => {
          setCutOff(false);
          const reply = await call(registerIntake, { body: toRegistration(value) });
          draft.forget();
          setReceipt(reply);
          announce(reply.known ? `先前已登记，收件号 ${reply.no}，没有重复写入。` : `已登记，收件号 ${reply.no}。`);
        }}
        done={() => undefined}
        aside={`登记以后：1 个收件号、1 个查询码。${nextDay(value.receivedAt)}`}
      >
        <div className="cols register-cols">
          <div className="stack">
            <Sheet title={value.channel === 'letter' ? '原件' : '原话'} aside="原样保存，不能替换" className="source">
              <div className="fields">
                <TextInput
                  label={SOURCE[value.channel] ?? '原文'}
                  required
                  rows={value.parts.length ? 5 : 11}
                  value={value.text}
                  onChange={(text) => draft.set({ text })}
                  max={20_000}
                  wrong={wrong.text}
                />
                {value.parts.length > 0 && (
                  <div>
                    <MarkedText text={words} quotes={value.parts.map(({ text }) => (text === words ? '' : text))} onQuote={(text, at) => part(at, { text })} />
                  </div>
                )}
                <FilePicker
                  label="扫描件、照片、录音"
                  url={UPLOAD_URL}
                  value={value.files}
                  onChange={(change) => draft.set({ files: change(value.files), release: [] })}
                />
                <Scans files={value.files} />
              </div>
            </Sheet>
          </div>
          <div className="stack">
            <Arrival value={value} wrong={wrong} onChange={draft.set} />
            <Petitioner value={value} wrong={wrong} onChange={draft.set} />
            <Sheet
              title={value.parts.length > 1 ? `一次来件，${value.parts.length} 件事` : '什么事'}
              aside={value.parts.length ? '各有期限、各有答复' : '分不清的先登记，再甄别'}
            >
              <div className="fields">
                <TextInput
                  label="标题：发生了什么"
                  required
                  value={value.title}
                  onChange={(title) => draft.set({ title })}
                  max={80}
                  wrong={wrong.title}
                  placeholder="如：东柳村口到小学的路灯坏了六盏"
                />
                <CallChoice value={value} onChange={draft.set} />
                {value.parts.length === 0 && (
                  <LinesInput label="要求什么（一项一行）" noun="诉求" {...CLAIMS} value={value.claims} onChange={(claims) => draft.set({ claims })} />
                )}
                {value.parts.map((each, at) => (
                  <PartEditor
                    // biome-ignore lint/suspicious/noArrayIndexKey: the number of the part is its name
                    key={at}
                    at={at}
                    part={each}
                    tried={tried}
                    onChange={(change) => part(at, change)}
                    onRemove={() => draft.set({ parts: value.parts.filter((_, place) => place !== at) })}
                  />
                ))}
                {isMixed(value.parts) && (
                  <MixedLetter parts={value.parts} files={value.files.map(({ name }, index) => ({ index, name }))} value={value} onChange={draft.set} />
                )}
                {wrong.parts && (
                  <span className="wrong" role="alert">
                    {wrong.parts}
                  </span>
                )}
                <div>
                  <Button onClick={divide}>{value.parts.length === 0 ? '当场分件、定种类' : '再分一件'}</Button>
                </div>
              </div>
            </Sheet>
            {cutOff && (
              <CutOff
                person={person}
                draft={value}
                prepared={prepared}
                done={(sequence) => {
                  setCutOff(false);
                  setKept(sequence);
                  setTried(false);
                  draft.replace(emptyDraft(value.channel));
                  draft.forget();
                  announce(`已存在这台设备上，第 ${sequence} 件。联网以后自动登记。`);
                }}
              />
            )}
          </div>
        </div>
      </AskOnce>
    </Page>
  );
}

const SOURCE: Readonly<Partial<Record<Channel, string>>> = { letter: '信里怎么写的', visit: '来访人怎么说的', phone: '来电人怎么说的' };

/** The next field that is wrong, from where one stands; from the last back to the first. */
function nextWrong(): void {
  const fields = [...document.querySelectorAll<HTMLElement>('[aria-invalid], [aria-required]')].filter(
    (field) => field.hasAttribute('aria-invalid') || (field as HTMLInputElement).value === '',
  );
  const here = fields.indexOf(document.activeElement as HTMLElement);
  const next = fields[here + 1] ?? fields[0];
  next?.focus();
}
