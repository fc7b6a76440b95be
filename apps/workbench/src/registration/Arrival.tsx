/** By which way and when it came. The moment of receipt is what all clocks are counted from. */
import { CHANNELS, type Channel } from '#kernel/channels.ts';
import { DateInput } from '../shared/fields/DateInput.tsx';
import { ChoiceCards } from '../shared/fields/Field.tsx';
import { DrawnInput } from '../shared/fields/DrawnInput.tsx';
import { SelectInput } from '../shared/fields/SelectInput.tsx';
import { TextInput } from '../shared/fields/TextInput.tsx';
import { Sheet } from '../shared/Sheet.tsx';
import { isOral, now, type RegistrationDraft, type Wrong } from './draft.ts';

interface ArrivalProps {
  value: RegistrationDraft;
  wrong: Wrong;
  onChange: (change: Partial<RegistrationDraft>) => void;
}

const DESK: readonly Channel[] = ['letter', 'visit', 'phone'];
const OTHERS: readonly Channel[] = ['fax', 'email', 'upstream', 'messageBoard', 'deputy', 'gridReport', 'outreach'];

const WHEN: Readonly<Partial<Record<Channel, string>>> = {
  letter: '收发室收到或者扫描的时间',
  visit: '开始接谈的时间',
  phone: '电话接通的时间',
};

export function Arrival({ value, wrong, onChange }: ArrivalProps) {
  const { channel } = value;
  return (
    <Sheet title="怎么来的">
      <div className="fields two" data-first>
        <ChoiceCards
          legend="渠道"
          name="channel"
          value={DESK.includes(channel) ? channel : 'other'}
          onChange={(next) => onChange({ channel: (next === 'other' ? 'upstream' : next) as Channel })}
          choices={[...DESK.map((each) => ({ value: each, label: CHANNELS[each].name })), { value: 'other', label: '其他' }]}
        />
        {!DESK.includes(channel) && (
          <SelectInput
            label="哪一种"
            cards={false}
            value={channel}
            onChange={(next) => onChange({ channel: next as Channel })}
            choices={OTHERS.map((each) => ({ value: each, label: CHANNELS[each].name }))}
          />
        )}
        <DateInput
          label="收到时间"
          required
          time
          max={now()}
          value={value.receivedAt}
          onChange={(receivedAt) => onChange({ receivedAt })}
          hint={WHEN[channel]}
          wrong={wrong.receivedAt}
        />
        {channel === 'letter' && (
          <DateInput
            label="邮戳日期（看得清的话）"
            max={value.receivedAt.slice(0, 10)}
            value={value.postmarkOn}
            onChange={(postmarkOn) => onChange({ postmarkOn })}
            hint="是不是在复查、复核的期限内寄出，以它为准"
            wrong={wrong.postmarkOn}
          />
        )}
        <TextInput label="事情发生的地点" value={value.place} onChange={(place) => onChange({ place })} max={200} placeholder="如：柳林镇东柳村" />
        {isOral(value) && (
          <SelectInput
            label="记录读给本人听了吗"
            value={value.oral || undefined}
            onChange={(oral) => onChange({ oral })}
            choices={[
              { value: 'signature', label: '已签字' },
              { value: 'voice', label: '录音确认' },
              { value: 'refused', label: '本人拒绝确认' },
            ]}
          />
        )}
        {channel === 'visit' && value.oral === 'signature' && (
          <DrawnInput label="来访人在这里签名（可以不签）" value={value.drawn || undefined} onChange={(drawn) => onChange({ drawn: drawn ?? '' })} />
        )}
      </div>
    </Sheet>
  );
}
