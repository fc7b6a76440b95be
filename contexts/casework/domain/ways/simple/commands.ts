import type { Words } from '#kernel/decider.ts';

/** What may be asked: 简易办理. Text comes as `Words`, already put away. */
export type SimpleCommand = { type: 'chooseSimple'; noRefusal: boolean } | { type: 'convertToOrdinary'; grounds: Words };
