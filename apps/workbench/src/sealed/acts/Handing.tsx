/** Handing over and taking over: transfer, receipt, refusal, sending on to another level. */
import { Checkbox } from 'antd';
import { forwardSealed, giveBackSealed, handBackSealed, receiveSealed, refuseSealed, transferSealed } from '#contexts/sealed/contract.ts';
import { announce } from '../../shared/announce.tsx';
import { call } from '../../shared/call.ts';
import { DateInput } from '../../shared/fields/DateInput.tsx';
import { SelectInput } from '../../shared/fields/SelectInput.tsx';
import { TextInput } from '../../shared/fields/TextInput.tsx';
import type { ActProps } from './index.tsx';
import { need, SealedForm } from './form.tsx';
import { NO_PACKET, PacketInput, packetOf, packetWrong } from './packet.tsx';

const paramsOf = ({ region, file }: ActProps['page']) => ({ region, file });

export function Transfer({ page, done, refresh, label, ask }: ActProps) {
  return (
    <SealedForm
      label={label}
      ask={ask}
      start={NO_PACKET}
      check={packetWrong}
      send={(value) => call(transferSealed, { params: paramsOf(page), body: { seen: page.n, ...packetOf(value) } })}
      done={done}
      refresh={refresh}
    >
      {(given) => <PacketInput {...given} />}
    </SealedForm>
  );
}

export function Receive({ page, done, refresh, label, ask }: ActProps) {
  const isDiscipline = page.accused?.line !== 'politicalLegal';
  return (
    <SealedForm
      label={label}
      ask={ask}
      start={{ ...NO_PACKET, higher: false, repeated: false }}
      check={packetWrong}
      send={({ higher, repeated, ...packet }) =>
        call(receiveSealed, {
          params: paramsOf(page),
          body: { seen: page.n, ...packetOf(packet), ...(higher && { higher }), ...(repeated && { repeated }) },
        })
      }
      done={done}
      refresh={refresh}
    >
      {({ value, set, wrong }) => (
        <>
          <PacketInput value={value} set={set} wrong={wrong} />
          {isDiscipline && (
            <Checkbox checked={value.higher} onChange={({ target }) => set({ higher: target.checked })}>
              属上级纪检监察机关管辖，要报送上级（5 个工作日）
            </Checkbox>
          )}
          {isDiscipline && (
            <Checkbox checked={value.repeated} onChange={({ target }) => set({ repeated: target.checked })}>
              重复检举控告，先前已经告知过
            </Checkbox>
          )}
        </>
      )}
    </SealedForm>
  );
}

export function Refuse({ page, done, refresh, label, ask }: ActProps) {
  return (
    <SealedForm
      label={label}
      ask={ask}
      start={{ reason: '', noAccusation: false }}
      check={({ reason }) => ({ reason: need(reason.trim().length >= 4, '至少写 4 个字') })}
      send={({ reason, noAccusation }) =>
        call(refuseSealed, { params: paramsOf(page), body: { seen: page.n, reason: reason.trim(), ...(noAccusation && { noAccusation }) } })
      }
      done={done}
      refresh={refresh}
    >
      {({ value, set, wrong }) => (
        <>
          <TextInput label="为什么拒收" required rows={3} value={value.reason} onChange={(reason) => set({ reason })} max={1000} wrong={wrong.reason} />
          {page.stage === 'transferred' && (
            <Checkbox checked={value.noAccusation} onChange={({ target }) => set({ noAccusation: target.checked })}>
              内容不是检举控告，应当按一般信访事项办理
            </Checkbox>
          )}
        </>
      )}
    </SealedForm>
  );
}

/** Both say that it accuses nobody: whoever signed and read it, then the desk that has it again. */
function SaysWhy({
  page,
  done,
  refresh,
  label,
  ask,
  to,
  asked,
  hint,
}: ActProps & { to: typeof giveBackSealed | typeof handBackSealed; asked: string; hint: string }) {
  return (
    <SealedForm
      label={label}
      ask={ask}
      start={{ reason: '' }}
      check={({ reason }) => ({ reason: need(reason.trim().length >= 4, '至少写 4 个字') })}
      send={({ reason }) => call(to, { params: paramsOf(page), body: { seen: page.n, reason: reason.trim() } })}
      done={done}
      refresh={refresh}
    >
      {({ value, set, wrong }) => (
        <TextInput label={asked} required rows={3} value={value.reason} onChange={(reason) => set({ reason })} max={1000} wrong={wrong.reason} hint={hint} />
      )}
    </SealedForm>
  );
}

export const GiveBack = (props: ActProps) => (
  <SaysWhy {...props} to={giveBackSealed} asked="核对的情况" hint="原件里没有反映哪个人、哪个单位违纪违法的，才能转回；拿不准的，再移送" />
);

export const HandBack = (props: ActProps) => (
  <SaysWhy {...props} to={handBackSealed} asked="为什么不是检举控告" hint="退回以后本机关看不到内容，由信访部门按一般事项办理" />
);

const WAYS = [
  { value: 'up', label: '报送上级', note: '属上级管辖的，收到起 5 个工作日内' },
  { value: 'down', label: '转交下级', note: '下级收到起 5 个工作日内受理或者转办' },
];

export function Forward({ page, done, refresh, label, ask }: ActProps) {
  return (
    <SealedForm
      label={label}
      ask={ask}
      said=""
      start={{ ...NO_PACKET, way: '', on: page.today as string }}
      check={({ way, on, ...packet }) => ({
        way: need(way !== '', '选一样'),
        on: need(on !== '', '写哪一天'),
        ...(packet.pages || packet.sealNo ? packetWrong(packet) : {}),
      })}
      send={async ({ way, on, ...packet }) => {
        const counted = packet.pages ? packetOf(packet) : {};
        const { recipient } = await call(forwardSealed, { params: paramsOf(page), body: { seen: page.n, way: way as 'up' | 'down', on, ...counted } });
        announce(recipient ? `已转送，等${recipient}签收。` : '名录里没有这一级，只记了日期。');
      }}
      done={done}
      refresh={refresh}
    >
      {({ value, set, wrong }) => (
        <>
          <SelectInput label="往哪里送" required cards choices={WAYS} value={value.way || undefined} onChange={(way) => set({ way })} wrong={wrong.way} />
          <DateInput label="哪一天" required max={page.today} value={value.on} onChange={(on) => set({ on: on ?? '' })} />
          <PacketInput value={value} set={set} wrong={wrong} />
        </>
      )}
    </SealedForm>
  );
}
