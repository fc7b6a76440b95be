import type { Form } from '../../forms/form.ts';
import type { Permission } from '../../permission.ts';
import type { WithdrawalCommand } from './commands.ts';

type Name = WithdrawalCommand['type'];

/** How each is called, who may ask for it and when, and what a person fills in. */
export const WITHDRAWAL_NAMES = {} as const satisfies Record<Name, string>;

export const WITHDRAWAL_PERMISSIONS = {} as const satisfies Record<Name, Permission>;

export const WITHDRAWAL_FORMS: Readonly<Partial<Record<Name, Form>>> = {};
