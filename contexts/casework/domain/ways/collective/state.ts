import type { PlainDate } from '#kernel/dates.ts';
import type { Words } from '#kernel/decider.ts';
import type { Promises } from '../promises/state.ts';

/** 集体事项的名册 (lifecycle 3.2): whoever put themselves on it and has not left. Nothing of it reaches beyond this matter. */
export interface Collective {
  readonly round: number; // which join code is in force: opening the roster again gives another one
  readonly representatives: number;
  readonly members: Readonly<Record<string, Words>>; // what each said of themselves: a name, a telephone if they like
  readonly signed: Readonly<Record<string, OwnSignature>>; // who signed the 双向承诺书 for themselves; whoever did not is nowhere
  readonly bound?: Readonly<Record<string, string>>; // who agreed for themselves to an agreement: by which promise of the unit it is performed
}

/** One member's own signature under the 双向承诺书: it binds nobody else, and themselves to nothing (rights R7, 不变量 23). */
export interface OwnSignature {
  readonly on: PlainDate;
  readonly until: PlainDate;
  readonly coolingUntil?: PlainDate; // to think it over; it can be left afterwards too
  readonly cancelledOn?: PlainDate;
}

/** Whose claim is settled by an agreement of their own, as long as what they were promised in it is not broken. */
export function boundOf({ collective, promises }: { readonly collective?: Collective; readonly promises?: Promises }): ReadonlySet<string> {
  const holds = (part: string) => promises?.commitments.some((one) => one.part === part && (one.state === 'open' || one.state === 'verified'));
  return new Set(Object.entries(collective?.bound ?? {}).flatMap(([member, part]) => (collective?.members[member] && holds(part) ? [member] : [])));
}

/** All that an office sees of a roster: how many joined, how many of them have signed. */
export const membersOf = (collective: Collective | undefined): number => Object.keys(collective?.members ?? {}).length;
export const signersOf = (collective: Collective | undefined): number =>
  Object.values(collective?.signed ?? {}).filter(({ cancelledOn }) => cancelledOn === undefined).length;
