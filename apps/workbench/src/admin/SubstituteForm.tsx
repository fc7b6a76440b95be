/** 代班: a colleague has the same roles from one day to another, both included. */
import { useState } from 'react';
import { type Account, nameSubstitute } from '#contexts/directory/contract.ts';
import { AskOnce } from '../act/AskOnce.tsx';
import { sayColleague, useColleagues } from '../act/PersonInput.tsx';
import { call } from '../shared/call.ts';
import { todayInChina } from '../shared/dates.ts';
import { DateInput } from '../shared/fields/DateInput.tsx';
import { SelectInput } from '../shared/fields/SelectInput.tsx';

export function SubstituteForm({ account, done, cancel }: { account: Account; done: () => void; cancel: () => void }) {
  const [unit, setUnit] = useState(account.posts[0]?.unit ?? '');
  const [substitute, setSubstitute] = useState<string>();
  const [from, setFrom] = useState<string>(todayInChina());
  const [to, setTo] = useState('');
  const people = useColleagues(unit);
  const { region, person, name } = account;

  return (
    <AskOnce
      label="安排代班"
      ask={`代班期间，代班的人有${name}在这个单位的角色；做的事都记在代班人名下。确定吗？`}
      said="代班已安排。"
      ready={() => unit !== '' && substitute !== undefined && from !== '' && to >= from}
      send={() => call(nameSubstitute, { params: { region, person }, body: { unit, substitute: substitute!, from, to } })}
      done={done}
      cancel={cancel}
    >
      <div className="fields two">
        <SelectInput
          label="哪个单位的职务"
          cards={false}
          value={unit}
          onChange={setUnit}
          choices={account.posts.map((post) => ({ value: post.unit, label: `${post.unitName}，${post.post}` }))}
        />
        <SelectInput
          label="谁代"
          required
          cards={false}
          value={substitute}
          onChange={setSubstitute}
          choices={(people.data ?? []).filter((each) => each.person !== person).map((each) => ({ value: each.person, label: sayColleague(each) }))}
        />
        <DateInput label="从哪天" required value={from} onChange={setFrom} />
        <DateInput label="到哪天" required value={to} min={from} onChange={setTo} />
      </div>
    </AskOnce>
  );
}
