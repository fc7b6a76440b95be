import { getCalendar, type Calendar, type Calendars } from '#kernel/calendar.ts';
import type { Decider } from '#kernel/decider.ts';
import type { Law } from '#kernel/law.ts';
import type { MatterAction } from '../actions.ts';
import { clocksAfter, type Dated } from '../clocks.ts';
import type { MatterCommand } from '../commands.ts';
import { changesOf } from '../evolve.ts';
import { tookPartAfter } from '../ways/review/took-part.ts';
import { initial, type Matter } from '../matter.ts';
import type { Organs } from '../organs.ts';
import { accepting } from './accepting.ts';
import { arriving } from './arriving.ts';
import { delivering } from './delivering.ts';
import { ending } from './ending.ts';
import { mustBeAllowed } from './guard.ts';
import { handling } from './handling.ts';
import { notes } from './notes.ts';
import { REVIEW_RULES } from '../ways/review/decide.ts';
import { HEARING_RULES } from '../ways/hearing/decide.ts';
import { SIMPLE_RULES } from '../ways/simple/decide.ts';
import { JOINT_RULES } from '../ways/joint/decide.ts';
import { WITHDRAWAL_RULES } from '../ways/withdrawal/decide.ts';
import { AGREEMENT_RULES } from '../ways/agreement/decide.ts';
import { PROMISES_RULES } from '../ways/promises/decide.ts';
import { CARE_RULES } from '../ways/care/decide.ts';
import { SEALING_RULES } from '../ways/sealing/decide.ts';
import { REPEATS_RULES } from '../ways/repeats/decide.ts';
import { COLLECTIVE_RULES } from '../ways/collective/decide.ts';
import { PROCEDURES_RULES } from '../ways/procedures/decide.ts';
import type { Rules } from '../ways/rule.ts';
import { CONGRESS_RULES } from '../ways/congress/decide.ts';

/** One rule a command; to add a command is to be reminded here. */
const RULES: Rules<MatterCommand> = {
  ...arriving,
  ...accepting,
  ...handling,
  ...delivering,
  ...ending,
  ...notes,
  ...REVIEW_RULES,
  ...HEARING_RULES,
  ...SIMPLE_RULES,
  ...JOINT_RULES,
  ...WITHDRAWAL_RULES,
  ...AGREEMENT_RULES,
  ...PROMISES_RULES,
  ...CARE_RULES,
  ...CONGRESS_RULES,
  ...PROCEDURES_RULES,
  ...SEALING_RULES,
  ...COLLECTIVE_RULES,
  ...REPEATS_RULES,
};

/** What the decider stands on: the law of each pack version, the calendar in force, and the directory's answers. */
export interface Ground {
  readonly lawOf: (version: string) => Law;
  readonly calendars: Calendars;
  readonly calendar: string; // the version in force: a date that is told is counted with it
  readonly organs: Organs;
}

export type MatterDecider = Decider<MatterCommand, MatterAction, Matter>;

export function matterDecider(ground: Ground): MatterDecider {
  return {
    initial,
    evolve: evolveMatter(ground),
    decide(command, matter) {
      const law = matter.opening && ground.lawOf(matter.opening.pack);
      mustBeAllowed(command, matter, ground.organs, law);
      const rule = RULES[command.type] as (command: MatterCommand, matter: Matter, organs: Organs, calendar: Calendar, law: Law | undefined) => MatterAction[];
      return rule(command, matter, ground.organs, getCalendar(ground.calendars, ground.calendar), law);
    },
  };
}

/** The clocks are part of the state: a rule that asks for a date asks the same reading that the desk shows. */
export function evolveMatter({ lawOf, calendar }: Pick<Ground, 'lawOf' | 'calendar'>) {
  return (matter: Matter, action: Dated): Matter => {
    const changed: { -readonly [Key in keyof Matter]: Matter[Key] } = { ...matter, ...changesOf(matter, action), ...tookPartAfter(matter, action) };
    const pack = changed.opening?.pack;
    if (pack !== undefined) changed.clocks = clocksAfter(matter, changed, action, lawOf(pack), calendar); // of the copy: no second one is made
    return changed;
  };
}
