import { MOST_CLAIMS, MOST_PEOPLE, type Answers } from './domain/answers.ts';
import type { Step } from './domain/steps.ts';

/** A form as it came: one value a name, or several. */
export type Form = Readonly<Record<string, unknown>>;

/** What a person typed, kept as typed; only what no keyboard writes is taken out. */
export function textOf(form: Form, name: string): string {
  const value = form[name];
  return clean(Array.isArray(value) ? value[0] : value);
}

export function textsOf(form: Form, name: string): string[] {
  const value = form[name];
  return (Array.isArray(value) ? value : value === undefined ? [] : [value]).map(clean);
}

function clean(value: unknown): string {
  if (typeof value !== 'string') return '';
  return value.replaceAll('\r\n', '\n').replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]/g, '');
}

/** Each page saves its own answers and touches no others. */
const READ: Record<Step, (form: Form) => Answers> = {
  purpose: one('purpose'),
  story: one('title', 'story'),
  place: one('town', 'where'),
  claims: (form) => ({
    claims: textsOf(form, 'claim')
      .map((claim) => claim.trim())
      .filter(Boolean)
      .slice(0, MOST_CLAIMS),
  }),
  earlier: one('earlier', 'earlierWhere'),
  files: () => ({}),
  whom: one('whom'),
  group: (form) => ({ ...one('count')(form), people: peopleOf(form) }),
  agent: one('as', 'principal'),
  contact: one('named', 'name', 'idNumber'),
  way: one('way', 'phone'),
  address: one('address'),
};

export const readStep = (step: Step, form: Form): Answers => READ[step](form);

function one(...names: (keyof Answers)[]) {
  return (form: Form): Answers => Object.fromEntries(names.map((name) => [name, textOf(form, name)]));
}

function peopleOf(form: Form) {
  const names = textsOf(form, 'person');
  const phones = textsOf(form, 'personPhone');
  return names
    .slice(0, MOST_PEOPLE)
    .map((name, at) => ({ name: name.trim(), phone: (phones[at] ?? '').trim() }))
    .filter(({ name, phone }) => name || phone);
}
