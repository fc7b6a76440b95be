/** 应哪次征集: one quiet choice, only where suggestions were being collected on the day it came, and never beside what is none. */
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { listCalls } from '#contexts/intake/contract.ts';
import { call } from '../shared/call.ts';
import { day } from '../shared/dates.ts';
import { SelectInput } from '../shared/fields/SelectInput.tsx';
import { mayAnswerCall, type RegistrationDraft } from './draft.ts';

interface CallChoiceProps {
  value: RegistrationDraft;
  onChange: (change: Partial<RegistrationDraft>) => void;
}

export function CallChoice({ value, onChange }: CallChoiceProps) {
  const on = value.receivedAt.slice(0, 10);
  const { data } = useQuery({
    queryKey: ['calls', on],
    queryFn: () => call(listCalls, { query: { on } }),
    enabled: on.length === 10,
    staleTime: 10 * 60_000, // what was found is still there when the network goes
    retry: false,
  });
  const gone = data !== undefined && value.call !== '' && !data.some(({ id }) => id === value.call);
  useEffect(() => {
    if (gone) onChange({ call: '' }); // another day of receipt: that call was not open then
  }, [gone, onChange]);
  if (!data || data.length === 0 || !mayAnswerCall(value)) return null;
  return (
    <SelectInput
      label="应征集提的建议吗"
      cards={false}
      empty="不是"
      value={value.call || undefined}
      onChange={(next) => onChange({ call: next })}
      choices={data.map(({ id, title, organ, until }) => ({ value: id, label: title, note: `${organ}征集，到${day(until)}为止；件数一并算进这次征集` }))}
      hint="不是应征集提的，不用选"
    />
  );
}
