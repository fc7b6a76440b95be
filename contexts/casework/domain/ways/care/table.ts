import type { Form } from '../../forms/form.ts';
import type { Permission } from '../../permission.ts';
import type { CareCommand } from './commands.ts';

type Name = CareCommand['type'];

/** How each is called, who may ask for it and when, and what a person fills in. */
export const CARE_NAMES = {} as const satisfies Record<Name, string>;

export const CARE_PERMISSIONS = {} as const satisfies Record<Name, Permission>;

export const CARE_FORMS: Readonly<Partial<Record<Name, Form>>> = {};
