import type { Form } from '../../forms/form.ts';
import type { Permission } from '../../permission.ts';
import type { ReviewCommand } from './commands.ts';

type Name = ReviewCommand['type'];

/** How each is called, who may ask for it and when, and what a person fills in. */
export const REVIEW_NAMES = {} as const satisfies Record<Name, string>;

export const REVIEW_PERMISSIONS = {} as const satisfies Record<Name, Permission>;

export const REVIEW_FORMS: Readonly<Partial<Record<Name, Form>>> = {};
