import type { Calendar } from '#kernel/calendar.ts';
import type { PlainDate } from '#kernel/dates.ts';
import type { Done } from '#kernel/decider.ts';
import type { Law } from '#kernel/law.ts';
import type { Refusal } from '#kernel/refusal.ts';
import type { MatterAction } from '../actions.ts';
import type { Matter } from '../matter.ts';
import type { Organs } from '../organs.ts';

/** What a command needs of the matter beyond its stage: asked before it is offered, and again when it is done. */
export interface Asked {
  readonly matter: Matter;
  readonly unit: string;
  readonly organs: Organs;
  readonly today: PlainDate;
  readonly person?: string; // who asks; absent where only the unit is asked about
  readonly law?: Law; // that the matter was registered under; absent where none is known yet
}

export type Condition = (asked: Asked) => Refusal | undefined;
export type Conditions<Command extends { type: string }> = Readonly<Partial<Record<Command['type'], Condition>>>;

/** One rule a command: what happens when it is asked for, or a refusal. */
export type Rules<Command extends { type: string }> = {
  readonly [Type in Command['type']]: (
    command: Extract<Command, { type: Type }> & Done,
    matter: Matter,
    organs: Organs,
    calendar: Calendar,
    law: Law,
  ) => MatterAction[];
};

/** What an action changes in a matter, its clocks apart; an action that is only a record is not named. */
export type Changes<Action extends { type: string }> = Readonly<
  Partial<{ [Type in Action['type']]: (matter: Matter, action: Extract<Action, { type: Type }> & Done) => Partial<Matter> }>
>;
