/** A letter of the inspectorate is put down: who asks, by which letter, until when, about which units, for which groups. */
import { Checkbox } from 'antd';
import { recordRequest } from '#contexts/sealed/contract.ts';
import { GROUPS, type Group } from '#contexts/sealed/domain/inspectorate.ts';
import { call } from '../shared/call.ts';
import { DateInput } from '../shared/fields/DateInput.tsx';
import { TextInput } from '../shared/fields/TextInput.tsx';
import { BARE, need, SealedForm } from './acts/form.tsx';
import { UnitsInput } from './UnitsInput.tsx';

const EMPTY = { organ: '', letterNo: '', receiver: '', requestedOn: '', dueOn: '', units: [''] as string[], groups: [] as Group[] };

export function NewRequest({ today, done, cancel }: { today: string; done: () => void; cancel: () => void }) {
  return (
    <SealedForm
      label="登记来函"
      ask="登记以后，按来函写明的日期提供。确定吗？"
      start={EMPTY}
      check={({ organ, letterNo, receiver, requestedOn, dueOn, units, groups }) => ({
        organ: need(organ.trim().length >= 2, '写来函的机构'),
        letterNo: need(letterNo.trim().length >= 2, '写来函文号'),
        receiver: need(receiver.trim().length >= 2, '写接收人的姓名、职务'),
        requestedOn: need(requestedOn !== '', '写来函的日期'),
        dueOn: need(dueOn !== '', '写来函要求的日期'),
        units: need(units.some(Boolean), '选单位'),
        groups: need(groups.length > 0, '至少选一类'),
      })}
      send={({ organ, letterNo, receiver, units, ...rest }) =>
        call(recordRequest, { body: { ...rest, organ: organ.trim(), letterNo: letterNo.trim(), receiver: receiver.trim(), units: units.filter(Boolean) } })
      }
      done={done}
      cancel={cancel}
    >
      {({ value, set, wrong }) => (
        <>
          <TextInput label="来函的巡视巡察机构" required value={value.organ} onChange={(organ) => set({ organ })} max={80} wrong={wrong.organ} />
          <TextInput label="来函文号" required value={value.letterNo} onChange={(letterNo) => set({ letterNo })} max={60} wrong={wrong.letterNo} />
          <TextInput
            label="由谁接收（姓名、职务）"
            required
            value={value.receiver}
            onChange={(receiver) => set({ receiver })}
            max={80}
            wrong={wrong.receiver}
          />
          <DateInput
            label="来函日期"
            required
            max={today}
            value={value.requestedOn}
            onChange={(requestedOn) => set({ requestedOn })}
            wrong={wrong.requestedOn}
          />
          <DateInput label="要求提供的日期" required value={value.dueOn} onChange={(dueOn) => set({ dueOn })} wrong={wrong.dueOn} />
          <UnitsInput label="被巡视巡察的单位" required value={value.units} onChange={(units) => set({ units })} wrong={wrong.units} />
          <fieldset className="fld whole stack tight" style={BARE} aria-label="要哪几类">
            <span className="lab">要哪几类（必填）</span>
            {(Object.entries(GROUPS) as [Group, string][]).map(([group, text]) => (
              <Checkbox
                key={group}
                checked={value.groups.includes(group)}
                onChange={({ target }) => set({ groups: target.checked ? [...value.groups, group] : value.groups.filter((one) => one !== group) })}
              >
                {text}
              </Checkbox>
            ))}
            {wrong.groups && (
              <span className="wrong" role="alert">
                {wrong.groups}
              </span>
            )}
          </fieldset>
        </>
      )}
    </SealedForm>
  );
}
