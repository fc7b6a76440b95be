import type { Telling } from '../telling.ts';

/** What can have happened: 调解、和解. The vocabulary of lifecycle 4.5. */
export type AgreementAction = never;

/** How each is told on the line of what happened. */
export const AGREEMENT_TELLINGS = {} as const satisfies Record<AgreementAction['type'], Telling>;
