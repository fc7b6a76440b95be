/** A colleague of one's unit, with post and phone. */
import { useQuery } from '@tanstack/react-query';
import { type Colleague, listColleagues } from '#contexts/directory/contract.ts';
import { call } from '../shared/call.ts';
import { SelectInput } from '../shared/fields/SelectInput.tsx';
import { Trouble } from '../shared/Trouble.tsx';
import type { InputProps } from './FieldInput.tsx';

export function useColleagues(unit: string) {
  const [region = '', slug = ''] = unit.split('/');
  return useQuery({
    queryKey: ['colleagues', unit],
    queryFn: () => call(listColleagues, { params: { region, slug } }),
    enabled: slug !== '',
    staleTime: 60_000,
  });
}

export const sayColleague = ({ name, post, phone, standsInFor }: Colleague) =>
  `${name}，${post}${phone ? `，${phone}` : ''}${standsInFor ? `（代 ${standsInFor}）` : ''}`;

export function PersonInput({ field, value, onChange, about, wrong }: InputProps) {
  const people = useColleagues(about.unit);
  if (people.error) return <Trouble error={people.error} again={() => people.refetch()} />;
  return (
    <SelectInput
      label={field.label}
      required={field.required}
      hint={field.hint}
      wrong={wrong}
      value={value}
      onChange={onChange}
      cards={false}
      choices={(people.data ?? []).map((each) => ({ value: each.person, label: sayColleague(each) }))}
    />
  );
}
