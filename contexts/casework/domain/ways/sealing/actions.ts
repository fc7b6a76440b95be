import type { Telling } from '../telling.ts';

/** What can have happened: it turned out to be an accusation, and everything that was said went to the sealed line (第三十条). A record beside the vocabulary of lifecycle 4.5: what follows is recorded there, under 9. */
export type SealingAction = { type: 'MatterSealed'; code: string };

/** How it is told on the line of what happened. Nobody sees that line any more. */
export const SEALING_TELLINGS = { MatterSealed: { title: '移入密件', shown: false } } as const satisfies Record<SealingAction['type'], Telling>;
