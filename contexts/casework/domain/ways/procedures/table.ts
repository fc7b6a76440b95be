import type { Form } from '../../forms/form.ts';
import type { Permission } from '../../permission.ts';
import type { ProceduresCommand } from './commands.ts';

type Name = ProceduresCommand['type'];

/** How each is called, who may ask for it and when, and what a person fills in. */
export const PROCEDURES_NAMES = {} as const satisfies Record<Name, string>;

export const PROCEDURES_PERMISSIONS = {} as const satisfies Record<Name, Permission>;

export const PROCEDURES_FORMS: Readonly<Partial<Record<Name, Form>>> = {};
