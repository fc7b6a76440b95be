/** Earlier arrivals of the same petitioner, found by marks and not by a list of people: only to join what is the same. Each look leaves a trace. */
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect } from 'react';
import { findEarlier } from '#contexts/intake/contract.ts';
import { INTAKE_STAGES } from '#contexts/intake/domain/intake.ts';
import { CHANNELS } from '#kernel/channels.ts';
import { announce } from '../shared/announce.tsx';
import { call } from '../shared/call.ts';
import { day } from '../shared/dates.ts';
import { useKeys } from '../shared/keys.ts';
import { Trouble } from '../shared/Trouble.tsx';
import type { personsOf } from './draft.ts';

export function Earlier({ persons }: { persons: ReturnType<typeof personsOf> }) {
  const find = useMutation({
    mutationFn: () => call(findEarlier, { body: persons }),
    onSuccess: (rows) => announce(rows.length ? `找到先前的来件 ${rows.length} 件` : '没有找到先前的来件'),
  });
  const marks = JSON.stringify(persons);
  const enough = Boolean(persons.idNumber) || persons.parties.some(({ phone, address }) => phone || address);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other marks are another question, and its answer is not known
  useEffect(() => find.reset(), [marks]);
  useKeys({ F9: { does: '找同一人先前的来件', run: () => enough && find.mutate() } });

  return (
    <div className="near whole">
      <div className="acts">
        <Button aria-disabled={!enough} className={enough ? '' : 'off'} onClick={() => enough && find.mutate()}>
          找先前的来件 <kbd>F9</kbd>
        </Button>
        <span className="small mute">{enough ? '只为合并重复的，查一次留一次痕' : '填了电话、证件号，或者姓名加住址，才找得到'}</span>
      </div>
      {find.error && <Trouble error={find.error} />}
      {find.data?.length === 0 && <p className="small">没有找到先前的来件。</p>}
      {find.data && find.data.length > 0 && (
        <ul className="stack tight">
          {find.data.map(({ region, intake, no, title, stage, channel, receivedOn }) => (
            <li key={intake}>
              <a className="ttl" href={`/intakes/${region}/${intake}`} target="_blank" rel="noreferrer">
                {title}
              </a>
              <span className="sub">
                {CHANNELS[channel].name} · {day(receivedOn)}收到 · {INTAKE_STAGES[stage]} · {no}
              </span>
            </li>
          ))}
        </ul>
      )}
      {find.data && find.data.length > 0 && <p className="small mute">是同一件事的，登记后在事项页上“并入另一件”；有新的事实和理由的，单独办。</p>}
    </div>
  );
}
