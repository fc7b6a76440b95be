import type { Form } from '../../forms/form.ts';
import type { Permission } from '../../permission.ts';
import { long } from '../fields.ts';
import type { CongressCommand } from './commands.ts';

type Name = CongressCommand['type'];

/** How it is called, who may ask for it and when, and what a person fills in. */
export const CONGRESS_NAMES = { recordFeedback: '登记书面反馈' } as const satisfies Record<Name, string>;

export const CONGRESS_PERMISSIONS = {
  recordFeedback: { relations: ['referringBody'], roles: ['triageOfficer', 'intakeOfficer', 'petitionDeptHead', 'supervisor', 'unitHead'], stages: 'any' },
} as const satisfies Record<Name, Permission>;

export const CONGRESS_FORMS: Readonly<Partial<Record<Name, Form>>> = {
  recordFeedback: {
    label: '登记书面反馈',
    ask: '登记后，承办单位书面反馈的期限了结；本件的其他期限照常。确定吗？',
    fields: [long('feedback', '反馈文书的文号、日期和主要内容')],
  },
};
