/** 等回电的评价: whoever rated asked to be called; the petition department calls, and writes down what came of it. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { listCalls, recordRatingCall } from '#contexts/evaluation/contract.ts';
import { AskOnce } from '../act/AskOnce.tsx';
import { call } from '../shared/call.ts';
import { day } from '../shared/dates.ts';
import { SelectInput } from '../shared/fields/SelectInput.tsx';
import { TextInput } from '../shared/fields/TextInput.tsx';
import { Sheet } from '../shared/Sheet.tsx';
import { useDraft } from '../shared/useDraft.ts';

interface Wanted {
  readonly region: string;
  readonly matter: string;
  readonly no: string;
}

export function WantedCalls() {
  const list = useQuery({ queryKey: ['rating-calls'], queryFn: () => call(listCalls, {}), retry: false, staleTime: 10_000 });
  const [chosen, setChosen] = useState<Wanted>();
  const rows = list.data?.rows ?? [];
  if (rows.length === 0) return null; // nobody asked, or not for this person to call
  const done = () => {
    setChosen(undefined);
    void list.refetch();
  };
  return (
    <Sheet title="等回电的评价" aside={`${rows.length} 件`} pad={false}>
      <p className="pad small mute">评价时要求打电话听意见的。电话在事项页上看；只听意见，不劝改评价。办理单位看不到这张表。</p>
      <table className="grid cards">
        <caption className="vh">等回电的评价</caption>
        <thead>
          <tr>
            <th scope="col">哪天要求的</th>
            <th scope="col">谁办的</th>
            <th scope="col">事项</th>
            <th scope="col">下一步</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ region, matter, no, title, unit, askedOn, tries }) => (
            <tr key={matter}>
              <td className="nw" data-name="哪天要求的">
                {day(askedOn)}
                {tries > 0 && <span className="sub">打过 {tries} 次没有打通</span>}
              </td>
              <td data-name="谁办的">{unit}</td>
              <td data-name="事项">
                <Link to={`/matters/${region}/${matter}`}>{title}</Link>
                <span className="sub">{no}</span>
              </td>
              <td>
                <button type="button" className="btn-like" onClick={() => setChosen({ region, matter, no })}>
                  记下回访
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {chosen && (
        <div className="pad">
          <Record key={chosen.matter} {...chosen} done={done} cancel={() => setChosen(undefined)} />
        </div>
      )}
    </Sheet>
  );
}

function Record({ region, matter, no, done, cancel }: Wanted & { done: () => void; cancel: () => void }) {
  const draft = useDraft(`rating-call/${matter}`, { reached: '', record: '' });
  const [tried, setTried] = useState(false);
  const { reached, record } = draft.value;
  const need = (good: boolean, words: string) => (tried && !good ? words : undefined);
  return (
    <AskOnce
      label={`记下 ${no} 的回访`}
      ask={reached === 'yes' ? '记下以后不再列在这里，评价不变。确定吗？' : '没有打通的，还列在这里，请换个时间再打。确定吗？'}
      said="记下了回访。"
      ready={() => {
        setTried(true);
        return reached !== '' && record.trim() !== '';
      }}
      send={async () => {
        await call(recordRatingCall, { params: { region, matter }, body: { reached: reached === 'yes', record: record.trim() } });
        draft.forget();
      }}
      done={done}
      cancel={cancel}
    >
      <div className="fields two">
        <SelectInput
          label="打通了吗"
          required
          cards
          choices={[
            { value: 'yes', label: '打通了' },
            { value: 'no', label: '没有打通' },
          ]}
          value={reached || undefined}
          onChange={(next) => draft.set({ reached: next })}
          wrong={need(reached !== '', '选一样')}
        />
        <TextInput
          label="怎么说的"
          required
          rows={3}
          max={2000}
          value={record}
          onChange={(next) => draft.set({ record: next })}
          hint="什么时候打的、怎么说的；没有打通的写打了哪个号码"
          wrong={need(record.trim() !== '', '写几句')}
        />
      </div>
    </AskOnce>
  );
}
