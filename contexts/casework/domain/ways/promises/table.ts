import type { Form } from '../../forms/form.ts';
import type { Permission } from '../../permission.ts';
import type { PromisesCommand } from './commands.ts';

type Name = PromisesCommand['type'];

/** How each is called, who may ask for it and when, and what a person fills in. */
export const PROMISES_NAMES = {} as const satisfies Record<Name, string>;

export const PROMISES_PERMISSIONS = {} as const satisfies Record<Name, Permission>;

export const PROMISES_FORMS: Readonly<Partial<Record<Name, Form>>> = {};
