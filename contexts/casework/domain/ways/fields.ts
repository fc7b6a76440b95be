import type { Field } from '../forms/form.ts';

/** Fields that many forms share: one spelling of each, so that people find the same words for the same thing. */
export const grounds = (label: string, hint?: string): Field => long('grounds', label, hint);

export const long = (name: string, label: string, hint?: string): Field => ({
  name,
  label,
  kind: 'longText',
  required: true,
  minLength: 6,
  ...(hint && { hint }),
});

export const yesNo = (name: string, label: string, hint?: string): Field => ({ name, label, kind: 'yesNo', required: true, ...(hint && { hint }) });

export const date = (name: string, label: string, hint?: string): Field => ({ name, label, kind: 'date', required: true, ...(hint && { hint }) });

export const choice = (name: string, label: string, options: Readonly<Record<string, string>>, hint?: string): Field => ({
  name,
  label,
  kind: 'choice',
  required: true,
  options: Object.entries(options).map(([value, one]) => ({ value, label: one })),
  ...(hint && { hint }),
});

/** Which of several: “第几项”. */
export const number = (name: string, label: string, hint?: string): Field => ({ name, label, kind: 'number', required: true, max: 99, ...(hint && { hint }) });

export const optional = (field: Field): Field => {
  const { required: _, ...rest } = field;
  return rest;
};

/** Only where another field is answered so. */
export const when = (field: string, is: string | boolean, asked: Field): Field => ({ ...asked, when: { field, is } });

/** What the petitioner said when asked: nobody else says that a promise was kept. */
export const ASKED = {
  petitionerConfirms: '已经做到',
  petitionerDenies: '没有做到',
  petitionerNotReached: '多次联系不上，现场核实已做到',
} as const;

export type PetitionerSays = keyof typeof ASKED;
