/** 应哪次征集, after registration: seen by whoever has it in hand, chosen and taken back by the desk that received it. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { answerCall, getAnsweredCall } from '#contexts/intake/contract.ts';
import { AskOnce } from '../act/AskOnce.tsx';
import { call } from '../shared/call.ts';
import { day } from '../shared/dates.ts';
import { SelectInput } from '../shared/fields/SelectInput.tsx';

const NONE = 'none';

export function AnsweredCall({ region, intake }: { region: string; intake: string }) {
  const queries = useQueryClient();
  const params = { region, intake };
  const { data, refetch } = useQuery({ queryKey: ['answered-call', region, intake], queryFn: () => call(getAnsweredCall, { params }), retry: false });
  const [chosen, setChosen] = useState<string>();
  const [tried, setTried] = useState(false);
  if (!data || (!data.call && data.choices.length === 0)) return null;
  const again = () => Promise.all([refetch(), queries.invalidateQueries({ queryKey: ['intake', region, intake] })]);
  const shut = () => setChosen(undefined);
  const now = data.call?.id ?? NONE;
  return (
    <div className="stack tight" style={{ marginTop: 12 }}>
      <p className="small">{data.call ? `应征集提的：${data.call.title}（${data.call.organ}，到${day(data.call.until)}为止）` : '没有算作应征集提的建议。'}</p>
      {chosen === undefined && data.choices.length > 0 && (
        <div className="acts">
          <Button onClick={() => setChosen(data.call ? now : '')}>{data.call ? '选错了，要改' : '是应征集提的'}</Button>
        </div>
      )}
      {chosen !== undefined && (
        <AskOnce
          label="记下应哪次征集"
          ask={chosen === NONE ? '件数不再算进这次征集，办理和期限不变；以后还可以改。确定吗？' : '件数算进这次征集，办理和期限不变；以后还可以改。确定吗？'}
          said={chosen === NONE ? '已移出征集。' : '已算进征集。'}
          ready={() => {
            setTried(true);
            return chosen !== '' && chosen !== now;
          }}
          send={() => call(answerCall, { params, body: { seen: data.n, call: chosen === NONE ? null : chosen } })}
          done={() => {
            shut();
            void again();
          }}
          cancel={shut}
          refresh={() => void again()}
        >
          <SelectInput
            label="应哪次征集"
            cards={false}
            empty="请选择"
            value={chosen}
            onChange={setChosen}
            choices={[
              ...data.choices.map(({ id, title, organ, until }) => ({ value: id, label: title, note: `${organ}征集，到${day(until)}为止` })),
              { value: NONE, label: '不是应征集提的' },
            ]}
            wrong={!tried ? undefined : chosen === '' ? '选一次' : chosen === now ? '和现在一样，不用改' : undefined}
            hint="收到那天正在征集的，才列出来"
          />
        </AskOnce>
      )}
    </div>
  );
}
