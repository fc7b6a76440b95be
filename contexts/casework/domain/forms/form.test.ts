import { describe, expect, it } from 'vitest';
import { FORMS } from '../forms.ts';
import { askedNow, type Form } from './form.ts';

const asked = (form: Form | undefined, values: Readonly<Record<string, unknown>>) => askedNow(form!, values).map(({ name }) => name);

describe('只有一种回答才要填的栏目', () => {
  it('受理复查申请：受理的写明人员，不受理的写明理由，没有选的两样都不问', () => {
    expect(asked(FORMS.admitReview, {})).toEqual(['accepted']);
    expect(asked(FORMS.admitReview, { accepted: true })).toEqual(['accepted', 'officer']);
    expect(asked(FORMS.admitReview, { accepted: false, officer: { person: 'x' } })).toEqual(['accepted', 'ground', 'grounds']);
  });

  it('自己没有问到的，靠它才问的也不问', () => {
    expect(asked(FORMS.confirmWithdrawal, { answer: 'free', publicInterest: true })).toContain('dutyDueOn');
    expect(asked(FORMS.confirmWithdrawal, { answer: 'pressured', publicInterest: true })).toEqual(['answer', 'record']);
  });

  it('有不同意见的票才问不同意见；表上写的数字、送来的数字一样算', () => {
    for (const disagree of [1, '1']) expect(asked(FORMS.holdHearing, { disagree })).toContain('dissent');
    for (const disagree of [0, '', undefined]) expect(asked(FORMS.holdHearing, { disagree })).not.toContain('dissent');
  });

  it('每一处条件都指着同一张表里前面的一栏，答得出那个回答', () => {
    const all = Object.values(FORMS).flatMap((form) => form!.fields.map((field, at) => ({ form: form!, field, at })));
    const bound = all.filter(({ field }) => field.when);
    expect(bound.length).toBeGreaterThan(8);
    for (const { form, field, at } of bound) {
      const when = field.when!;
      const other = form.fields.slice(0, at).find(({ name }) => name === when.field);
      expect(other, `${form.label}：${field.label}`).toBeDefined();
      if (!('is' in when)) expect(other!.kind).toBe('number');
      else if (typeof when.is === 'boolean') expect(other!.kind).toBe('yesNo');
      else expect(other!.options?.map(({ value }) => value)).toContain(when.is);
    }
  });
});
