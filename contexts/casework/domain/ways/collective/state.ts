import type { Words } from '#kernel/decider.ts';

/** 集体事项的名册 (lifecycle 3.2): whoever put themselves on it and has not left. Nothing of it reaches beyond this matter. */
export interface Collective {
  readonly round: number; // which join code is in force: opening the roster again gives another one
  readonly representatives: number;
  readonly members: Readonly<Record<string, Words>>; // what each said of themselves: a name, a telephone if they like
}

/** All that an office sees of a roster. */
export const membersOf = (collective: Collective | undefined): number => Object.keys(collective?.members ?? {}).length;
