import type { Form } from '../../forms/form.ts';
import type { Permission } from '../../permission.ts';
import type { SimpleCommand } from './commands.ts';

type Name = SimpleCommand['type'];

/** How each is called, who may ask for it and when, and what a person fills in. */
export const SIMPLE_NAMES = {} as const satisfies Record<Name, string>;

export const SIMPLE_PERMISSIONS = {} as const satisfies Record<Name, Permission>;

export const SIMPLE_FORMS: Readonly<Partial<Record<Name, Form>>> = {};
