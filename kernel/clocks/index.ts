import { ACTION_TYPES, type ActionType } from '../vocabulary.ts';
import type { ClockId, ClockRule } from './rule.ts';
import { ANSWER } from './table-a-answer.ts';
import { ARRIVAL } from './table-a-arrival.ts';
import { WORK } from './table-a-work.ts';
import { NEIGHBOURS } from './table-b.ts';
import { PROVINCES } from './table-c.ts';
import { RUNS_AGAIN } from './runs-again.ts';
import { PRACTICES } from './table-d.ts';
import { SAFEGUARDS } from './table-e.ts';

/** Every clock there is. Read it beside the statutes: one entry, one sentence of a rule. */
export const CLOCKS: Readonly<Record<ClockId, ClockRule>> = {
  ...ARRIVAL,
  ...ANSWER,
  ...WORK,
  ...NEIGHBOURS,
  ...PROVINCES,
  ...PRACTICES,
  ...SAFEGUARDS,
};

export const CLOCK_IDS = (Object.keys(CLOCKS) as ClockId[]).sort();

export function isClockId(id: string): id is ClockId {
  return Object.hasOwn(CLOCKS, id);
}

/** What one action does to clocks. */
export interface Touch {
  readonly starts: readonly ClockId[];
  readonly satisfies: readonly ClockId[];
  readonly stops: readonly ClockId[];
  readonly reopens: readonly ClockId[];
}

/** The table read the other way round: a step looks only at the clocks that its action touches. */
export const TOUCHED: Readonly<Record<ActionType, Touch>> = turnRound();

function turnRound(): Record<ActionType, Touch> {
  const having = (list: (rule: ClockRule) => readonly ActionType[] | undefined, type: ActionType) => CLOCK_IDS.filter((id) => list(CLOCKS[id])?.includes(type));
  const touches = ACTION_TYPES.map((type): [ActionType, Touch] => [
    type,
    {
      starts: having((rule) => rule.startsOn, type),
      satisfies: having((rule) => rule.satisfiedBy, type),
      stops: having((rule) => rule.alsoStoppedBy, type),
      reopens: CLOCK_IDS.filter((id) => CLOCKS[id].reopenedBy?.includes(type) || RUNS_AGAIN[type]?.includes(id)),
    },
  ]);
  return Object.fromEntries(touches) as Record<ActionType, Touch>;
}

/** Which clocks can start with the commands built so far, and which have to wait for a later one. */
export function startableBy(actions: ReadonlySet<ActionType>): { startable: ClockId[]; waiting: ClockId[] } {
  const canStart = (id: ClockId) => CLOCKS[id].startsOn.some((type) => actions.has(type));
  return { startable: CLOCK_IDS.filter(canStart), waiting: CLOCK_IDS.filter((id) => !canStart(id)) };
}
