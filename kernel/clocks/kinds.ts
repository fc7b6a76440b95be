import type { Kind } from './rule.ts';

/** The three kinds of 第二十九条至第三十一条, and those with an arrival that has no kind yet. */
export const ALL = ['suggestion', 'accusation', 'claim'] as const satisfies readonly Kind[];
export const ALL_AND_INTAKE = [...ALL, 'intake'] as const satisfies readonly Kind[];
