/** 代班: a colleague has the same roles from one day to another, both included. */
import { useState } from 'react';
import { nameSubstitute, type Waiting } from '#contexts/directory/contract.ts';
import { LONGEST_SUBSTITUTION_DAYS } from '#contexts/directory/domain/decide.ts';
import { daysBetween, type PlainDate } from '#kernel/dates.ts';
import { AskOnce } from '../act/AskOnce.tsx';
import { sayColleague, useColleagues } from '../act/PersonInput.tsx';
import { announce } from '../shared/announce.tsx';
import { call } from '../shared/call.ts';
import { dayAndWeekday, todayInChina } from '../shared/dates.ts';
import { DateInput } from '../shared/fields/DateInput.tsx';
import { SelectInput } from '../shared/fields/SelectInput.tsx';
import { Trouble } from '../shared/Trouble.tsx';

interface SubstituteFormProps {
  away: { readonly region: string; readonly person: string; readonly name: string };
  posts: readonly { readonly unit: string; readonly unitName: string; readonly post: string }[];
  waits: (reply: { waiting?: Waiting }, substitute: string) => void; // who stands in for somebody of the sealed line waits for another person's agreement
  done: () => void;
  cancel: () => void;
}

export function SubstituteForm({ away: { region, person, name }, posts, waits, done, cancel }: SubstituteFormProps) {
  const [unit, setUnit] = useState(posts[0]?.unit ?? '');
  const [substitute, setSubstitute] = useState<string>();
  const [from, setFrom] = useState<string>(todayInChina());
  const [to, setTo] = useState('');
  const [tried, setTried] = useState(false);
  const people = useColleagues(unit);
  const others = (people.data ?? []).filter((each) => each.person !== person && !each.standsInFor);
  const chosen = others.find((each) => each.person === substitute);
  const wrong = {
    unit: unit ? undefined : '选一个单位',
    substitute: chosen ? undefined : '选代班的人',
    from: from ? undefined : '写从哪天起',
    to: !to ? '写到哪天为止' : to < from ? '不能早于第一天' : isTooLong(from, to) ? `最长 ${LONGEST_SUBSTITUTION_DAYS} 天；更久的请调整职务` : undefined,
  };
  const told = (text: string | undefined) => (tried ? text : undefined);

  if (people.error) return <Trouble error={people.error} again={() => people.refetch()} />;
  return (
    <AskOnce
      label="安排代班"
      ask={`${from && dayAndWeekday(from)}到${to && dayAndWeekday(to)}，${chosen?.name ?? ''}有${name}在这个单位的角色；做的事都记在${chosen?.name ?? '代班人'}名下。${name}承办的，到那天自己列到${chosen?.name ?? '代班人'}的案头，过了最后一天自己还给${name}，不用谁再转。确定吗？`}
      said=""
      ready={() => {
        setTried(true);
        return Object.values(wrong).every((each) => !each);
      }}
      send={async () => {
        const reply = await call(nameSubstitute, { params: { region, person }, body: { unit, substitute: substitute!, from, to } });
        announce(reply.waiting ? '代班已提出，等另一人同意，现在还没有生效。' : '代班已安排。代班的人在“我的账号”里看得到。');
        waits(reply, chosen!.name);
      }}
      done={done}
      cancel={cancel}
    >
      <div className="fields">
        {posts.length > 1 && (
          <SelectInput
            label="代哪个单位的职务"
            required
            cards={false}
            value={unit}
            onChange={(next) => {
              setUnit(next);
              setSubstitute(undefined);
            }}
            wrong={told(wrong.unit)}
            choices={posts.map((each) => ({ value: each.unit, label: `${each.unitName}，${each.post}` }))}
          />
        )}
        <SelectInput
          label="谁代"
          required
          cards={false}
          value={substitute}
          onChange={setSubstitute}
          wrong={told(wrong.substitute)}
          hint={people.data && others.length === 0 ? '这个单位没有别的人。请先给能代班的人在这个单位设职务和角色。' : '本单位的人；做的事记在代班人名下'}
          choices={others.map((each) => ({ value: each.person, label: sayColleague(each) }))}
        />
        <DateInput label="从哪天" required value={from} onChange={setFrom} wrong={told(wrong.from)} />
        <DateInput label="到哪天（这天也算）" required value={to} min={from} onChange={setTo} wrong={told(wrong.to)} />
      </div>
    </AskOnce>
  );
}

const isTooLong = (from: string, to: string) => daysBetween(from as PlainDate, to as PlainDate) >= LONGEST_SUBSTITUTION_DAYS;
