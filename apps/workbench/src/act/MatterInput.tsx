/** Another matter, by its number: looked up before it is taken, so that a slip of one digit is seen. */
import { useQuery } from '@tanstack/react-query';
import { findMatterByNo } from '#contexts/casework/contract.ts';
import { STAGES } from '#contexts/casework/domain/stages.ts';
import { call } from '../shared/call.ts';
import { TextInput } from '../shared/fields/TextInput.tsx';
import type { InputProps } from './FieldInput.tsx';

const NUMBER = /^\d{6}-[A-Za-z]-\d{4}-\d{7,}-[0-9A-Za-z]$/;

export function MatterInput({ field, value = '', onChange, wrong }: InputProps) {
  const no = String(value).trim().toUpperCase();
  const found = useQuery({ queryKey: ['number', no], queryFn: () => call(findMatterByNo, { params: { no } }), enabled: NUMBER.test(no), retry: false });
  const told = found.data ? `${found.data.title}（${STAGES[found.data.stage].name}）` : found.error ? '本单位经手的里面没有这个编号，请核对' : undefined;

  return (
    <TextInput
      label={field.label}
      required={field.required}
      hint={told ?? field.hint ?? '信访事项编号，如 990421-X-2026-0000042-W'}
      value={value}
      onChange={onChange}
      wrong={wrong}
      max={40}
    />
  );
}
