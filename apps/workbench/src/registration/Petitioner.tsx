/** Who brings it: as little as is needed to answer. Anonymous is allowed; a group names its representatives. */
import { Button, Checkbox } from 'antd';
import { SelectInput } from '../shared/fields/SelectInput.tsx';
import { TextInput } from '../shared/fields/TextInput.tsx';
import { Sheet } from '../shared/Sheet.tsx';
import { type Party, personsOf, type RegistrationDraft, type Wrong } from './draft.ts';
import { Earlier } from './Earlier.tsx';

interface PetitionerProps {
  value: RegistrationDraft;
  wrong: Wrong;
  onChange: (change: Partial<RegistrationDraft>) => void;
}

const ROLES = [
  { value: 'representative', label: '代表' },
  { value: 'cosigner', label: '联名人' },
  { value: 'agent', label: '代理人' },
  { value: 'guardian', label: '监护人' },
  { value: 'contact', label: '联系人' },
];

export function Petitioner({ value, wrong, onChange }: PetitionerProps) {
  const { parties, anonymous, people, electronic, idNumber } = value;
  const change = (at: number, party: Partial<Party>) => onChange({ parties: parties.map((each, place) => (place === at ? { ...each, ...party } : each)) });
  const first = parties[0] ?? {};

  return (
    <Sheet
      title="谁来的"
      aside={
        <Checkbox checked={anonymous} onChange={({ target }) => onChange({ anonymous: target.checked })}>
          匿名
        </Checkbox>
      }
    >
      {anonymous ? (
        <p className="small mute">匿名的照样登记、照样办；凭查询码看进展，不追查是谁。</p>
      ) : (
        <div className="fields two">
          <TextInput label="姓名" required value={first.name} onChange={(name) => change(0, { name })} max={60} wrong={wrong.name} />
          <TextInput
            label="电话"
            type="tel"
            value={first.phone}
            onChange={(phone) => change(0, { phone })}
            max={30}
            hint={first.phone && digits(first.phone) !== 11 && first.phone.startsWith('1') ? `手机号应当是 11 位，现在 ${digits(first.phone)} 位` : undefined}
          />
          <TextInput
            label="住址"
            value={first.address}
            onChange={(address) => change(0, { address })}
            max={200}
            whole
            hint="文书送到这里；没有电话的，住址要写清"
          />
          <TextInput label="证件号（只用来找先前的来件，不保存号码）" value={idNumber} onChange={(next) => onChange({ idNumber: next })} max={30} />
          <TextInput label="一共几个人" type="number" value={people} onChange={(next) => onChange({ people: next })} wrong={wrong.people} />
          {parties.slice(1).map((party, index) => (
            <Another
              // biome-ignore lint/suspicious/noArrayIndexKey: the place in the list is what a party is
              key={index}
              party={party}
              onChange={(next) => change(index + 1, next)}
              onRemove={() => onChange({ parties: parties.filter((_, place) => place !== index + 1) })}
            />
          ))}
          {wrong.parties && (
            <span className="wrong whole" role="alert">
              {wrong.parties}
            </span>
          )}
          <div className="whole acts">
            <Button onClick={() => onChange({ parties: [...parties, { role: Number(people) > 1 ? 'representative' : 'agent' }] })}>再加一个人</Button>
            <Checkbox checked={electronic} onChange={({ target }) => onChange({ electronic: target.checked })}>
              本人同意电子送达
            </Checkbox>
          </div>
          <Earlier persons={personsOf(value)} />
        </div>
      )}
    </Sheet>
  );
}

function Another({ party, onChange, onRemove }: { party: Partial<Party>; onChange: (party: Partial<Party>) => void; onRemove: () => void }) {
  return (
    <div className="whole fields three">
      <SelectInput label="身份" cards={false} value={party.role} onChange={(role) => onChange({ role: role as Party['role'] })} choices={ROLES} />
      <TextInput label="姓名" value={party.name} onChange={(name) => onChange({ name })} max={60} />
      <TextInput label="电话" type="tel" value={party.phone} onChange={(phone) => onChange({ phone })} max={30} />
      <div>
        <Button onClick={onRemove}>去掉这个人</Button>
      </div>
    </div>
  );
}

const digits = (phone: string) => phone.replaceAll(/\D/g, '').length;
