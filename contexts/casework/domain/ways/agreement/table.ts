import type { Form } from '../../forms/form.ts';
import type { Permission } from '../../permission.ts';
import type { AgreementCommand } from './commands.ts';

type Name = AgreementCommand['type'];

/** How each is called, who may ask for it and when, and what a person fills in. */
export const AGREEMENT_NAMES = {} as const satisfies Record<Name, string>;

export const AGREEMENT_PERMISSIONS = {} as const satisfies Record<Name, Permission>;

export const AGREEMENT_FORMS: Readonly<Partial<Record<Name, Form>>> = {};
