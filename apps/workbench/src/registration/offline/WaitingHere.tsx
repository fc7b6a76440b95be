/** 存在本机的: what was taken down without a network and is not registered yet, and what came of each. */
import { Button } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import { Link } from 'react-router';
import { type OfflineShown, type Receipt, syncOffline } from '#contexts/intake/contract.ts';
import { timeThatCounts, type Counts } from '#contexts/intake/domain/offline.ts';
import { announce } from '../../shared/announce.tsx';
import { call } from '../../shared/call.ts';
import { moment } from '../../shared/dates.ts';
import { isOffline, isRefused } from '../../shared/failure.ts';
import { SelectInput } from '../../shared/fields/SelectInput.tsx';
import { TextInput } from '../../shared/fields/TextInput.tsx';
import { Note } from '../../shared/Note.tsx';
import { Sheet } from '../../shared/Sheet.tsx';
import { Trouble } from '../../shared/Trouble.tsx';
import type { RegistrationDraft } from '../draft.ts';
import { timesTold } from './times.ts';
import { useOfflineHours } from './useOfflineHours.ts';
import { dropEntry, type Entry, findOwn, listEntries } from './kept.ts';

interface Came {
  readonly title: string;
  readonly receipt: Receipt;
  readonly offline: OfflineShown | null;
  readonly withoutCall?: string; // it did not count for the call that was chosen, and why
}

interface Props {
  readonly person: string;
  readonly kept: number; // changes when one more was put here
  readonly putBack: (draft: RegistrationDraft) => void;
}

export function WaitingHere({ person, kept, putBack }: Props) {
  const [entries, setEntries] = useState<readonly Entry[]>([]);
  const [came, setCame] = useState<readonly Came[]>([]);
  const [trouble, setTrouble] = useState<Readonly<Record<number, unknown>>>({});
  const [busy, setBusy] = useState(false);
  const hours = useOfflineHours();

  const read = useCallback(async () => {
    const own = await findOwn(person);
    const found = own ? await listEntries(own) : [];
    setEntries(found);
    return found;
  }, [person]);

  const send = useCallback(async (entry: Entry, decided?: { counts: Counts; why: string }) => {
    const { draft, ...signed } = entry;
    try {
      const { receipt, offline, withoutCall } = await call(syncOffline, { body: { ...signed, ...(decided && { decided }) } as never });
      setCame((before) => [...before, { title: draft.title, receipt, offline, ...(withoutCall && { withoutCall }) }]);
      announce(`离线登记的“${draft.title}”已登记，收件号 ${receipt.no}。`);
      await dropEntry(entry); // only now: a broken line in between sends it once more, and it is known
    } catch (error) {
      if (!isOffline(error)) setTrouble((before) => ({ ...before, [entry.sequence]: error }));
      return false;
    }
    return true;
  }, []);

  /** One after the other; those that need a person's word wait for it. */
  const sendAll = useCallback(async () => {
    setBusy(true);
    for (const entry of await read()) if (!isOld(entry, hours)) await send(entry); // where the hours are not known yet the office says so
    await read();
    setBusy(false);
  }, [read, send, hours]);

  useEffect(() => {
    void read();
    const back = () => void sendAll();
    addEventListener('online', back);
    return () => removeEventListener('online', back);
  }, [read, sendAll]);
  useEffect(() => void (kept > 0 && read()), [kept, read]); // one more was put here

  /** By the clock of this device, or because the office says so: its clock may be wrong. */
  const late = (entry: Entry) => isOld(entry, hours) || isRefused(trouble[entry.sequence], 'TooLate');

  if (entries.length === 0 && came.length === 0) return null;
  return (
    <Sheet className="waiting-here" title="没有网络时存在这台设备上的" aside={entries.length > 0 ? `${entries.length} 件还没有登记` : '都已登记'}>
      <div className="stack tight">
        {came.map(({ title, receipt, offline, withoutCall }) => (
          <Note key={receipt.no} kind="done" quiet title={`已登记：${title}`}>
            收件号 <Link to={`/intakes/${receipt.region}/${receipt.intake}`}>{receipt.no}</Link>
            {receipt.code ? (
              <>
                ，查询码 <b className="mono">{receipt.code}</b>（只显示这一次，请告诉本人）
              </>
            ) : (
              '，先前已经登记过，没有重复写入；那次没有看到查询码的，打开这件来件补发'
            )}
            。{offline && `${timesTold(offline)}。`}
            {withoutCall && ` 没有算应征集提的：${withoutCall}`}
          </Note>
        ))}
        {entries.map((entry) => (
          <div key={entry.sequence} className="stack tight">
            <p>
              <b>{entry.draft.title}</b>
              <span className="small mute">
                　第 {entry.sequence} 件，设备上的时间 {moment(entry.madeAt)}
              </span>
            </p>
            {trouble[entry.sequence] !== undefined && !late(entry) && <Trouble error={trouble[entry.sequence]} />}
            {late(entry) ? (
              <Late send={(decided) => send(entry, decided).then(read)} entry={entry} hours={hours} />
            ) : (
              trouble[entry.sequence] !== undefined && (
                <div className="acts">
                  <Button onClick={() => void dropEntry(entry).then(() => (putBack(entry.draft), read()))}>放回登记页，照着重新登记</Button>
                </div>
              )
            )}
          </div>
        ))}
        {entries.some((entry) => !late(entry)) && (
          <div className="acts">
            <Button type="primary" aria-disabled={busy} onClick={() => !busy && void sendAll()}>
              {busy ? '正在登记……' : '现在登记'}
            </Button>
            <span className="small mute">联网以后会自己登记；断了再连也只登记一次。</span>
          </div>
        )}
      </div>
    </Sheet>
  );
}

const isOld = ({ madeAt }: Entry, hours: number | undefined) =>
  hours !== undefined && timeThatCounts({ madeAt: new Date(madeAt), syncedAt: new Date() }, hours) === undefined;

/** Past the hours of the policy a person says which time counts, and why; the petitioner sees both. */
function Late({ entry, hours, send }: { entry: Entry; hours: number | undefined; send: (decided: { counts: Counts; why: string }) => void }) {
  const [counts, setCounts] = useState<Counts>('device');
  const [why, setWhy] = useState('');
  const [tried, setTried] = useState(false);
  const wrong = why.trim().length < 2;
  return (
    <div className="fields">
      <Note kind="care" quiet title={`这件存下来已经${hours ? `超过 ${hours} 小时` : '太久'}，请定以哪个时间为准`}>
        期限从这个时间起算。两个时间和理由都记下，信访人看得到。
      </Note>
      <SelectInput
        label="以哪个时间为准"
        required
        value={counts}
        onChange={(value) => setCounts(value as Counts)}
        choices={[
          { value: 'device', label: `设备上的：${moment(entry.madeAt)}`, note: '群众那时候已经讲了，一般以它为准' },
          { value: 'server', label: '联网登记的时间', note: '设备的时间明显不对时' },
        ]}
      />
      <TextInput label="为什么" required value={why} onChange={setWhy} max={500} wrong={tried && wrong ? '写一句为什么，如：光缆断了四天' : undefined} />
      <div className="acts">
        <Button
          type="primary"
          onClick={() => {
            setTried(true);
            if (!wrong) send({ counts, why: why.trim() });
          }}
        >
          定下来并登记
        </Button>
      </div>
    </div>
  );
}
