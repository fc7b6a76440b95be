import type { Form } from '../../forms/form.ts';
import type { Permission } from '../../permission.ts';
import type { HearingCommand } from './commands.ts';

type Name = HearingCommand['type'];

/** How each is called, who may ask for it and when, and what a person fills in. */
export const HEARING_NAMES = {} as const satisfies Record<Name, string>;

export const HEARING_PERMISSIONS = {} as const satisfies Record<Name, Permission>;

export const HEARING_FORMS: Readonly<Partial<Record<Name, Form>>> = {};
