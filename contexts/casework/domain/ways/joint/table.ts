import type { Form } from '../../forms/form.ts';
import type { Permission } from '../../permission.ts';
import type { JointCommand } from './commands.ts';

type Name = JointCommand['type'];

/** How each is called, who may ask for it and when, and what a person fills in. */
export const JOINT_NAMES = {} as const satisfies Record<Name, string>;

export const JOINT_PERMISSIONS = {} as const satisfies Record<Name, Permission>;

export const JOINT_FORMS: Readonly<Partial<Record<Name, Form>>> = {};
